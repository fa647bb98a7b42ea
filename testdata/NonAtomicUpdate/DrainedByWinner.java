package cases.nonatomicupdate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Tasks offer work to pipes that they share, and only one of them drains a pipe. */
class DrainedByWinner {
  static class Vector {
    int written;
    int flushed;
    int skipped;

    void fill() {
      written++;
    }

    void flush() {
      flushed++;
    }

    void skip() {
      skipped++; // want NonAtomicUpdate "skipped"
    }
  }

  static class Pipe {
    private final Vector vector = new Vector();
    private final AtomicReference<Thread> drainer = new AtomicReference<>();
    private final AtomicBoolean flushing = new AtomicBoolean();

    void offer() {
      if (drainer.compareAndSet(null, Thread.currentThread())) {
        drain();
      }
    }

    private void drain() {
      vector.fill();
      drainer.set(null);
    }

    void flush() {
      if (!flushing.compareAndSet(false, true)) {
        return;
      }
      try {
        vector.flush();
      } finally {
        flushing.set(false);
      }
    }

    /** Who loses goes on all the same. */
    void skip() {
      if (drainer.compareAndSet(null, Thread.currentThread())) {
        drainer.set(null);
      }
      vector.skip();
    }
  }

  private final Pipe pipe = new Pipe();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  void start() {
    for (int i = 0; i < 4; i++) {
      pool.execute(pipe::offer);
      pool.execute(pipe::flush);
      pool.execute(pipe::skip);
    }
  }
}
