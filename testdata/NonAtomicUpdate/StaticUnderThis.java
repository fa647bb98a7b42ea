package cases.nonatomicupdate;

/** Each object's monitor keeps out who has the same object, but all of them have the counter. */
public class StaticUnderThis {
  private static int requests;
  private static int failures;
  private static int restarts;

  public synchronized void request() {
    requests++; // want NonAtomicUpdate "requests"
  }

  public void fail() {
    synchronized (this) {
      failures += 1; // want NonAtomicUpdate "failures"
    }
  }

  public void restart() {
    synchronized (StaticUnderThis.class) {
      restarts++;
    }
  }
}
