package cases.splitcriticalsection;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waiting gives the lock back: what was read before it is old news after it. */
public class Turnstile {
  private final Lock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean open;
  private int inside;
  private int credit;

  public void enter() throws InterruptedException {
    lock.lock();
    try {
      int before = inside;
      while (!open) {
        opened.await();
      }
      inside = before + 1; // want SplitCriticalSection "inside"
    } finally {
      lock.unlock();
    }
  }

  public boolean enterIfRoom(int max) throws InterruptedException {
    lock.lock();
    try {
      boolean room = inside < max;
      while (!open) {
        opened.await();
      }
      if (room) {
        inside++; // want SplitCriticalSection "inside"
      }
      return room;
    } finally {
      lock.unlock();
    }
  }

  public synchronized void spend(int amount) throws InterruptedException {
    int rest = credit - amount;
    while (credit < amount) {
      wait();
    }
    credit = rest; // want SplitCriticalSection "credit"
  }

  public synchronized void earn(int amount) {
    credit += amount;
    notifyAll();
  }

  /** Reads after the wait. */
  public void enterRight(int max) throws InterruptedException {
    lock.lock();
    try {
      while (!open || inside >= max) {
        opened.await();
      }
      inside++;
    } finally {
      lock.unlock();
    }
  }

  public synchronized void spendRight(int amount) throws InterruptedException {
    while (credit < amount) {
      wait();
    }
    credit -= amount;
  }

  public void setOpen(boolean value) {
    lock.lock();
    try {
      open = value;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
