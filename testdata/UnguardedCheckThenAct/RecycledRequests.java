package cases.unguardedcheckthenact;

/** Objects that are set back and used again belong to one thread at a time. */
public class RecycledRequests {
  /** The request of a connection: threads that it is handed to see its volatile fields. */
  public static class Request {
    private String path;
    private int headers;
    private long received;
    private volatile Runnable listener;
    private volatile boolean parsing = true;
    private volatile StringBuilder body;
    private volatile boolean aborted;

    void line(String text, long now) {
      path = text;
      received = now;
    }

    void header() {
      headers = headers + 1;
    }

    void listener(Runnable next) {
      if (listener != null) {
        throw new IllegalStateException("has one");
      }
      listener = next;
    }

    boolean parse(int available) {
      if (!parsing) {
        throw new IllegalStateException("done");
      }
      if (available == 0) {
        return false;
      }
      parsing = false;
      return true;
    }

    void append(String piece) {
      if (body == null) {
        body = new StringBuilder(path);
      }
      body.append(piece);
    }

    /** Not among what is set back: it is for other threads. */
    void abort() {
      if (!aborted) {
        aborted = true; // want UnguardedCheckThenAct "aborted"
        closeChannel();
      }
    }

    private void closeChannel() {
      System.out.println(received);
    }

    void recycle() {
      path = null;
      headers = 0;
      received = 0;
      listener = null;
      parsing = true;
      body = null;
    }
  }

  /** A service that is started and stopped by whoever likes to is none. */
  public static class Service {
    private String name;
    private int port;
    private volatile Thread worker;

    void start(String as, int on) {
      if (worker == null) {
        name = as;
        port = on;
        worker = new Thread(() -> System.out.println(name + port)); // want UnguardedCheckThenAct "worker"
        worker.start();
      }
    }

    void stop() {
      name = null;
      port = 0;
      worker = null;
    }
  }

  /** Statistics that are set back while others count: nothing in it is for one thread. */
  public static class Statistics {
    private volatile long max;
    private volatile long min;
    private volatile int samples;

    void add(long value) {
      if (value > max) {
        max = value; // want UnguardedCheckThenAct "max"
      }
      if (value < min) {
        min = value; // want UnguardedCheckThenAct "min"
      }
    }

    void reset() {
      max = 0;
      min = 0;
      samples = 0;
    }
  }

  /** What is set back under a lock is shared. */
  public static class Cursor {
    private int line;
    private int column;
    private volatile StringBuilder text;

    synchronized void move(int l, int c) {
      line = l;
      column = c;
    }

    StringBuilder text() {
      if (text == null) {
        text = new StringBuilder(); // want UnguardedCheckThenAct "text"
      }
      return text;
    }

    synchronized void reset() {
      line = 0;
      column = 0;
      text = null;
    }
  }
}
