package cases.unguardedcheckthenact;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** What may be done twice stays so where an exception has to get past something. */
public class DoneTwiceAnyhow {
  private final ExecutorService pool;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean disposed;
  private volatile boolean stopped;
  private volatile boolean ended;
  private volatile boolean left;
  private volatile boolean gone;

  DoneTwiceAnyhow(ExecutorService pool) {
    this.pool = pool;
  }

  void dispose(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      if (in.read() < 0 && !disposed) {
        disposed = true;
        pool.shutdownNow();
      }
    }
  }

  void stop() {
    try {
      if (!stopped) {
        stopped = true;
        pool.shutdownNow();
      }
    } finally {
      calls.incrementAndGet();
    }
  }

  void end() {
    try {
      if (!ended) {
        ended = true;
        pool.shutdownNow();
      }
    } catch (RuntimeException e) {
      failures.incrementAndGet();
      throw e;
    }
  }

  /** Counted for each that gets through. */
  void leave() {
    if (!left) {
      left = true; // want UnguardedCheckThenAct "left"
      try {
        pool.shutdownNow();
      } finally {
        calls.incrementAndGet();
      }
    }
  }

  void go() {
    if (!gone) {
      gone = true; // want UnguardedCheckThenAct "gone"
      try {
        pool.shutdownNow();
      } catch (SecurityException e) {
        failures.incrementAndGet();
      }
      calls.incrementAndGet();
    }
  }
}
