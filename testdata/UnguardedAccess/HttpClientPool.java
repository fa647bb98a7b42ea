package cases.unguardedaccess;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Explicit locks on every kind of path. */
public class HttpClientPool {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition free = lock.newCondition();
  private final Lock statsLock = new ReentrantLock();

  @GuardedBy("lock")
  private final Deque<String> idle = new ArrayDeque<>();

  @GuardedBy("lock")
  private int leased;

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("statsLock")
  private long hits;

  public String take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (idle.isEmpty() && !closed) {
        free.await();
      }
      leased++;
      return idle.poll();
    } finally {
      lock.unlock();
      hits++; // want UnguardedAccess "hits"
    }
  }

  public boolean tryTake() {
    if (!lock.tryLock()) {
      leased--; // want UnguardedAccess "leased"
      return false;
    }
    try {
      leased++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public boolean timed() throws InterruptedException {
    boolean got = lock.tryLock(5, TimeUnit.SECONDS);
    if (got) {
      try {
        leased++;
      } finally {
        lock.unlock();
      }
    } else {
      leased = 0; // want UnguardedAccess "leased"
    }
    return got;
  }

  public void ignoresAnswer() {
    lock.tryLock();
    leased++; // want UnguardedAccess "leased"
    lock.unlock();
  }

  public void spins() {
    while (!lock.tryLock()) {
      Thread.onSpinWait();
    }
    try {
      leased++;
    } finally {
      lock.unlock();
    }
  }

  public void lockedOnOnePath(boolean careful) {
    if (careful) {
      lock.lock();
    }
    leased++; // want UnguardedAccess "leased"
    if (careful) {
      lock.unlock();
    }
  }

  public void bothBranches(boolean fair) throws InterruptedException {
    if (fair) {
      lock.lockInterruptibly();
    } else {
      lock.lock();
    }
    try {
      leased++;
    } finally {
      lock.unlock();
    }
  }

  public int earlyReturn(boolean quick) {
    lock.lock();
    if (quick) {
      lock.unlock();
      return leased; // want UnguardedAccess "leased"
    }
    int n = leased;
    lock.unlock();
    return n;
  }

  public int returnsInside() {
    lock.lock();
    try {
      return leased + idle.size();
    } finally {
      lock.unlock();
    }
  }

  public void inLoop(int rounds) {
    for (int i = 0; i < rounds; i++) {
      lock.lock();
      leased++;
      lock.unlock();
      if (i % 2 == 0) {
        continue;
      }
      leased--; // want UnguardedAccess "leased"
    }
  }

  public void breaksOut() {
    for (; ; ) {
      lock.lock();
      if (closed) {
        break;
      }
      lock.unlock();
    }
    leased = 0;
    lock.unlock();
  }

  public void wrongLock() {
    statsLock.lock();
    try {
      hits++;
      leased++; // want UnguardedAccess "leased"
    } finally {
      statsLock.unlock();
    }
  }

  public void monitorOfTheLock() {
    synchronized (lock) {
      leased++; // want UnguardedAccess "leased"
    }
  }

  public void ifHeld() {
    if (lock.isHeldByCurrentThread()) {
      leased++;
    }
  }

  public void inCatch() {
    lock.lock();
    try {
      idle.addLast("x");
    } catch (IllegalStateException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  public void afterCatch() {
    try {
      lock.lock();
      idle.addLast("x");
      lock.unlock();
    } catch (IllegalStateException e) {
      closed = true; // want UnguardedAccess "closed"
    }
  }

  public String described(int kind) {
    switch (kind) {
      case 0:
        lock.lock();
        try {
          return "leased " + leased;
        } finally {
          lock.unlock();
        }
      case 1:
        return "closed " + closed; // want UnguardedAccess "closed"
      default:
        return "?";
    }
  }

  public int ternary() {
    return closed ? 0 : 1; // want UnguardedAccess "closed"
  }

  public void close() {
    lock.lock();
    try {
      closed = true;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void lockIt() {
    lock.lock();
  }

  private void unlockIt() {
    lock.unlock();
  }

  public void throughHelpers() {
    lockIt();
    try {
      leased++;
    } finally {
      unlockIt();
    }
    leased--; // want UnguardedAccess "leased"
  }

  private Lock mutex() {
    return lock;
  }

  public void throughGetter() {
    mutex().lock();
    try {
      leased++;
    } finally {
      mutex().unlock();
    }
  }

  public void throughLocal() {
    final Lock l = this.lock;
    l.lock();
    try {
      leased++;
    } finally {
      l.unlock();
    }
  }

  public void throughOther(HttpClientPool that) {
    that.lock.lock();
    try {
      leased++; // want UnguardedAccess "leased"
      that.leased++;
    } finally {
      that.lock.unlock();
    }
  }
}
