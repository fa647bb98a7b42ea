package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A read lock lets other readers in: they all update. */
public class ReadLocked {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Map<String, String> entries = new HashMap<>();
  private long reads;
  private long writes;

  public String get(String key) {
    rw.readLock().lock();
    try {
      reads++; // want NonAtomicUpdate "reads"
      return entries.get(key);
    } finally {
      rw.readLock().unlock();
    }
  }

  public void put(String key, String value) {
    rw.writeLock().lock();
    try {
      writes++;
      entries.put(key, value);
    } finally {
      rw.writeLock().unlock();
    }
  }

  public void resetReads() {
    rw.writeLock().lock();
    try {
      reads = 0;
    } finally {
      rw.writeLock().unlock();
    }
  }

  public long[] stats() {
    rw.readLock().lock();
    try {
      return new long[] {reads, writes};
    } finally {
      rw.readLock().unlock();
    }
  }
}
