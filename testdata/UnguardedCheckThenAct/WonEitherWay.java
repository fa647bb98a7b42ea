package cases.uncheckedcheckthenact;

import java.util.concurrent.atomic.AtomicReference;

/** Who won one of several compare-and-sets, and nobody else, goes on. */
public abstract class WonEitherWay {
  enum State {
    OPENED,
    GRACEFUL,
    IMMEDIATE,
    CLOSED
  }

  protected final AtomicReference<State> state = new AtomicReference<>(State.OPENED);
  private final AtomicReference<State> other = new AtomicReference<>(State.OPENED);

  final boolean closing() {
    return state.get() != State.OPENED;
  }

  final void close(boolean now) {
    if (now) {
      if (state.compareAndSet(State.OPENED, State.IMMEDIATE)
          || state.compareAndSet(State.GRACEFUL, State.IMMEDIATE)) {
        closeNow();
      }
    } else if (state.compareAndSet(State.OPENED, State.GRACEFUL)) {
      drain();
      if (state.compareAndSet(State.GRACEFUL, State.IMMEDIATE)) {
        closeNow();
      }
    }
  }

  protected void closeNow() {
    release();
    state.set(State.CLOSED);
  }

  abstract void drain();

  abstract void release();

  void shell(boolean now) {
    if (!closing()) {
      drain();
      close(now);
    }
  }

  void failed() {
    if (!closing()) {
      close(true);
    }
  }

  /** Here who has won nothing goes on as well. */
  final void end() {
    if (other.compareAndSet(State.OPENED, State.IMMEDIATE)
        || other.compareAndSet(State.GRACEFUL, State.IMMEDIATE)) {
      release();
    }
    other.set(State.CLOSED);
  }

  void ended() {
    if (other.get() == State.OPENED) {
      end(); // want UnguardedCheckThenAct "other"
    }
  }
}
