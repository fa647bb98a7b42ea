package cases.unguardedaccess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** A condition gives its lock back while it waits, and has it again afterwards. */
public class Mailbox {
  private final Lock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();

  @GuardedBy("lock")
  private final Deque<String> mail = new ArrayDeque<>();

  @GuardedBy("this")
  private int waiting;

  public String take() throws InterruptedException {
    lock.lock();
    try {
      while (mail.isEmpty()) {
        notEmpty.await();
      }
      return mail.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  public void put(String letter) {
    lock.lock();
    try {
      mail.addLast(letter);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  public synchronized void await() throws InterruptedException {
    waiting++;
    while (waiting < 2) {
      wait();
    }
    waiting--;
    notifyAll();
  }

  /** Peeks before it locks. */
  public String takeEager() throws InterruptedException {
    if (mail.isEmpty()) { // want UnguardedAccess "mail"
      return take();
    }
    return take();
  }

  /** Unlocks, then looks. */
  public boolean putAndTest(String letter) {
    put(letter);
    return mail.size() > 1; // want UnguardedAccess "mail"
  }
}
