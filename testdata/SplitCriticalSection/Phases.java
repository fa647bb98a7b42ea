package cases.splitcriticalsection;

/** One read of a state that several later sections trust is one finding. */
public class Phases {
  private String phase = "looking";

  private synchronized String phase() {
    return phase;
  }

  private synchronized void enter(String next) {
    phase = next;
  }

  public synchronized void stop() {
    phase = "stopped";
  }

  public void step(boolean found) {
    String now = phase();
    if (now.equals("looking")) {
      enter("following"); // want SplitCriticalSection "phase"
    } else if (now.equals("following")) {
      enter("leading");
    } else if (found) {
      enter("looking");
    }
  }
}
