package cases.nonatomicupdate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;

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

  /** Made and asked under a lock that its maker has for other things. */
  private static class Limited extends BufferedWriter {
    private long left = 100;

    Limited(Writer to) {
      super(to);
    }

    @Override
    public void write(String text) throws IOException {
      left -= text.length();
      super.write(text);
    }

    long left() {
      return left;
    }
  }

  public synchronized boolean save(Writer to, String text) throws IOException {
    try (Limited limited = new Limited(to)) {
      limited.write(text);
      return limited.left() >= 0;
    }
  }

  /** It locks by itself to be asked, as if others wrote meanwhile. */
  static class Counted extends BufferedWriter {
    private long written;

    Counted(Writer to) {
      super(to);
    }

    @Override
    public void write(String text) throws IOException {
      written += text.length(); // want NonAtomicUpdate "written"
      super.write(text);
    }

    synchronized long written() {
      return written;
    }
  }
}
