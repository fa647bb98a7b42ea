package cases.nonatomicupdate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A task that its starter waits for at once is no other thread to what comes later. */
public class AwaitedTasks {

  static class Header {
    private int length;

    void take(int n) {
      length += n;
    }
  }

  static class Socket {
    private final Header header = new Header();

    void read(int n) {
      header.take(n);
    }
  }

  static class Session {
    private final ExecutorService pool;
    private final Socket socket = new Socket();

    Session(ExecutorService pool) {
      this.pool = pool;
    }

    void open() throws Exception {
      connect();
      listen();
    }

    private void connect() throws Exception {
      Future<?> connecting = pool.submit(() -> socket.read(1));
      try {
        connecting.get(2, TimeUnit.SECONDS);
      } finally {
        connecting.cancel(true);
      }
    }

    private void listen() {
      new Thread(() -> socket.read(2)).start();
    }
  }

  static class Frame {
    private int length;

    void take(int n) {
      length += n; // want NonAtomicUpdate "length"
    }
  }

  static class Line {
    private final Frame frame = new Frame();

    void read(int n) {
      frame.take(n);
    }
  }

  /** Here nobody waits. */
  static class Hasty {
    private final ExecutorService pool;
    private final Line line = new Line();

    Hasty(ExecutorService pool) {
      this.pool = pool;
    }

    void open() {
      connect();
      listen();
    }

    private void connect() {
      pool.execute(() -> line.read(1));
    }

    private void listen() {
      new Thread(() -> line.read(2)).start();
    }
  }

  static class Page {
    private int length;

    void take(int n) {
      length += n; // want NonAtomicUpdate "length"
    }
  }

  static class Book {
    private final Page page = new Page();

    void read(int n) {
      page.take(n);
    }
  }

  /** Here it waits after it has done more. */
  static class Busy {
    private final ExecutorService pool;
    private final Book book = new Book();

    Busy(ExecutorService pool) {
      this.pool = pool;
    }

    void open() throws Exception {
      Future<?> connecting = pool.submit(() -> book.read(1));
      listen();
      connecting.get();
    }

    private void listen() {
      new Thread(() -> book.read(2)).start();
    }
  }

  static class Part {
    private int length;

    void take(int n) {
      length += n; // want NonAtomicUpdate "length"
    }
  }

  static class Whole {
    private final Part part = new Part();

    void read(int n) {
      part.take(n);
    }
  }

  /** Here it waits for another. */
  static class Mistaken {
    private final ExecutorService pool;
    private final Whole whole = new Whole();

    Mistaken(ExecutorService pool) {
      this.pool = pool;
    }

    void open(Future<?> before) throws Exception {
      Future<?> connecting = pool.submit(() -> whole.read(1));
      before.get();
      new Thread(() -> whole.read(2)).start();
      connecting.get();
    }
  }
}
