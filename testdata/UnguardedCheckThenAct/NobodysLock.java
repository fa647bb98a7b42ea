package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that is made where it is taken shows that threads were thought of, and keeps none out. */
class NobodysLock {
  private static NobodysLock instance;
  private final Map<String, Integer> sizes = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private int next;

  static NobodysLock instance() {
    synchronized (new Object()) {
      if (instance == null) {
        instance = new NobodysLock(); // want UnguardedCheckThenAct "NobodysLock.instance"
      }
      return instance;
    }
  }

  void measure(String name) {
    Object lock = new Object();
    synchronized (lock) {
      if (!sizes.containsKey(name)) {
        sizes.put(name, name.length()); // want UnguardedCheckThenAct "sizes"
      }
    }
  }

  int number() {
    Lock lock = new ReentrantLock();
    lock.lock();
    try {
      return next++; // want NonAtomicUpdate "next"
    } finally {
      lock.unlock();
    }
  }

  // No lock, and nothing else that tells of threads.
  void name(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
  }

  // The entry's own state is made under its monitor, before others find it.
  void enter(String name) {
    Entry entry = new Entry();
    synchronized (entry) {
      if (entry.name == null) {
        entry.name = name;
      }
      if (entries.isEmpty()) {
        entries.add(entry);
      }
    }
  }

  static class Entry {
    private String name;
  }
}
