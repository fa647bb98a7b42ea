package cases.unguardedaccess;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Accessors of locks that look at something before they answer. */
public class AccessorsThatAssert {
  private final Lock mutex = new ReentrantLock();
  private final Lock spare = new ReentrantLock();
  private volatile boolean open;

  @GuardedBy("mutex()")
  private final Queue<String> waiting = new ArrayDeque<>();

  private Lock mutex() {
    if (!open) {
      throw new IllegalStateException("not open");
    }
    return mutex;
  }

  void open() {
    open = true;
  }

  void add(String one) {
    mutex().lock();
    try {
      waiting.add(one);
    } finally {
      mutex().unlock();
    }
  }

  String next() {
    mutex.lock();
    try {
      return waiting.poll();
    } finally {
      mutex.unlock();
    }
  }

  void addUnlocked(String one) {
    waiting.add(one); // want UnguardedAccess "waiting"
  }

  void addToSpare(String one) {
    spare.lock();
    try {
      waiting.add(one); // want UnguardedAccess "waiting"
    } finally {
      spare.unlock();
    }
  }
}
