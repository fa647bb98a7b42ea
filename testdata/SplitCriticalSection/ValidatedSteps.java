package cases.splitcriticalsection;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The next state is asked of the one that is there by then. */
public class ValidatedSteps {

  /** Refuses what may not come next. */
  enum State {
    NEEDED,
    PUSHING,
    DONE;

    State next(State wanted) {
      if (wanted.ordinal() <= ordinal()) {
        throw new IllegalStateException(this + " to " + wanted);
      }
      return wanted;
    }

    State any(State wanted) {
      return wanted;
    }
  }

  private final Lock lock = new ReentrantLock();
  private State state = State.NEEDED;

  private State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  boolean push() {
    return state() == State.NEEDED && to(State.PUSHING);
  }

  private boolean to(State wanted) {
    lock.lock();
    try {
      state = state.next(wanted);
      return true;
    } catch (IllegalStateException refused) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  boolean force() {
    return state() == State.NEEDED
        && toAny(State.DONE); // want SplitCriticalSection "state"
  }

  private boolean toAny(State wanted) {
    lock.lock();
    try {
      state = state.any(wanted);
      return true;
    } finally {
      lock.unlock();
    }
  }
}
