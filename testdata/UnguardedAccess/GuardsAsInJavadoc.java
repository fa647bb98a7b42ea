package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.lockkeeper.annotations.GuardedBy;

/** Guards written as {@code lock#readLock}, and methods that only look at what is guarded. */
public class GuardsAsInJavadoc {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final StampedLock resize = new StampedLock();

  @GuardedBy("GuardsAsInJavadoc#lock")
  private final Map<String, String> routes = new HashMap<>();

  @GuardedBy("resize")
  private Map<String, Integer> entries = new HashMap<>();

  @GuardedBy("lock#raedLock")
  private void misspelt() {} // want UnguardedAccess "lock#raedLock"

  @GuardedBy("lock#readLock")
  private String find(String name) {
    return routes.get(name);
  }

  @GuardedBy("lock#writeLock")
  private void enter(String name, String route) {
    routes.put(name, route);
  }

  String lookUp(String name) {
    lock.readLock().lock();
    try {
      return find(name);
    } finally {
      lock.readLock().unlock();
    }
  }

  String lookUpUnlocked(String name) {
    return find(name); // want UnguardedAccess "find"
  }

  void add(String name, String route) {
    lock.writeLock().lock();
    try {
      enter(name, route);
    } finally {
      lock.writeLock().unlock();
    }
  }

  void addReading(String name, String route) {
    lock.readLock().lock();
    try {
      enter(name, route); // want UnguardedAccess "enter"
    } finally {
      lock.readLock().unlock();
    }
  }

  @GuardedBy("resize")
  private Map<String, Integer> entries() {
    return entries;
  }

  @GuardedBy("resize")
  private void renew() {
    entries = new HashMap<>(entries);
  }

  @GuardedBy("resize")
  private int renewed() {
    renew();
    return entries.size();
  }

  Integer get(String key) {
    long stamp = resize.readLock();
    try {
      return entries().get(key);
    } finally {
      resize.unlockRead(stamp);
    }
  }

  Integer getUnlocked(String key) {
    return entries().get(key); // want UnguardedAccess "entries"
  }

  void grow() {
    long stamp = resize.writeLock();
    try {
      renew();
    } finally {
      resize.unlockWrite(stamp);
    }
  }

  int growReading() {
    long stamp = resize.readLock();
    try {
      renew(); // want UnguardedAccess "renew"
      return renewed(); // want UnguardedAccess "renewed"
    } finally {
      resize.unlockRead(stamp);
    }
  }
}
