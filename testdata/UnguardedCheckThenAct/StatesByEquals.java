package cases.unguardedcheckthenact;

import java.util.Objects;

/** States that are compared by {@code equals}. */
class StatesByEquals {

  static class Order {
    private volatile String state = "open";

    void pay() {
      if (state.equals("open")) {
        state = "paid"; // want UnguardedCheckThenAct "state"
      }
    }

    void send() {
      if (!Objects.equals(state, "paid")) {
        return;
      }
      state = "sent"; // want UnguardedCheckThenAct "state"
    }

    void cancel() {
      state = "cancelled";
    }
  }

  enum Phase {
    IDLE,
    BUSY,
    ENDED
  }

  static class Worker {
    private volatile Phase phase = Phase.IDLE;

    void begin() {
      if (Phase.IDLE.equals(phase)) {
        phase = Phase.BUSY; // want UnguardedCheckThenAct "phase"
      }
    }

    synchronized void end() {
      phase = Phase.ENDED;
    }
  }

  /** Of two states, the second is never left. */
  static class Door {
    private volatile String state = "open";

    void close() {
      if (state.equals("open")) {
        state = "closed";
      }
    }
  }

  static class Locked {
    private String state = "open";

    synchronized void pay() {
      if ("open".equals(state)) {
        state = "paid";
      }
    }

    synchronized void cancel() {
      state = "cancelled";
    }
  }
}
