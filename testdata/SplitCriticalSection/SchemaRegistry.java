package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The read lock cannot be upgraded, so the test must be made again under the write lock. */
public class SchemaRegistry {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Map<String, Schema> schemas = new HashMap<>();
  private int nextId;

  public Schema schema(String subject) {
    rw.readLock().lock();
    try {
      Schema known = schemas.get(subject);
      if (known != null) {
        return known;
      }
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      Schema fresh = new Schema(subject, nextId++);
      schemas.put(subject, fresh); // want SplitCriticalSection "schemas"
      return fresh;
    } finally {
      rw.writeLock().unlock();
    }
  }

  public void drop(String subject) {
    boolean known;
    rw.readLock().lock();
    try {
      known = schemas.containsKey(subject);
    } finally {
      rw.readLock().unlock();
    }
    if (known) {
      rw.writeLock().lock();
      try {
        schemas.remove(subject).retire(); // want SplitCriticalSection "schemas"
      } finally {
        rw.writeLock().unlock();
      }
    }
  }

  public Schema schemaRight(String subject) {
    rw.readLock().lock();
    try {
      Schema known = schemas.get(subject);
      if (known != null) {
        return known;
      }
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      Schema known = schemas.get(subject);
      if (known == null) {
        known = new Schema(subject, nextId++);
        schemas.put(subject, known);
      }
      return known;
    } finally {
      rw.writeLock().unlock();
    }
  }

  public Schema schemaCompute(String subject) {
    rw.readLock().lock();
    try {
      Schema known = schemas.get(subject);
      if (known != null) {
        return known;
      }
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      return schemas.computeIfAbsent(subject, s -> new Schema(s, nextId++));
    } finally {
      rw.writeLock().unlock();
    }
  }

  /** Its id must be unique. */
  public static final class Schema {
    final String subject;
    final int id;

    Schema(String subject, int id) {
      this.subject = subject;
      this.id = id;
    }

    void retire() {}
  }
}
