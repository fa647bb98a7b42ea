package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Updates that nobody can interrupt. */
public class UnderLock {
  private final Lock lock = new ReentrantLock();
  private final StampedLock stamps = new StampedLock();
  private final Semaphore mutex = new Semaphore(1);
  private final Map<String, Integer> counts = new HashMap<>();
  private int viaMonitor;
  private int viaLock;
  private int viaStamp;
  private int viaMutex;

  public synchronized void monitor() {
    viaMonitor++;
    bump();
  }

  private void bump() {
    viaMonitor += 2;
  }

  public int read() {
    synchronized (this) {
      return viaMonitor;
    }
  }

  public void lock(String key) {
    lock.lock();
    try {
      viaLock += key.length();
      counts.put(key, counts.getOrDefault(key, 0) + 1);
    } finally {
      lock.unlock();
    }
  }

  /** The guard through a local. */
  public void alias() {
    Lock l = this.lock;
    l.lock();
    try {
      viaLock--;
    } finally {
      l.unlock();
    }
  }

  public void stamp() {
    long s = stamps.writeLock();
    try {
      viaStamp++;
    } finally {
      stamps.unlockWrite(s);
    }
  }

  public void mutex() throws InterruptedException {
    mutex.acquire();
    try {
      viaMutex = viaMutex + 1;
    } finally {
      mutex.release();
    }
  }

  /** A lambda that runs at once keeps the lock. */
  public void each(Iterable<String> keys) {
    lock.lock();
    try {
      keys.forEach(key -> viaLock += key.length());
    } finally {
      lock.unlock();
    }
  }
}
