package cases.unguardedaccess;

import org.lockkeeper.annotations.GuardedBy;

/** The whole message, as a person sees it. */
public class Shown {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private String title = "";

  public void rename(String to) {
    synchronized (lock) {
      title = to;
    }
  }

  public String title() {
    return title; // want UnguardedAccess "title"
  }
}
