package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** One lock spans test and action, and everybody who puts takes it. */
public class UnderOneLock {
  private static final Map<String, Integer> GLOBAL = new ConcurrentHashMap<>();
  private final Map<String, Integer> monitor = new ConcurrentHashMap<>();
  private final Map<String, Integer> reentrant = new ConcurrentHashMap<>();
  private final Map<String, Integer> readWrite = new ConcurrentHashMap<>();
  private final Map<String, Integer> stamped = new ConcurrentHashMap<>();
  private final Map<String, Integer> mutexed = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamps = new StampedLock();
  private final Semaphore mutex = new Semaphore(1);

  public synchronized void viaMonitor(String key, int value) {
    if (!monitor.containsKey(key)) {
      monitor.put(key, value);
    }
  }

  public void overwrite(String key, int value) {
    synchronized (this) {
      monitor.put(key, value);
    }
  }

  /** Readers need no lock: the map is concurrent. */
  public Integer peek(String key) {
    return monitor.get(key);
  }

  /** A removal in between changes nothing for a test that found the key absent. */
  public void forget(String key) {
    monitor.remove(key);
  }

  public static void viaClass(String key, int value) {
    synchronized (UnderOneLock.class) {
      if (!GLOBAL.containsKey(key)) {
        GLOBAL.put(key, value);
      }
    }
  }

  public void viaLock(String key, int value) {
    lock.lock();
    try {
      if (reentrant.get(key) == null) {
        reentrant.put(key, value);
      }
    } finally {
      lock.unlock();
    }
  }

  public void viaTryLock(String key, int value) {
    if (!lock.tryLock()) {
      return;
    }
    try {
      insert(key, value);
    } finally {
      lock.unlock();
    }
  }

  /** Private, and every caller holds the lock. */
  private void insert(String key, int value) {
    if (!reentrant.containsKey(key)) {
      reentrant.put(key, value);
    }
  }

  public void viaWriteLock(String key, int value) {
    ReentrantReadWriteLock.WriteLock write = rw.writeLock();
    write.lock();
    try {
      if (!readWrite.containsKey(key)) {
        readWrite.put(key, value);
      }
    } finally {
      write.unlock();
    }
  }

  public void viaStamp(String key, int value) {
    long stamp = stamps.writeLock();
    try {
      if (!stamped.containsKey(key)) {
        stamped.put(key, value);
      }
    } finally {
      stamps.unlockWrite(stamp);
    }
  }

  public void viaSemaphore(String key, int value) throws InterruptedException {
    mutex.acquire();
    try {
      if (!mutexed.containsKey(key)) {
        mutexed.put(key, value);
      }
    } finally {
      mutex.release();
    }
  }

  /** The lambda runs now, under the lock. */
  public synchronized void viaLambda(Iterable<String> keys) {
    keys.forEach(
        key -> {
          if (!monitor.containsKey(key)) {
            monitor.put(key, 0);
          }
        });
  }
}
