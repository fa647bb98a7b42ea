package cases.nonatomicupdate;

/** The lock of the object around guards what that one has; those inside have their own users. */
public class OuterGuards {
  private long upstream;

  synchronized void more(long n) {
    upstream += n;
    notifyAll();
  }

  /** One for each reader, which has a position of its own. */
  class Source {
    private long position;

    long read(long count) {
      boolean file;
      synchronized (OuterGuards.this) {
        file = position + 100 < upstream;
        if (!file) {
          long n = Math.min(count, upstream - position);
          position += n;
          return n;
        }
      }
      if (count > 100) {
        position += 100;
        return 100;
      }
      position += count;
      return count;
    }
  }

  /** Most of its users lock here. */
  class Shared {
    private long taken;

    void take(long n) {
      synchronized (OuterGuards.this) {
        taken += n;
      }
    }

    void giveBack(long n) {
      taken -= n; // want NonAtomicUpdate "taken"
    }
  }
}
