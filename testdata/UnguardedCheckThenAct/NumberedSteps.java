package cases.unguardedcheckthenact;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Numbers that say whether anything has happened, and values that are set once and for all. */
class NumberedSteps {
  private static final Runnable CLOSED = () -> {};

  private final ConcurrentLinkedDeque<Runnable> pending = new ConcurrentLinkedDeque<>();
  private final AtomicLong releases = new AtomicLong();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicReference<Runnable> state = new AtomicReference<>();
  private final ConcurrentMap<String, String> files = new ConcurrentHashMap<>();

  private void release() {
    releases.incrementAndGet();
  }

  private boolean ready(Runnable task) {
    return task instanceof Thread;
  }

  void serve() {
    Runnable task;
    while ((task = pending.poll()) != null) {
      long seen = releases.get();
      if (ready(task)) {
        task.run();
        release();
      } else {
        pending.addFirst(task);
        if (seen == releases.get()) {
          break;
        }
      }
    }
  }

  void releaseOnce() {
    if (releases.get() == 0) {
      release(); // want UnguardedCheckThenAct "releases"
    }
  }

  /** With or without the test it is closed; what it was is the step's own answer. */
  Runnable close(AtomicReferenceFieldUpdater<NumberedSteps, Runnable> of) {
    Runnable last = of.get(this);
    if (last != CLOSED) {
      last = of.getAndSet(this, CLOSED);
    }
    return last;
  }

  Runnable falseAlarm_close() {
    Runnable last = state.get();
    if (last != CLOSED) {
      last = state.getAndSet(CLOSED); // want UnguardedCheckThenAct "state"
    }
    return last;
  }

  void rename(String from, String to) {
    String file = files.get(from);
    if (file == null || files.putIfAbsent(to, file) != null) {
      throw new IllegalStateException(to);
    }
    files.remove(from); // want UnguardedCheckThenAct "files"
  }

  void renameSame(String from, String to) {
    String file = files.get(from);
    if (file == null || files.putIfAbsent(to, file) != null) {
      throw new IllegalStateException(to);
    }
    if (!files.remove(from, file)) {
      files.remove(to, file);
    }
  }

  /** What is returned from a handler was set by none of the tests before. */
  Exception read(InputStream in) {
    try {
      boolean done = false;
      while (!done) {
        if (errors.get() > 3) {
          errors.set(0); // want UnguardedCheckThenAct "errors"
          switch (in.read()) {
            case 'E':
              return new IllegalStateException();
            case 'R':
              in.read();
              break;
            default:
              return new IllegalArgumentException();
          }
        } else {
          done = true;
        }
      }
    } catch (IOException e) {
      return e;
    }
    return null;
  }
}
