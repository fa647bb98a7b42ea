package cases.unguardedaccess;

import androidx.annotation.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Read and write sides. */
public class DocumentStore {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock reading = rw.readLock();
  private final Lock writing = rw.writeLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("rw")
  private final Map<String, String> documents = new HashMap<>();

  @GuardedBy("writing")
  private int revision;

  @GuardedBy("rw.readLock()")
  private int loaded;

  @GuardedBy("stamped")
  private double x;

  @GuardedBy("stamped")
  private double y;

  public String get(String id) {
    reading.lock();
    try {
      return documents.get(id);
    } finally {
      reading.unlock();
    }
  }

  public void put(String id, String text) {
    writing.lock();
    try {
      documents.put(id, text);
      revision++;
    } finally {
      writing.unlock();
    }
  }

  public String load(String id) {
    rw.readLock().lock();
    try {
      if (!documents.containsKey(id)) {
        documents.put(id, id); // want UnguardedAccess "documents"
      }
      return documents.get(id);
    } finally {
      rw.readLock().unlock();
    }
  }

  public void removeIf(String prefix) {
    rw.readLock().lock();
    try {
      documents.keySet().removeIf(k -> k.startsWith(prefix)); // want UnguardedAccess "documents"
    } finally {
      rw.readLock().unlock();
    }
  }

  public void mark() {
    rw.readLock().lock();
    try {
      loaded++;
    } finally {
      rw.readLock().unlock();
    }
    loaded--; // want UnguardedAccess "loaded"
  }

  public void downgrade(String id) {
    writing.lock();
    try {
      documents.put(id, "");
      reading.lock();
    } finally {
      writing.unlock();
    }
    try {
      documents.get(id);
      documents.remove(id); // want UnguardedAccess "documents"
    } finally {
      reading.unlock();
    }
  }

  public int peek() {
    return documents.size(); // want UnguardedAccess "documents"
  }

  public void move(double dx, double dy) {
    long stamp = stamped.writeLock();
    try {
      x += dx;
      y += dy;
    } finally {
      stamped.unlockWrite(stamp);
    }
  }

  public double distance() {
    long stamp = stamped.tryOptimisticRead();
    double cx = x;
    double cy = y;
    if (!stamped.validate(stamp)) {
      stamp = stamped.readLock();
      try {
        cx = x;
        cy = y;
      } finally {
        stamped.unlockRead(stamp);
      }
    }
    return Math.hypot(cx, cy);
  }

  public double unvalidated() {
    long stamp = stamped.tryOptimisticRead();
    return x; // want UnguardedAccess "x"
  }

  public void writesUnderRead(double to) {
    long stamp = stamped.readLock();
    try {
      x = to; // want UnguardedAccess "x"
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  public void writesOptimistic(double to) {
    long stamp = stamped.tryOptimisticRead();
    if (stamped.validate(stamp)) {
      y = to; // want UnguardedAccess "y"
    }
  }

  public void moveIfAtOrigin(double toX, double toY) {
    long stamp = stamped.readLock();
    try {
      while (x == 0.0 && y == 0.0) {
        long ws = stamped.tryConvertToWriteLock(stamp);
        if (ws != 0L) {
          stamp = ws;
          x = toX;
          y = toY;
          break;
        } else {
          stamped.unlockRead(stamp);
          stamp = stamped.writeLock();
        }
      }
    } finally {
      stamped.unlock(stamp);
    }
  }
}
