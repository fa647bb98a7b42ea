package cases.nonatomicupdate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A lock that an object was handed says that others use that lock, not that they use the object. */
class LocksOfOthers {

  static class Statistics {
    private long written;

    synchronized void add(long n) {
      written += n;
    }

    synchronized long written() {
      return written;
    }
  }

  /** Many streams count into one place; each of them has its writer. */
  static class CountingStream extends FilterOutputStream {
    private final Statistics statistics;
    private long position;

    CountingStream(OutputStream out, Statistics statistics) {
      super(out);
      this.statistics = statistics;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      position++;
      statistics.add(1);
    }

    long position() {
      return position;
    }
  }

  /** Part of a stream that others read as well. */
  static class Range {
    private InputStream in;
    private long position;

    Range(InputStream in) {
      this.in = in;
    }

    int next() throws IOException {
      int read;
      synchronized (in) {
        read = in.read();
      }
      position++;
      return read;
    }

    void close() {
      in = null;
    }
  }

  /** A statistics object of its own: who locks that is in many threads. */
  static class Gate {
    private final Statistics statistics = new Statistics();
    private long entered;

    void enter() {
      synchronized (statistics) {
        statistics.add(1);
      }
      entered++; // want NonAtomicUpdate "entered"
    }
  }

  /** A mutex that several objects were handed, to guard what they share. */
  static class Member {
    private final Object mutex;
    private final List<String> log;
    private long calls;

    Member(Object mutex, List<String> log) {
      this.mutex = mutex;
      this.log = log;
    }

    void call(String what) {
      calls++; // want NonAtomicUpdate "calls"
      synchronized (mutex) {
        log.add(what);
      }
    }
  }
}
