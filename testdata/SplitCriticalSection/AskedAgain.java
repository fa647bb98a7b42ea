package cases.splitcriticalsection;

/** The later section leaves the decision to a helper that looks for itself. */
public class AskedAgain {
  private enum State {
    IDLE,
    FILLING,
    DONE
  }

  private final Object lock = new Object();
  private State state = State.IDLE;

  public void fill() {
    boolean idle;
    synchronized (lock) {
      idle = state == State.IDLE;
    }
    if (idle) {
      synchronized (lock) {
        begin();
      }
    }
  }

  public void fillBlindly() {
    boolean idle;
    synchronized (lock) {
      idle = state == State.IDLE;
    }
    if (idle) {
      synchronized (lock) {
        state = State.FILLING; // want SplitCriticalSection "state"
      }
    }
  }

  public void finish() {
    synchronized (lock) {
      state = State.DONE;
    }
  }

  private void begin() {
    if (state == State.IDLE) {
      state = State.FILLING;
    }
  }
}
