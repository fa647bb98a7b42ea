package cases.nonatomicupdate;

/** Read without the lock, and written under it. */
public class SeenBefore {
  private volatile int version;

  public void bump() {
    int seen = version;
    synchronized (this) {
      version = seen + 1; // want NonAtomicUpdate "version"
    }
  }

  public boolean bumpIfSame() {
    int seen = version;
    int next = seen + 1;
    synchronized (this) {
      if (version != seen) {
        return false;
      }
      version = next;
      return true;
    }
  }

  public synchronized int version() {
    return version;
  }
}
