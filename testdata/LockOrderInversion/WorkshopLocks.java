package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Observable;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** More opposite orders, and more that only look so. */
public class WorkshopLocks {

  /** Enum constants as locks. */
  enum Tool {
    HAMMER,
    SAW;

    private int uses;

    static void build() {
      synchronized (HAMMER) {
        synchronized (SAW) { // want LockOrderInversion "SAW"
          HAMMER.uses++;
        }
      }
    }

    static void repair() {
      synchronized (SAW) {
        synchronized (HAMMER) {
          SAW.uses++;
        }
      }
    }
  }

  /** Class literals. */
  static class Literals {
    static void a() {
      synchronized (String.class) {
        synchronized (Integer.class) { // want LockOrderInversion "Integer.class"
          System.out.println();
        }
      }
    }

    static void b() {
      synchronized (Integer.class) {
        synchronized (String.class) {
          System.out.println();
        }
      }
    }
  }

  /** A base class locks, the subclass locks under it. */
  abstract static class Machine {
    protected final Lock power = new ReentrantLock();

    void start() {
      power.lock();
      try {
        doStart(); // want LockOrderInversion "belt"
      } finally {
        power.unlock();
      }
    }

    protected abstract void doStart();
  }

  static class Lathe extends Machine {
    private final Object belt = new Object();
    private boolean on;

    @Override
    protected void doStart() {
      synchronized (belt) {
        on = true;
      }
    }

    void stop() {
      synchronized (belt) {
        power.lock();
        try {
          on = false;
        } finally {
          power.unlock();
        }
      }
    }
  }

  /** Lock, then a method of a synchronized collection that is locked by hand elsewhere. */
  static class Orders {
    private final List<String> open = Collections.synchronizedList(new ArrayList<>());
    private final Object books = new Object();
    private int n;

    void add(String s) {
      synchronized (open) {
        synchronized (books) { // want LockOrderInversion "books"
          n++;
          open.add(s);
        }
      }
    }

    void close() {
      synchronized (books) {
        synchronized (open) {
          open.clear();
        }
      }
    }
  }

  /** Read then write side of two locks. */
  static class Tables {
    private final ReadWriteLock users = new ReentrantReadWriteLock();
    private final ReadWriteLock groups = new ReentrantReadWriteLock();
    private int n;

    int join() {
      users.readLock().lock();
      try {
        groups.writeLock().lock(); // want LockOrderInversion "groups"
        try {
          return n++;
        } finally {
          groups.writeLock().unlock();
        }
      } finally {
        users.readLock().unlock();
      }
    }

    int leave() {
      groups.readLock().lock();
      try {
        users.writeLock().lock();
        try {
          return n--;
        } finally {
          users.writeLock().unlock();
        }
      } finally {
        groups.readLock().unlock();
      }
    }
  }

  /** Stamped and monitor. */
  static class Stamps {
    private final StampedLock stamps = new StampedLock();
    private int n;

    void a() {
      long s = stamps.writeLock();
      try {
        b(); // want LockOrderInversion "stamps"
      } finally {
        stamps.unlockWrite(s);
      }
    }

    private synchronized void b() {
      n++;
    }

    synchronized void c() {
      long s = stamps.readLock();
      n--;
      stamps.unlockRead(s);
    }
  }

  /** By a Supplier that runs now, under the lock of the helper. */
  static class Timed {
    private final Lock a = new ReentrantLock();
    private final Lock b = new ReentrantLock();

    private static <T> T with(Lock lock, Supplier<T> body) {
      lock.lock();
      try {
        return body.get();
      } finally {
        lock.unlock();
      }
    }

    int ab() {
      return with(a, () -> with(b, () -> 1)); // want LockOrderInversion "b"
    }

    int ba() {
      return with(b, () -> with(a, () -> 2));
    }
  }

  /** Inner and outer class. */
  class Bench {
    private int items;

    synchronized void put() {
      items++;
      note(); // want LockOrderInversion "WorkshopLocks"
    }
  }

  private int notes;
  private final Bench bench = new Bench();

  private synchronized void note() {
    notes++;
  }

  void use() {
    bench.put();
  }

  synchronized void tidy() {
    bench.put();
  }

  /** A task that waits for its lock, submitted and waited for. */
  static class Tasks {
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final Object x = new Object();
    private final Object y = new Object();

    void go() {
      pool.submit(
          (Callable<Void>)
              () -> {
                synchronized (x) {
                  synchronized (y) { // want LockOrderInversion "y"
                    return null;
                  }
                }
              });
    }

    void back() {
      synchronized (y) {
        synchronized (x) {
          System.out.println();
        }
      }
    }
  }

  /** Two objects of one class, in two fields. */
  static class Scale {
    private final Lathe left = new Lathe();
    private final Lathe right = new Lathe();

    void weigh() {
      synchronized (left) {
        synchronized (right) { // want LockOrderInversion "right"
          System.out.println();
        }
      }
    }

    void tare() {
      synchronized (right) {
        synchronized (left) {
          System.out.println();
        }
      }
    }
  }

  // ---- fine

  /** Sorted before they are locked. */
  static class Sorted {
    private final int id;
    private int n;

    Sorted(int id) {
      this.id = id;
    }

    static void both(Sorted a, Sorted b) {
      Sorted[] all = {a, b};
      java.util.Arrays.sort(all, Comparator.comparingInt(s -> s.id));
      synchronized (all[0]) {
        synchronized (all[1]) {
          a.n = b.n;
        }
      }
    }
  }

  /** Old collections under one lock. */
  static class Old {
    private final Vector<String> names = new Vector<>();
    private final Map<String, String> map = new ConcurrentHashMap<>();

    synchronized void add(String s) {
      names.add(s);
      map.put(s, s);
    }

    synchronized int size() {
      return names.size() + map.size();
    }
  }

  /** One lock object under two names. */
  static class Alias {
    private final Object lock = new Object();
    private final Object same = lock;
    private int n;

    void a() {
      synchronized (lock) {
        synchronized (same) {
          n++;
        }
      }
    }

    void b() {
      synchronized (same) {
        synchronized (lock) {
          n--;
        }
      }
    }
  }

  /** Locks of two objects that are made together and only one way reachable. */
  static class Head {
    private final Tail tail = new Tail();

    synchronized void pull() {
      tail.wag();
    }
  }

  static class Tail {
    private int n;

    synchronized void wag() {
      n++;
    }
  }

  /** The second order only in a constructor, of an object that nobody has yet. */
  static class Early {
    private static final Object REGISTRY = new Object();
    private int n;

    Early() {
      synchronized (this) {
        synchronized (REGISTRY) {
          n = 1;
        }
      }
    }

    void later() {
      synchronized (REGISTRY) {
        synchronized (this) {
          n++;
        }
      }
    }
  }

  /** Released early by hand. */
  static class HandOver {
    private final Lock first = new ReentrantLock();
    private final Lock second = new ReentrantLock();
    private final Map<String, String> m = new HashMap<>();

    void chain() {
      first.lock();
      m.clear();
      second.lock();
      first.unlock();
      m.size();
      second.unlock();
    }

    void other() {
      second.lock();
      m.size();
      second.unlock();
      first.lock();
      m.clear();
      first.unlock();
    }
  }

  static class Unused extends Observable {
    synchronized void changed(String s) {
      setChanged();
      notifyObservers(s);
    }
  }
}
