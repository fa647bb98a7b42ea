package cases.unguardedcheckthenact;

/** Flags that note what the clock says anyway. */
public class PassedDeadlines {

  /** A source of time. */
  abstract static class Ticker {
    abstract long nanoTime();
  }

  /** The usual one. */
  static final class SystemTicker extends Ticker {
    @Override
    long nanoTime() {
      return System.nanoTime();
    }
  }

  /** Once passed, always passed. */
  static class Deadline {
    private final Ticker ticker = new SystemTicker();
    private final long end;
    private volatile boolean expired;

    Deadline(long end) {
      this.end = end;
    }

    public boolean isExpired() {
      if (!expired) {
        if (end - ticker.nanoTime() <= 0) {
          expired = true;
        } else {
          return false;
        }
      }
      return true;
    }
  }

  /** Tells somebody, who hears it twice. */
  static class Alarm {
    private final long end;
    private final Runnable bell;
    private volatile boolean expired;

    Alarm(long end, Runnable bell) {
      this.end = end;
      this.bell = bell;
    }

    public boolean isExpired() {
      if (!expired) {
        if (end - System.currentTimeMillis() <= 0) {
          expired = true; // want UnguardedCheckThenAct "expired"
          bell.run();
        } else {
          return false;
        }
      }
      return true;
    }
  }
}
