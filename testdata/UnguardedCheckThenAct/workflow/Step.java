package cases.unguardedcheckthenact.workflow;

/** One of many that any thread finds by their names. */
class Step {
  enum State {
    NEW,
    READY,
    RUNNING,
    DONE
  }

  private volatile State state = State.NEW;
  private State plain = State.NEW;

  State getState() {
    return state;
  }

  void setState(State state) {
    this.state = state;
  }

  boolean isPlain() {
    return plain == State.READY;
  }

  void setPlain(State plain) {
    this.plain = plain;
  }

  /** Under the lock of the object. */
  synchronized boolean start() {
    if (state != State.READY) {
      return false;
    }
    state = State.RUNNING;
    return true;
  }
}
