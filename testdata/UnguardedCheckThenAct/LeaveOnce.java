package cases.unguardedcheckthenact;

/** What is counted when a flag is set is counted twice when two threads set it. */
public class LeaveOnce {
  private volatile boolean left;
  private volatile boolean named;
  private int users = 1;
  private String name = "";

  public void leave() {
    if (!left) {
      left = true; // want UnguardedCheckThenAct "left"
      users--;
    }
  }

  /** To name it twice is to name it once. */
  public void rename() {
    if (!named) {
      named = true;
      name = "leaving";
    }
  }

  public String describe() {
    return name + users;
  }
}
