package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** {@code Lock}s in try/finally, the interruptible form, and a lock mixed with a monitor. */
public class ReentrantLocks {
  private final Lock inbox = new ReentrantLock();
  private final Lock outbox = new ReentrantLock();
  private final Deque<String> in = new ArrayDeque<>();
  private final Deque<String> out = new ArrayDeque<>();

  public void forward() {
    inbox.lock();
    try {
      outbox.lock(); // want LockOrderInversion "outbox"
      try {
        out.addAll(in);
        in.clear();
      } finally {
        outbox.unlock();
      }
    } finally {
      inbox.unlock();
    }
  }

  public void bounce() throws InterruptedException {
    outbox.lockInterruptibly();
    try {
      inbox.lockInterruptibly();
      try {
        in.addAll(out);
        out.clear();
      } finally {
        inbox.unlock();
      }
    } finally {
      outbox.unlock();
    }
  }

  static class Spooler {
    private final ReentrantLock jobs = new ReentrantLock();
    private int printed;
    private int queued;

    public synchronized void print() {
      printed++;
      jobs.lock(); // want LockOrderInversion "jobs"
      try {
        queued--;
      } finally {
        jobs.unlock();
      }
    }

    public String status() {
      jobs.lock();
      try {
        synchronized (this) {
          return printed + " of " + (printed + queued);
        }
      } finally {
        jobs.unlock();
      }
    }
  }
}
