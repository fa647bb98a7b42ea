package cases.splitcriticalsection;

/** A flag set in the first section keeps all others out until the last one. */
public class Claims {
  private final Object lock = new Object();
  private boolean starting;
  private boolean started;
  private boolean closed;
  private Thread refresher;

  public void start() {
    synchronized (lock) {
      if (started || starting) {
        return;
      }
      starting = true;
    }
    boolean ok = false;
    try {
      boot();
      ok = true;
    } finally {
      synchronized (lock) {
        starting = false;
        started = ok;
      }
    }
  }

  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
    }
    release();
    synchronized (lock) {
      started = false;
    }
  }

  public void refresh() {
    synchronized (lock) {
      if (refresher != null) {
        return;
      }
      refresher = Thread.currentThread();
    }
    try {
      boot();
    } finally {
      synchronized (lock) {
        refresher = null;
      }
    }
  }

  private void boot() {}

  private void release() {}
}
