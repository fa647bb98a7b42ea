package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;

/** The same annotation from six libraries. */
public final class Flavours {
  private final Object lock = new Object();

  @com.google.errorprone.annotations.concurrent.GuardedBy("lock")
  private int errorProne;

  @javax.annotation.concurrent.GuardedBy("lock")
  private int jsr305;

  @net.jcip.annotations.GuardedBy("lock")
  private int jcip;

  @androidx.annotation.GuardedBy("lock")
  private int androidx;

  @org.lockkeeper.annotations.GuardedBy("lock")
  private int ours;

  private @org.checkerframework.checker.lock.qual.GuardedBy("lock") List<String> checker =
      new ArrayList<>();

  public void unguarded(String text) {
    errorProne = 1; // want UnguardedAccess "errorProne"
    jsr305 = 1; // want UnguardedAccess "jsr305"
    jcip = 1; // want UnguardedAccess "jcip"
    androidx = 1; // want UnguardedAccess "androidx"
    ours = 1; // want UnguardedAccess "ours"
    checker.add(text); // want UnguardedAccess "checker"
  }

  public int guarded(String text) {
    synchronized (lock) {
      checker.add(text);
      errorProne++;
      return errorProne + jsr305 + jcip + androidx + ours;
    }
  }

  @org.checkerframework.checker.lock.qual.Holding("lock")
  void holdingByChecker() {
    ours = 2;
  }

  public void callsHolding() {
    holdingByChecker(); // want UnguardedAccess "holdingByChecker"
    synchronized (lock) {
      holdingByChecker();
    }
  }
}
