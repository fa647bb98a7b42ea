package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What is put there although it may be closed by then is looked after once more. */
public class AskedAgain {

  /** Reads from a server. */
  static class Cursor implements AutoCloseable {
    private volatile boolean done;

    boolean isDone() {
      return done;
    }

    @Override
    public void close() {
      done = true;
    }
  }

  private final AtomicReference<Cursor> wrapped = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  boolean isClosed() {
    return closed.get() || ended();
  }

  private boolean ended() {
    Cursor now = wrapped.get();
    return now != null && now.isDone();
  }

  void falseAlarm_set(Cursor fresh) {
    if (isClosed()) {
      fresh.close();
    } else {
      wrapped.getAndSet(fresh); // want UnguardedCheckThenAct
      if (isClosed()) {
        close();
      }
    }
  }

  void close() {
    if (closed.compareAndSet(false, true)) {
      Cursor last = wrapped.getAndSet(null);
      if (last != null) {
        last.close();
      }
    }
  }
}
