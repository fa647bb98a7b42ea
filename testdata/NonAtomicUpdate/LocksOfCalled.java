package cases.nonatomicupdate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** Locks that others take, whom a method calls, or that a library's own method takes. */
public class LocksOfCalled {
  private final Connection connection = new Connection();
  private int sent;
  private int failed;

  /** The connection locks its channel for its own sake, whoever writes to a stream. */
  static class Connection {
    private int window = 10;

    void write(byte[] packet, Object channel) throws InterruptedException {
      synchronized (channel) {
        while (window == 0) {
          channel.wait();
        }
        window--;
      }
    }
  }

  OutputStream stream() {
    return new OutputStream() {
      private int written;

      @Override
      public void write(int b) throws IOException {
        try {
          connection.write(new byte[] {(byte) b}, this);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        written++;
      }
    };
  }

  /** Here the method itself locks, for one part of what it does. */
  void send(byte[] packet) throws InterruptedException {
    synchronized (this) {
      failed++;
    }
    connection.write(packet, new Object());
    sent++; // want NonAtomicUpdate "sent"
  }

  /** {@code mark} and {@code reset} lock because those of {@code InputStream} do. */
  static class Marked extends InputStream {
    private final InputStream in;
    private byte[] kept = new byte[8];
    private boolean inMark;
    private int position;

    Marked(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      if (!inMark) {
        return in.read();
      }
      if (position == kept.length) {
        inMark = false;
        position = 0;
        return in.read();
      }
      return kept[position++];
    }

    @Override
    public synchronized void mark(int limit) {
      kept = new byte[limit];
      position = 0;
      inMark = true;
    }

    @Override
    public synchronized void reset() {
      position = 0;
    }
  }

  /** Nobody makes this one lock but itself. */
  static class Pages extends InputStream {
    private final Map<Integer, byte[]> pages = new HashMap<>();
    private int position;

    @Override
    public int read() throws IOException {
      position++; // want NonAtomicUpdate "position"
      return pages.get(position / 512)[position % 512];
    }

    synchronized void add(byte[] page) {
      pages.put(pages.size(), page);
      position = 0;
    }
  }
}
