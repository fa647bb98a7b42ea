package cases.unguardedcheckthenact;

/** Who locks to test a field and have a helper set it shows that threads share the field. */
public class StatesByHelpers {
  enum State {
    CONNECTED,
    SUSPENDED,
    LOST
  }

  private State state;
  private long since;
  private State shown;

  boolean suspend() {
    if (state == State.LOST || state == State.SUSPENDED) {
      return false;
    }
    set(State.SUSPENDED); // want UnguardedCheckThenAct "state"
    return true;
  }

  synchronized boolean change(State to) {
    State before = state;
    if (before == to) {
      return false;
    }
    set(to);
    return true;
  }

  private void set(State to) {
    state = to;
    since = System.nanoTime();
  }

  synchronized long since() {
    return since;
  }

  /** Nobody locks for this one. */
  boolean show(State what) {
    if (shown == what) {
      return false;
    }
    setShown(what);
    return true;
  }

  private void setShown(State what) {
    shown = what;
  }
}
