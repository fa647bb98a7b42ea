package cases.splitcriticalsection.textbooksections;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;

/** Accounts, buffers and caches that let go of their lock too early. */
class Account {
  private int balance;

  synchronized int getBalance() {
    return balance;
  }

  synchronized void setBalance(int b) {
    balance = b;
  }

  void deposit(int n) {
    int b = getBalance();
    setBalance(b + n); // want SplitCriticalSection "balance"
  }

  void withdraw(int n) {
    if (getBalance() >= n) {
      setBalance(getBalance() - n); // want SplitCriticalSection "balance"
    }
  }

  synchronized void depositSafe(int n) {
    setBalance(getBalance() + n);
  }
}

class BoundedBuffer<T> {
  private final LinkedList<T> items = new LinkedList<>();
  private final int capacity = 10;
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();

  void put(T t) throws InterruptedException {
    lock.lock();
    try {
      while (items.size() == capacity) notFull.await();
      items.add(t);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  T take() throws InterruptedException {
    lock.lock();
    try {
      if (items.isEmpty()) {
        notEmpty.await();
      }
      return items.removeFirst(); // want SplitCriticalSection "items"
    } finally {
      lock.unlock();
    }
  }

  T takeStale() throws InterruptedException {
    lock.lock();
    try {
      int n = items.size();
      while (n == 0) {
        notEmpty.await();
        n = items.size();
      }
      T last = items.get(n - 1);
      notFull.signal();
      return last;
    } finally {
      lock.unlock();
    }
  }

  T takeBad() throws InterruptedException {
    lock.lock();
    try {
      int n = items.size();
      if (n == capacity) {
        notFull.await();
      }
      return items.get(n - 1); // want SplitCriticalSection "items"
    } finally {
      lock.unlock();
    }
  }

  boolean offer(T t) {
    boolean room;
    lock.lock();
    try {
      room = items.size() < capacity;
    } finally {
      lock.unlock();
    }
    if (!room) return false;
    lock.lock();
    try {
      items.add(t); // want SplitCriticalSection "items"
      return true;
    } finally {
      lock.unlock();
    }
  }
}

class Cache {
  private final Map<String, String> map = new HashMap<>();
  private final Function<String, String> loader;
  private final Object lock = new Object();

  Cache(Function<String, String> loader) {
    this.loader = loader;
  }

  String get(String k) {
    String v;
    synchronized (lock) {
      v = map.get(k);
    }
    if (v == null) {
      v = loader.apply(k);
      synchronized (lock) {
        map.put(k, v); // want SplitCriticalSection "map"
      }
    }
    return v;
  }

  String getSafe(String k) {
    String v;
    synchronized (lock) {
      v = map.get(k);
    }
    if (v == null) {
      String made = loader.apply(k);
      synchronized (lock) {
        v = map.get(k);
        if (v == null) {
          v = made;
          map.put(k, v);
        }
      }
    }
    return v;
  }

  String getSafe2(String k) {
    synchronized (lock) {
      String v = map.get(k);
      if (v != null) return v;
    }
    String made = loader.apply(k);
    synchronized (lock) {
      String raced = map.putIfAbsent(k, made);
      return raced != null ? raced : made;
    }
  }

  String early(String k) {
    synchronized (lock) {
      if (map.containsKey(k)) return map.get(k);
    }
    String made = loader.apply(k);
    synchronized (lock) {
      map.put(k, made); // want SplitCriticalSection "map"
      return made;
    }
  }
}

class RwCache {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Map<String, Object> map = new HashMap<>();

  Object get(String k) {
    rw.readLock().lock();
    try {
      Object o = map.get(k);
      if (o != null) return o;
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      Object o = new Object();
      map.put(k, o); // want SplitCriticalSection "map"
      return o;
    } finally {
      rw.writeLock().unlock();
    }
  }

  Object getSafe(String k) {
    rw.readLock().lock();
    try {
      Object o = map.get(k);
      if (o != null) return o;
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      return map.computeIfAbsent(k, x -> new Object());
    } finally {
      rw.writeLock().unlock();
    }
  }

  Object getSafe2(String k) {
    rw.readLock().lock();
    Object o;
    try {
      o = map.get(k);
    } finally {
      rw.readLock().unlock();
    }
    if (o == null) {
      rw.writeLock().lock();
      try {
        o = map.get(k);
        if (o == null) {
          o = new Object();
          map.put(k, o);
        }
      } finally {
        rw.writeLock().unlock();
      }
    }
    return o;
  }
}

class Stamped {
  private final StampedLock sl = new StampedLock();
  private double x, y;

  void moveIfAtOrigin(double nx, double ny) {
    boolean origin;
    long stamp = sl.readLock();
    try {
      origin = x == 0.0 && y == 0.0;
    } finally {
      sl.unlockRead(stamp);
    }
    if (origin) {
      stamp = sl.writeLock();
      try {
        x = nx; // want SplitCriticalSection "x"
        y = ny; // want SplitCriticalSection "y"
      } finally {
        sl.unlockWrite(stamp);
      }
    }
  }

  void upgrade(double nx, double ny) {
    long stamp = sl.readLock();
    try {
      while (x == 0.0 && y == 0.0) {
        long ws = sl.tryConvertToWriteLock(stamp);
        if (ws != 0L) {
          stamp = ws;
          x = nx;
          y = ny;
          break;
        } else {
          sl.unlockRead(stamp);
          stamp = sl.writeLock();
        }
      }
    } finally {
      sl.unlock(stamp);
    }
  }
}

class Lazy {
  private Object instance;

  Object get() {
    synchronized (this) {
      if (instance != null) {
        return instance;
      }
    }
    Object made = new Object();
    synchronized (this) {
      instance = made; // want SplitCriticalSection "instance"
    }
    return made;
  }

  Object getSafe() {
    synchronized (this) {
      if (instance != null) {
        return instance;
      }
    }
    Object made = new Object();
    synchronized (this) {
      if (instance == null) {
        instance = made;
      }
      return instance;
    }
  }
}

class Counter {
  private int count;

  synchronized int get() {
    return count;
  }

  synchronized void set(int v) {
    count = v;
  }

  synchronized void increment() {
    count++;
  }

  public static void main(String[] args) throws Exception {
    Counter c = new Counter();
    Runnable r =
        () -> {
          for (int i = 0; i < 1000; i++) {
            c.set(c.get() + 1); // want SplitCriticalSection "c.count"
          }
        };
    Thread a = new Thread(r);
    Thread b = new Thread(r);
    a.start();
    b.start();
    a.join();
    b.join();
    System.out.println(c.get());
  }
}

class Waiting {
  private boolean ready;
  private String value;
  private int version;

  synchronized String await() throws InterruptedException {
    String v = value;
    while (!ready) {
      wait();
    }
    return v; // stale but returned only
  }

  synchronized void bump(int expected) throws InterruptedException {
    int seen = version;
    while (!ready) {
      wait();
    }
    version = seen + 1; // want SplitCriticalSection "version"
  }

  synchronized void bumpSafe() throws InterruptedException {
    while (!ready) {
      wait();
    }
    version = version + 1;
    notifyAll();
  }

  synchronized void publish(String v) {
    value = v;
    ready = true;
    notifyAll();
  }
}

class Inventory {
  private final Map<String, Integer> stock = Collections.synchronizedMap(new HashMap<>());
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> counts = new TreeMap<>();

  int available(String sku) {
    lock.lock();
    try {
      return counts.getOrDefault(sku, 0);
    } finally {
      lock.unlock();
    }
  }

  void reserve(String sku, int n) {
    int have = available(sku);
    if (have < n) {
      throw new IllegalStateException("only " + have);
    }
    lock.lock();
    try {
      counts.put(sku, have - n); // want SplitCriticalSection "counts"
    } finally {
      lock.unlock();
    }
  }

  void reserveSafe(String sku, int n) {
    lock.lock();
    try {
      int have = available(sku);
      if (have < n) {
        throw new IllegalStateException("only " + have);
      }
      counts.put(sku, have - n);
    } finally {
      lock.unlock();
    }
  }

  void report(String sku) {
    int have = available(sku);
    if (have == 0) {
      System.out.println("none left of " + sku);
    }
    lock.lock();
    try {
      counts.merge(sku, 0, Integer::sum);
    } finally {
      lock.unlock();
    }
  }
}
