package cases.unguardedaccess;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Locks wrapped for try-with-resources. */
public class ScopedLocks {

  /** Locks when made, unlocks when closed. */
  static final class Scope implements AutoCloseable {
    private final Lock lock;

    Scope(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  /** A lock whose {@code acquire} hands itself back. */
  static final class ScopedLock implements AutoCloseable {
    private final ReentrantLock inner = new ReentrantLock();

    ScopedLock acquire() {
      inner.lock();
      return this;
    }

    @Override
    public void close() {
      inner.unlock();
    }
  }

  private final Lock lock = new ReentrantLock();
  private final ScopedLock scoped = new ScopedLock();

  @GuardedBy("lock")
  private int value;

  @GuardedBy("scoped.inner")
  private int other;

  private Scope hold() {
    return new Scope(lock);
  }

  public void wrapper() {
    try (Scope ignored = new Scope(lock)) {
      value++;
    }
    value--; // want UnguardedAccess "value"
  }

  public void viaHelper() {
    try (Scope ignored = hold()) {
      value++;
    }
  }

  public int selfReturning() {
    try (ScopedLock ignored = scoped.acquire()) {
      other++;
      return other;
    }
  }

  public int selfReturningTooLate() {
    try (ScopedLock ignored = scoped.acquire()) {
      other++;
    }
    return other; // want UnguardedAccess "other"
  }

  public void inCatch() {
    try (Scope ignored = new Scope(lock)) {
      value /= value;
    } catch (ArithmeticException e) {
      value = 1; // want UnguardedAccess "value"
    }
  }
}
