package cases.splitcriticalsection;

/** What a helper finds out anew under the lock, some calls further, is not what was seen before. */
public class HelperRetests {
  private enum Flush {
    IDLE,
    WRITING,
    WAITING
  }

  private Flush flush = Flush.IDLE;
  private int pending;

  public void onFillable() {
    boolean waiting;
    synchronized (this) {
      waiting = flush == Flush.WAITING;
    }
    if (waiting) {
      fill();
    }
  }

  private void fill() {
    synchronized (this) {
      pending++;
      wakeWriter();
    }
  }

  private void wakeWriter() {
    if (flush == Flush.WAITING) {
      flush = Flush.IDLE;
      notifyAll();
    }
  }

  public void onClosed() {
    boolean waiting;
    synchronized (this) {
      waiting = flush == Flush.WAITING;
    }
    if (waiting) {
      drop(); // want SplitCriticalSection "flush"
    }
  }

  private void drop() {
    synchronized (this) {
      pending = 0;
      flush = Flush.IDLE;
    }
  }

  public synchronized void write(int bytes) {
    flush = bytes > pending ? Flush.WAITING : Flush.WRITING;
  }

  private Object request;

  private synchronized Object request() {
    return request;
  }

  private synchronized void begin(Object next) {
    if (request != null) {
      throw new IllegalStateException("another request is being handled");
    }
    request = next;
  }

  private synchronized void replace(Object next) {
    request = next;
  }

  public synchronized void end() {
    request = null;
  }

  /** Refused, and so nothing is lost. */
  public void onBadMessage(Object stub) {
    if (request() == null) {
      begin(stub);
    }
  }

  public void onMessage(Object next) {
    if (request() == null) {
      replace(next); // want SplitCriticalSection "request"
    }
  }
}
