package cases.unguardedaccess;

import org.checkerframework.checker.lock.qual.GuardedBy;

/** The object guards itself: who uses it locks it, who puts another one there need not. */
public class SelfGuarded {
  static class Session {
    private int used;

    void touch() {
      used++;
    }
  }

  private @GuardedBy("<self>") Session current = new Session();

  @org.lockkeeper.annotations.GuardedBy("itself")
  private final int[] counts = new int[4];

  public void count(int kind) {
    counts[kind] = 1; // want UnguardedAccess "counts"
  }

  public void open() {
    current = new Session();
  }

  public void touch() {
    synchronized (current) {
      current.touch();
    }
  }

  public void touchWithout() {
    current.touch(); // want UnguardedAccess "current"
  }

  public void close() {
    Session last = current; // want UnguardedAccess "current"
    last.touch();
    current = null;
  }
}
