package cases.nonatomicupdate;

/** A helper that needs the lock, called without it only on an object that nobody else has yet. */
public class BeforeShared {
  private long demand;
  private boolean paused;

  public static BeforeShared demanding(long amount) {
    BeforeShared made = new BeforeShared();
    made.add(amount);
    return made;
  }

  public void fetch(long amount) {
    synchronized (this) {
      add(amount);
    }
  }

  public void resume() {
    synchronized (this) {
      paused = false;
      add(1);
    }
  }

  private void add(long amount) {
    if (!paused) {
      demand += amount;
    }
  }

  /** Here somebody calls it on an object that others have. */
  public static class Careless {
    private long demand;

    public void fetch(long amount) {
      synchronized (this) {
        add(amount);
      }
    }

    public synchronized long reset() {
      long before = demand;
      demand = 0;
      return before;
    }

    public void fetchOne() {
      add(1);
    }

    private void add(long amount) {
      demand += amount; // want NonAtomicUpdate "demand"
    }
  }
}
