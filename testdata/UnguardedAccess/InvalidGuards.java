package cases.unguardedaccess;

import org.lockkeeper.annotations.GuardedBy;
import org.lockkeeper.annotations.Holding;

/** Expressions that name nothing: a guard that protects only on paper. */
public class InvalidGuards {
  private final Object lock = new Object();

  @GuardedBy("lokc") int misspelt; // want UnguardedAccess "lokc"

  @GuardedBy("Missing.class") int noSuchType; // want UnguardedAccess "Missing.class"

  @GuardedBy("guard()") int noSuchMethod; // want UnguardedAccess "guard()"

  @GuardedBy("lock.readLock()") int noReadSide; // want UnguardedAccess "lock.readLock()"

  @GuardedBy("") int empty; // want UnguardedAccess "empty"

  @GuardedBy({}) int forgotten; // want UnguardedAccess "`@GuardedBy` of `forgotten` names no guard"

  @Holding({}) void forgottenToo() {} // want UnguardedAccess "`@Holding` of `forgottenToo`"

  @GuardedBy("lock.") int unfinished; // want UnguardedAccess "`lock.`"

  @GuardedBy("this.") int noField; // want UnguardedAccess "`this.`"

  @GuardedBy("misspelt") int aNumber; // want UnguardedAccess "no object"

  @GuardedBy("this") static int ofEach; // want UnguardedAccess "static"

  @GuardedBy("lock") static int ofEachField; // want UnguardedAccess "static"

  @GuardedBy("InvalidGuards.class") static int ofAll;

  @GuardedBy("InvalidGuards.this") int fine;

  @Holding("nothing") void helper() {} // want UnguardedAccess "nothing"

  @Holding("lock") static void ofNobody() {} // want UnguardedAccess "static"

  @Holding("other.lock")
  static int ofArgument(InvalidGuards other) {
    return other.fineToo;
  }

  @GuardedBy("lock") int fineToo;

  void right() {
    synchronized (lock) {
      helper0();
    }
    synchronized (this) {
      fine++;
    }
  }

  @Holding("lock")
  void helper0() {}
}
