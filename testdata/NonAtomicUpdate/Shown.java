package cases.nonatomicupdate;

/** The whole message, as a person sees it. */
public class Shown {
  private final Object lock = new Object();
  private long sent;

  public void countOne() {
    sent++; // want NonAtomicUpdate "sent"
  }

  public long drain() {
    synchronized (lock) {
      long all = sent;
      sent = 0;
      return all;
    }
  }
}
