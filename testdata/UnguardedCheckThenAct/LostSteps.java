package cases.unguardedcheckthenact;

/** Steps between states: doing one twice is no harm, doing it after another thread's step is. */
public class LostSteps {
  enum Phase {
    NEW,
    RUNNING,
    STOPPED
  }

  /** What `stop` did in between, `start` undoes. */
  public static class Service {
    private volatile Phase phase = Phase.NEW;

    public void start() {
      if (phase == Phase.NEW) {
        phase = Phase.RUNNING; // want UnguardedCheckThenAct "phase"
      }
    }

    public void stop() {
      phase = Phase.STOPPED;
    }

    public boolean running() {
      return phase == Phase.RUNNING;
    }
  }

  /** A code for each state, and the early way out. */
  public static class Channel {
    private static final int IDLE = 0;
    private static final int ACTIVE = 1;
    private static final int CLOSED = 2;
    private volatile int state = IDLE;

    public void activate() {
      if (state != IDLE) {
        return;
      }
      state = ACTIVE; // want UnguardedCheckThenAct "state"
    }

    public void close() {
      state = CLOSED;
    }

    public int state() {
      return state;
    }
  }

  /** The end is no end for who has looked before. */
  public static class Job {
    private volatile Phase phase = Phase.NEW;

    public void run() {
      if (phase != Phase.STOPPED) {
        phase = Phase.RUNNING; // want UnguardedCheckThenAct "phase"
      }
    }

    public void stop() {
      phase = Phase.STOPPED;
    }

    public boolean running() {
      return phase == Phase.RUNNING;
    }
  }

  /** Two states: who comes second does the same again. */
  public static class Started {
    private volatile Phase phase = Phase.NEW;

    public void start() {
      if (phase == Phase.NEW) {
        phase = Phase.RUNNING;
      }
    }

    public boolean running() {
      return phase == Phase.RUNNING;
    }
  }

  /** On and off are all there is. */
  public static class Switch {
    private volatile boolean on;

    public void on() {
      if (!on) {
        on = true;
      }
    }

    public void off() {
      on = false;
    }

    public boolean isOn() {
      return on;
    }
  }

  /** Nobody stops it while it starts. */
  public static class Guarded {
    private volatile Phase phase = Phase.NEW;

    public synchronized void start() {
      if (phase == Phase.NEW) {
        phase = Phase.RUNNING;
      }
    }

    public synchronized void stop() {
      phase = Phase.STOPPED;
    }

    public boolean running() {
      return phase == Phase.RUNNING;
    }
  }

  static class Lights {
    enum Light {
      RED,
      GREEN,
      YELLOW
    }

    private volatile Light light = Light.RED;
    private volatile Light lamp = Light.RED;

    /** Two threads take the first step, and one of them the second before the other is done. */
    void next() {
      if (light == Light.RED) {
        light = Light.GREEN; // want UnguardedCheckThenAct "light"
      } else if (light == Light.GREEN) {
        light = Light.YELLOW;
      }
    }

    /** One after the other, in one life. */
    void live() {
      if (lamp == Light.RED) {
        lamp = Light.GREEN;
      }
      System.out.println("on");
      lamp = Light.YELLOW;
    }
  }

  static class Numbered {
    private volatile int step;

    void next() {
      switch (step) {
        case 0:
          step = 1; // want UnguardedCheckThenAct "step"
          break;
        case 1:
          step = 2;
          break;
        default:
          System.out.println("stays");
      }
    }
  }

  static class Switched {
    private volatile boolean on;
    private volatile boolean seen;

    void toggle() {
      if (on) {
        on = false; // want UnguardedCheckThenAct "on"
      } else {
        on = true;
      }
    }

    /** What another asks for, whoever asks last. */
    void set(boolean wanted) {
      if (wanted) {
        seen = true;
      } else {
        seen = false;
      }
    }

    boolean seen() {
      return seen;
    }
  }
}
