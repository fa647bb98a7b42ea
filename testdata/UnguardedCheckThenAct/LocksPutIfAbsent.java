package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A lock for each name, made by whoever comes first: all others find the same one. */
public class LocksPutIfAbsent {
  private final ConcurrentMap<String, Object> monitors = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();

  public String chosen(String name) {
    Object mine = new Object();
    Object old = monitors.putIfAbsent(name, mine);
    Object monitor = old == null ? mine : old;
    synchronized (monitor) {
      String text = texts.get(name);
      if (text == null) {
        text = load(name);
        texts.put(name, text);
      }
      return text;
    }
  }

  public String replaced(String name) {
    Object monitor = new Object();
    Object old = monitors.putIfAbsent(name, monitor);
    if (old != null) {
      monitor = old;
    }
    synchronized (monitor) {
      if (!texts.containsKey(name)) {
        texts.put(name, load(name));
      }
      return texts.get(name);
    }
  }

  public String computed(String name) {
    Object monitor = monitors.computeIfAbsent(name, n -> new Object());
    synchronized (monitor) {
      if (!texts.containsKey(name)) {
        texts.put(name, load(name));
      }
      return texts.get(name);
    }
  }

  public String putFirst(String name) {
    monitors.putIfAbsent(name, new Object());
    synchronized (monitors.get(name)) {
      if (!texts.containsKey(name)) {
        texts.put(name, load(name));
      }
      return texts.get(name);
    }
  }

  public String foundByHelper(String name) {
    synchronized (monitorOf(name)) {
      if (!texts.containsKey(name)) {
        texts.put(name, load(name));
      }
      return texts.get(name);
    }
  }

  private Object monitorOf(String name) {
    Object fresh = new Object();
    Object old = monitors.putIfAbsent(name, fresh);
    return old == null ? fresh : old;
  }

  private String load(String name) {
    return name + ".txt";
  }
}

/** The same with locks. */
class NamedLocks {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();

  public String soughtFirst(String name) {
    ReentrantLock lock = locks.get(name);
    if (lock == null) {
      lock = new ReentrantLock();
      ReentrantLock old = locks.putIfAbsent(name, lock);
      if (old != null) {
        lock = old;
      }
    }
    lock.lock();
    try {
      String text = texts.get(name);
      if (text == null) {
        text = load(name);
        texts.put(name, text);
      }
      return text;
    } finally {
      lock.unlock();
    }
  }

  public String lockFor(String name) {
    Lock lock = locks.computeIfAbsent(name, n -> new ReentrantLock());
    lock.lock();
    try {
      if (!texts.containsKey(name)) {
        texts.put(name, load(name));
      }
      return texts.get(name);
    } finally {
      lock.unlock();
    }
  }

  public void replace(String name, String text) {
    ReentrantLock lock = new ReentrantLock();
    ReentrantLock old = locks.putIfAbsent(name, lock);
    lock = old == null ? lock : old;
    lock.lock();
    try {
      if (texts.containsKey(name)) {
        texts.put(name, text);
      }
    } finally {
      lock.unlock();
    }
  }

  public void remove(String name, String text) {
    ReentrantLock lock = lockOf(name);
    lock.lock();
    try {
      if (text.equals(texts.get(name))) {
        texts.remove(name);
      }
    } finally {
      lock.unlock();
    }
  }

  ReentrantLock lockOf(String name) {
    ReentrantLock lock = locks.get(name);
    if (lock == null) {
      ReentrantLock fresh = new ReentrantLock();
      lock = locks.putIfAbsent(name, fresh);
      if (lock == null) {
        return fresh;
      }
    }
    return lock;
  }

  private String load(String name) {
    return name + ".txt";
  }
}

/** What each caller makes for itself keeps nobody out, and what is put there replaces. */
class LocksOfCallers {
  private final ConcurrentMap<String, Object> monitors = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();

  public String put(String name) {
    Object monitor = new Object();
    Object old = monitors.put(name, monitor);
    synchronized (monitor) {
      if (!texts.containsKey(name)) {
        texts.put(name, name + old); // want UnguardedCheckThenAct "texts"
      }
      return texts.get(name);
    }
  }

  public String forgotten(String name) {
    Object monitor = new Object();
    monitors.putIfAbsent(name, monitor);
    synchronized (monitor) {
      if (!texts.containsKey(name)) {
        texts.put(name, name); // want UnguardedCheckThenAct "texts"
      }
      return texts.get(name);
    }
  }
}
