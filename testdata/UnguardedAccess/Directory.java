package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lockkeeper.annotations.GuardedBy;

/** Both sides of a ReadWriteLock, each at its level. */
public class Directory {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock.WriteLock write;
  private final ReentrantReadWriteLock sides = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private final Map<String, String> entries = new HashMap<>();

  @GuardedBy("rw")
  private long version;

  @GuardedBy("sides.readLock()")
  private int readers;

  @GuardedBy("sides.writeLock()")
  private int writers;

  public Directory() {
    write = sides.writeLock();
  }

  public String get(String key) {
    rw.readLock().lock();
    try {
      return entries.get(key);
    } finally {
      rw.readLock().unlock();
    }
  }

  public void put(String key, String value) {
    rw.writeLock().lock();
    try {
      entries.put(key, value);
      version++;
    } finally {
      rw.writeLock().unlock();
    }
  }

  public void putUnderReadLock(String key, String value) {
    rw.readLock().lock();
    try {
      version++; // want UnguardedAccess "version"
      entries.put(key, value); // want UnguardedAccess "entries"
    } finally {
      rw.readLock().unlock();
    }
  }

  public long readUnderWriteLock() {
    rw.writeLock().lock();
    try {
      return version + entries.size();
    } finally {
      rw.writeLock().unlock();
    }
  }

  /** Downgrades: the read lock is taken before the write lock goes. */
  public long downgrade() {
    rw.writeLock().lock();
    try {
      version++;
      rw.readLock().lock();
    } finally {
      rw.writeLock().unlock();
    }
    try {
      return version;
    } finally {
      rw.readLock().unlock();
    }
  }

  public long downgradeWrong() {
    rw.writeLock().lock();
    rw.readLock().lock();
    rw.writeLock().unlock();
    try {
      version = 0; // want UnguardedAccess "version"
      return version;
    } finally {
      rw.readLock().unlock();
    }
  }

  public int count() {
    return writers; // want UnguardedAccess "writers"
  }

  public int readSide() {
    sides.readLock().lock();
    try {
      return readers;
    } finally {
      sides.readLock().unlock();
    }
  }

  public void writeSideInLocal() {
    write.lock();
    try {
      writers++;
    } finally {
      write.unlock();
    }
  }

  public int readersUnguarded() {
    return readers; // want UnguardedAccess "readers"
  }
}
