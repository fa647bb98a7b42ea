package cases.nonatomicupdate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The next value, chosen or counted by the old one, where getters read and setters write. */
public class SettersAndGetters {

  enum Mode {
    OFF,
    SLOW,
    FAST
  }

  static class Fan {
    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.OFF);
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Mode shown = Mode.OFF;

    Mode getMode() {
      return mode.get();
    }

    void setMode(Mode mode) {
      this.mode.set(mode);
    }

    int getTurns() {
      return turns.get();
    }

    void setTurns(int turns) {
      this.turns.set(turns);
    }

    Mode getShown() {
      return shown;
    }

    void setShown(Mode shown) {
      this.shown = shown;
    }

    void toggle() {
      setMode(getMode() == Mode.OFF ? Mode.FAST : Mode.OFF); // want NonAtomicUpdate "mode"
    }

    void showNext() {
      setShown(getShown() == Mode.OFF ? Mode.SLOW : Mode.OFF); // want NonAtomicUpdate "shown"
    }

    void step() {
      mode.set(Mode.values()[(mode.get().ordinal() + 1) % 3]); // want NonAtomicUpdate "mode"
    }

    void stepRight() {
      mode.updateAndGet(old -> Mode.values()[(old.ordinal() + 1) % 3]);
    }

    void stepShown() {
      shown = Mode.values()[(shown.ordinal() + 1) % 3]; // want NonAtomicUpdate "shown"
    }

    /** Chosen by something else. */
    void show(boolean fast) {
      setShown(fast ? Mode.FAST : Mode.SLOW);
      setMode(Mode.values()[fast ? 2 : 1]);
    }
  }

  private final Map<String, Fan> fans = new ConcurrentHashMap<>();
  private final Fan main = new Fan();

  void toggleMain() {
    main.setMode(main.getMode() == Mode.OFF ? Mode.FAST : Mode.OFF); // want NonAtomicUpdate "mode"
  }

  void toggleMainRight() {
    main.mode.updateAndGet(old -> old == Mode.OFF ? Mode.FAST : Mode.OFF);
  }

  void toggle(String name) {
    Fan fan = fans.get(name);
    fan.setMode(fan.getMode() == Mode.OFF ? Mode.FAST : Mode.OFF); // want NonAtomicUpdate "mode"
  }

  void turn(String name) {
    Fan fan = fans.get(name);
    fan.setTurns(fan.getTurns() + 1); // want NonAtomicUpdate "turns"
  }

  void turnTwice(String name) {
    fans.get(name).turns.set(fans.get(name).turns.get() + 2); // want NonAtomicUpdate "turns"
  }

  void turnRight(String name) {
    fans.get(name).turns.incrementAndGet();
  }

  /** Of another object. */
  void copy(String name) {
    Fan fan = fans.get(name);
    fan.setTurns(main.getTurns() + 1);
    fan.setMode(main.getMode() == Mode.OFF ? Mode.FAST : Mode.OFF);
  }
}
