package cases.splitcriticalsection;

import java.util.LinkedList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Threads that wait for work in a loop of their own: the loop asks again too late. */
class Workers {
  private final LinkedList<Integer> jobs = new LinkedList<>();
  private final Lock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private int permits;

  synchronized void add(int job) {
    jobs.add(job);
    notifyAll();
  }

  void forEver() throws InterruptedException {
    while (true) {
      synchronized (this) {
        if (jobs.isEmpty()) {
          wait();
        }
        jobs.removeFirst(); // want SplitCriticalSection "`jobs` may change after isEmpty"
      }
    }
  }

  void someTimes(int n) throws InterruptedException {
    for (int i = 0; i < n; i++) {
      lock.lock();
      try {
        if (permits == 0) {
          more.await();
        }
        permits--; // want SplitCriticalSection "`permits` may change after its read"
      } finally {
        lock.unlock();
      }
    }
  }

  void asksAgain(int n) throws InterruptedException {
    for (int i = 0; i < n; i++) {
      lock.lock();
      try {
        while (permits == 0) {
          more.await();
        }
        permits--;
      } finally {
        lock.unlock();
      }
    }
  }

  synchronized void fromTheTop() throws InterruptedException {
    while (true) {
      if (jobs.isEmpty()) {
        wait();
        continue;
      }
      jobs.removeFirst();
    }
  }

  synchronized void either() throws InterruptedException {
    while (true) {
      if (jobs.isEmpty()) {
        wait();
      } else {
        jobs.removeFirst();
      }
    }
  }

  void give() {
    lock.lock();
    try {
      permits++;
      more.signal();
    } finally {
      lock.unlock();
    }
  }
}
