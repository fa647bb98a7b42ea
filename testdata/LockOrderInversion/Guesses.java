package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Nestings that would need an object to be what nothing says that it is. */
public class Guesses {

  interface Pool {
    int idle();

    void put(String object);
  }

  /** Two decorators of one interface: nobody wraps each in the other. */
  static class Locked implements Pool {
    private final Pool inner;
    private final Lock lock = new ReentrantLock();

    Locked(Pool inner) {
      this.inner = inner;
    }

    @Override
    public int idle() {
      lock.lock();
      try {
        return inner.idle();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void put(String object) {
      lock.lock();
      try {
        inner.put(object);
      } finally {
        lock.unlock();
      }
    }
  }

  static class Eroding implements Pool {
    private final Pool inner;
    private final Object factor = new Object();
    private int puts;

    Eroding(Pool inner) {
      this.inner = inner;
    }

    @Override
    public int idle() {
      synchronized (factor) {
        return inner.idle();
      }
    }

    @Override
    public void put(String object) {
      synchronized (factor) {
        puts++;
        inner.put(object);
      }
    }
  }

  /** The collection is hardly ever another queue. */
  static class Queue extends java.util.AbstractCollection<String> {
    private final Lock lock = new ReentrantLock();
    private final List<String> items = new ArrayList<>();

    @Override
    public boolean add(String item) {
      lock.lock();
      try {
        return items.add(item);
      } finally {
        lock.unlock();
      }
    }

    void drainTo(Collection<String> into) {
      lock.lock();
      try {
        for (String item : items) {
          into.add(item);
        }
        items.clear();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public java.util.Iterator<String> iterator() {
      return new ArrayList<>(items).iterator();
    }

    @Override
    public int size() {
      return items.size();
    }
  }

  /** Read, then write: whichever it is, it is released before the next lock. */
  static class Register {
    private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
    private final List<String> names = new ArrayList<>();

    private void register(String name) {
      Lock lock = table.readLock();
      lock.lock();
      try {
        if (name.isEmpty()) {
          lock.unlock();
          lock = table.writeLock();
          lock.lock();
        }
      } finally {
        lock.unlock();
      }
    }

    void use(Object thing, String name) {
      register(name);
      synchronized (names) {
        thing.hashCode();
      }
    }

    void reverse(String name) {
      synchronized (names) {
        register(name);
      }
    }
  }
}
