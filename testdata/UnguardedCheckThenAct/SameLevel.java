package cases.uncheckedcheckthenact;

import java.util.Objects;

/** To write what is not yet there changes nothing more than to write it anyway. */
public class SameLevel {
  private volatile String level = "info";
  private volatile boolean started;
  private volatile boolean warm;

  public void set(String next) {
    if (!next.equals(level)) {
      level = next;
    }
  }

  public void setOrNull(String next) {
    if (!Objects.equals(level, next)) {
      level = next;
    }
  }

  public void setOther(String now, String next) {
    if (now.equals(level)) {
      level = next; // want UnguardedCheckThenAct "level"
    }
  }

  public void start() {
    if (!started) {
      started = true; // want UnguardedCheckThenAct "started"
      open();
    }
  }

  /** Yet to be written. */
  private void open() {}

  public boolean warmUp() {
    if (!warm) {
      warm = true;
    }
    return warm;
  }

  public String level() {
    return level;
  }
}
