package cases.nonatomicupdate;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;

/** What only tests call is nobody's rival. */
public class TestHooks {

  static class Reader implements Runnable {
    private final InputStream in;
    private final byte[] buffer = new byte[100];
    private int position;

    Reader(InputStream in) {
      this.in = in;
    }

    void start(ExecutorService pool) {
      pool.submit(this);
    }

    @Override
    public void run() {
      try {
        while (in.read(buffer) > 0) {
          gather();
        }
      } catch (IOException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void gather() {
      position++;
    }

    void fakeReadForTest(byte[] bytes) {
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);
      position = 0;
    }
  }

  static class Resettable implements Runnable {
    private final InputStream in;
    private int position;

    Resettable(InputStream in) {
      this.in = in;
    }

    void start(ExecutorService pool) {
      pool.submit(this);
    }

    @Override
    public void run() {
      try {
        while (in.read() > 0) {
          position++; // want NonAtomicUpdate "position"
        }
      } catch (IOException e) {
        Thread.currentThread().interrupt();
      }
    }

    void rewind() {
      position = 0;
    }
  }
}
