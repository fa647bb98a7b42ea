package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Every way to name a guard. */
public class GuardExpressions {
  private static final Object CLASS_LOCK = new Object();
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("GuardExpressions.class")
  private static int byClass;

  @GuardedBy("GuardExpressions.CLASS_LOCK")
  private static int byStaticField;

  @GuardedBy("CLASS_LOCK")
  private static int byShortName;

  @GuardedBy("mutex()")
  private int byMethod;

  @GuardedBy("itself")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("Locks.GLOBAL")
  private int byOtherType;

  /** Locks that several classes share. */
  static final class Locks {
    static final Object GLOBAL = new Object();
  }

  Lock mutex() {
    return mutex;
  }

  public synchronized void allWrong(String name) {
    byClass++; // want UnguardedAccess "byClass"
    byStaticField++; // want UnguardedAccess "byStaticField"
    byShortName++; // want UnguardedAccess "byShortName"
    byMethod++; // want UnguardedAccess "byMethod"
    names.add(name); // want UnguardedAccess "names"
    byOtherType++; // want UnguardedAccess "byOtherType"
  }

  public static synchronized void classRight() {
    byClass++;
  }

  public void classRightBlock() {
    synchronized (GuardExpressions.class) {
      byClass--;
    }
  }

  public static void staticFieldRight() {
    synchronized (CLASS_LOCK) {
      byStaticField++;
      byShortName++;
    }
  }

  public void methodRight() {
    mutex().lock();
    try {
      byMethod++;
    } finally {
      mutex().unlock();
    }
  }

  public int itselfRight(String name) {
    synchronized (names) {
      names.add(name);
      return names.size();
    }
  }

  public void otherTypeRight() {
    synchronized (Locks.GLOBAL) {
      byOtherType++;
    }
  }

  /** Guards through the enclosing instance. */
  class Entry {
    @GuardedBy("GuardExpressions.this")
    private int version;

    void touch() {
      version++; // want UnguardedAccess "version"
    }

    synchronized void ownMonitor() {
      version++; // want UnguardedAccess "version"
    }

    void touchRight() {
      synchronized (GuardExpressions.this) {
        version++;
      }
    }
  }
}
