package cases.unguardedcheckthenact;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** A critical section that tests a state and leaves it for good lets one thread through. */
public class ClosedUnderLock {

  /** The rest of the method needs no lock: nobody else gets there. */
  static class Connection implements AutoCloseable {
    private volatile Thread reader = new Thread(() -> {});
    private volatile StringBuilder buffer = new StringBuilder();
    private boolean closed;

    StringBuilder buffer() {
      return buffer;
    }

    Thread reader() {
      return reader;
    }

    @Override
    public void close() {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      if (reader != null) {
        reader.interrupt();
        reader = null;
      }
      release();
    }

    private void release() {
      if (buffer != null) {
        buffer.setLength(0);
        buffer = null;
      }
    }
  }

  /** The same by a helper that tells who was first. */
  static class Server {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile ExecutorService pool = Executors.newCachedThreadPool();
    private boolean stopped;

    ExecutorService pool() {
      return pool;
    }

    void stop() {
      if (!first()) {
        return;
      }
      if (pool != null) {
        pool.shutdown();
        pool = null;
      }
    }

    private boolean first() {
      lock.lock();
      try {
        if (stopped) {
          return false;
        }
        stopped = true;
        return true;
      } finally {
        lock.unlock();
      }
    }
  }

  /** One of several states. */
  static class Job {
    private static final int NEW = 0;
    private static final int RUNNING = 1;
    private static final int DONE = 2;

    private int state = NEW;
    private volatile String result;

    String result() {
      return result;
    }

    void run() {
      synchronized (this) {
        if (state != NEW) {
          return;
        }
        state = RUNNING;
      }
      if (result == null) {
        result = Thread.currentThread().getName();
      }
      synchronized (this) {
        state = DONE;
      }
    }
  }

  /** Can be opened again, and so may be closing twice. */
  static class Reopened {
    private boolean closed;
    private volatile Thread reader;

    synchronized void open() {
      closed = false;
      reader = new Thread(() -> {});
    }

    void close() {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      if (reader != null) {
        reader.interrupt();
        reader = null; // want UnguardedCheckThenAct "reader"
      }
    }
  }

  /** Says that it is closed only where there was something to close. */
  static class Sometimes {
    private boolean closed;
    private volatile Thread reader = new Thread(() -> {});

    void close(boolean forGood) {
      synchronized (this) {
        if (closed) {
          return;
        }
        if (forGood) {
          closed = true;
        }
      }
      if (reader != null) {
        reader.interrupt();
        reader = null; // want UnguardedCheckThenAct "reader"
      }
    }
  }

  /** Tests in one critical section and sets in another. */
  static class Apart {
    private boolean closed;
    private volatile Thread reader = new Thread(() -> {});

    void close() {
      synchronized (this) {
        if (closed) {
          return;
        }
      }
      synchronized (this) {
        closed = true; // want SplitCriticalSection "closed"
      }
      if (reader != null) {
        reader.interrupt();
        reader = null; // want UnguardedCheckThenAct "reader"
      }
    }
  }

  /** Answers the same to those who come later. */
  static class Answered {
    private boolean closed;
    private volatile Thread reader = new Thread(() -> {});

    void close() {
      if (mark() && reader != null) {
        reader.interrupt();
        reader = null; // want UnguardedCheckThenAct "reader"
      }
    }

    private synchronized boolean mark() {
      if (!closed) {
        closed = true;
      }
      return closed;
    }
  }
}
