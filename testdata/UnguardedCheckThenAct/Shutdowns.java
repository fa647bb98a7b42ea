package cases.unguardedcheckthenact;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A helper that tells its callers who came first, and tells two of them so. */
class Shutdowns {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private volatile boolean closed;
  private volatile boolean warned;
  private boolean failed;
  private volatile boolean known;
  private volatile boolean safe;

  void close() {
    if (first()) {
      log.add("closed");
    }
  }

  private boolean first() {
    if (closed) {
      return false;
    }
    closed = true; // want UnguardedCheckThenAct "closed"
    return true;
  }

  void warn() {
    if (mayWarn()) {
      log.add("warned");
    }
  }

  boolean mayWarn() {
    if (!warned) {
      warned = true; // want UnguardedCheckThenAct "warned"
      return true;
    }
    return false;
  }

  void check(String part) {
    pool.execute(() -> fail(part));
  }

  private void fail(String why) {
    finish(why);
  }

  private void finish(String why) {
    if (!failed) {
      failed = true; // want UnguardedCheckThenAct "failed"
      log.add(why);
    }
  }

  /** Every thread comes to the same answer. */
  boolean known() {
    if (!known) {
      known = true;
      return true;
    }
    return true;
  }

  synchronized boolean firstSafe() {
    if (safe) {
      return false;
    }
    safe = true;
    return true;
  }
}
