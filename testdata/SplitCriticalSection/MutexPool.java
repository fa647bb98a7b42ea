package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** A binary semaphore is a lock too. */
public class MutexPool {
  private final Semaphore mutex = new Semaphore(1);
  private final Deque<Integer> free = new ArrayDeque<>();

  public Integer borrow() throws InterruptedException {
    boolean any;
    mutex.acquire();
    try {
      any = !free.isEmpty();
    } finally {
      mutex.release();
    }
    if (!any) {
      return null;
    }
    mutex.acquire();
    try {
      return free.pop(); // want SplitCriticalSection "free"
    } finally {
      mutex.release();
    }
  }

  public Integer borrowRight() throws InterruptedException {
    mutex.acquire();
    try {
      return free.isEmpty() ? null : free.pop();
    } finally {
      mutex.release();
    }
  }

  public void giveBack(int slot) throws InterruptedException {
    mutex.acquire();
    try {
      free.push(slot);
    } finally {
      mutex.release();
    }
  }
}
