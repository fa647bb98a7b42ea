package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Read and write sides. */
public class ReadWriteLocks {

  static class Catalogue {
    private final ReadWriteLock names = new ReentrantReadWriteLock();
    private final ReadWriteLock prices = new ReentrantReadWriteLock();
    private final Map<Integer, String> name = new HashMap<>();
    private final Map<String, Integer> price = new HashMap<>();

    Integer priceOf(int id) {
      names.readLock().lock();
      try {
        prices.readLock().lock(); // want LockOrderInversion "prices"
        try {
          return price.get(name.get(id));
        } finally {
          prices.readLock().unlock();
        }
      } finally {
        names.readLock().unlock();
      }
    }

    void rename(int id, String to) {
      prices.writeLock().lock();
      try {
        names.writeLock().lock();
        try {
          price.put(to, price.remove(name.put(id, to)));
        } finally {
          names.writeLock().unlock();
        }
      } finally {
        prices.writeLock().unlock();
      }
    }
  }

  /** The sides are kept in fields of their own. */
  static class Routes {
    private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
    private final Lock read = table.readLock();
    private final Lock write = table.writeLock();
    private final Object journal = new Object();
    private final Map<String, String> next = new HashMap<>();
    private int changes;

    void add(String from, String to) {
      write.lock();
      try {
        next.put(from, to);
        synchronized (journal) { // want LockOrderInversion "journal"
          changes++;
        }
      } finally {
        write.unlock();
      }
    }

    String describe() {
      synchronized (journal) {
        read.lock();
        try {
          return changes + ": " + next;
        } finally {
          read.unlock();
        }
      }
    }
  }

  /** Only ever read locks, both ways, and nobody writes while others run: they never wait. */
  static class Frozen {
    private final ReadWriteLock left = new ReentrantReadWriteLock();
    private final ReadWriteLock right = new ReentrantReadWriteLock();
    private final int[] lefts = {1, 2, 3};
    private final int[] rights = {3, 2, 1};

    int forth(int i) {
      left.readLock().lock();
      try {
        right.readLock().lock();
        try {
          return rights[lefts[i] % 3];
        } finally {
          right.readLock().unlock();
        }
      } finally {
        left.readLock().unlock();
      }
    }

    int back(int i) {
      right.readLock().lock();
      try {
        left.readLock().lock();
        try {
          return lefts[rights[i] % 3];
        } finally {
          left.readLock().unlock();
        }
      } finally {
        right.readLock().unlock();
      }
    }
  }

  /** Read locks both ways, and writers of each: a queued writer makes the second reader wait. */
  static class Live {
    private final ReadWriteLock hosts = new ReentrantReadWriteLock();
    private final ReadWriteLock ports = new ReentrantReadWriteLock();
    private final Map<String, Integer> host = new HashMap<>();
    private final Map<Integer, String> port = new HashMap<>();

    int portOf(String name) {
      hosts.readLock().lock();
      try {
        ports.readLock().lock(); // want LockOrderInversion "ports"
        try {
          int number = host.getOrDefault(name, 0);
          return port.get(number) == null ? -1 : number;
        } finally {
          ports.readLock().unlock();
        }
      } finally {
        hosts.readLock().unlock();
      }
    }

    boolean known(int number) {
      ports.readLock().lock();
      try {
        hosts.readLock().lock();
        try {
          return host.containsKey(port.get(number));
        } finally {
          hosts.readLock().unlock();
        }
      } finally {
        ports.readLock().unlock();
      }
    }

    void rehost(String name, int number) {
      hosts.writeLock().lock();
      try {
        host.put(name, number);
      } finally {
        hosts.writeLock().unlock();
      }
    }

    void report(int number, String name) {
      ports.writeLock().lock();
      try {
        port.put(number, name);
      } finally {
        ports.writeLock().unlock();
      }
    }
  }

  /** Downgrading write to read on one lock is no nesting of two. */
  static class Downgrade {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private int value;

    int refresh(int to) {
      lock.writeLock().lock();
      try {
        value = to;
        lock.readLock().lock();
      } finally {
        lock.writeLock().unlock();
      }
      try {
        return value;
      } finally {
        lock.readLock().unlock();
      }
    }
  }
}
