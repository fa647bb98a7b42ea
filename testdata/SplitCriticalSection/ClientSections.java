package cases.splitcriticalsection.clientsections;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;

/** Callers that put several critical sections together. */
final class Leases {
  enum Status {
    FREE,
    TAKEN
  }

  record Lease(String id, long until) {}

  private final Object monitor = new Object();
  private final Map<String, Lease> leases = new LinkedHashMap<>();
  private Status status = Status.FREE;
  private int generation;

  Optional<Lease> find(String id) {
    synchronized (monitor) {
      return Optional.ofNullable(leases.get(id));
    }
  }

  boolean contains(String id) {
    synchronized (monitor) {
      return leases.containsKey(id);
    }
  }

  private void store(Lease l) {
    synchronized (monitor) {
      leases.put(l.id(), l);
    }
  }

  /** The key is inside the lease. */
  Lease open(String id) {
    if (contains(id)) {
      throw new IllegalStateException(id);
    }
    Lease l = new Lease(id, System.currentTimeMillis());
    store(l); // want SplitCriticalSection "leases"
    return l;
  }

  /** Empty or not is said by an Optional. */
  Lease viaOptional(String id) {
    Optional<Lease> found = find(id);
    if (found.isPresent()) {
      return found.get();
    }
    Lease l = new Lease(id, 0);
    synchronized (monitor) {
      leases.put(id, l); // want SplitCriticalSection "leases"
    }
    return l;
  }

  void claim() {
    synchronized (monitor) {
      if (status == Status.TAKEN) return;
    }
    prepare();
    synchronized (monitor) {
      status = Status.TAKEN; // want SplitCriticalSection "status"
      generation++;
    }
  }

  void claimSafe() {
    synchronized (monitor) {
      if (status == Status.TAKEN) return;
      status = Status.TAKEN;
    }
    prepare();
    synchronized (monitor) {
      generation++;
    }
  }

  void claimChecked() {
    int seen;
    synchronized (monitor) {
      seen = generation;
    }
    prepare();
    synchronized (monitor) {
      if (generation != seen) {
        throw new ConcurrentModificationException();
      }
      generation = seen + 1;
    }
  }

  void next() {
    int seen;
    synchronized (monitor) {
      seen = generation;
    }
    prepare();
    synchronized (monitor) {
      generation = seen + 1; // want SplitCriticalSection "generation"
    }
  }

  private void prepare() {}
}

abstract class Store<K, V> {
  protected final Lock lock = new ReentrantLock();
  protected final Map<K, V> data = new HashMap<>();

  protected <R> R locked(Supplier<R> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  protected void locked(Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      lock.unlock();
    }
  }

  abstract V load(K k);

  /** The sections are functions that a helper runs. */
  V get(K k) {
    V v = locked(() -> data.get(k));
    if (v == null) {
      V made = load(k);
      locked(() -> data.put(k, made)); // want SplitCriticalSection "data"
      return made;
    }
    return v;
  }

  V getSafe(K k) {
    return locked(() -> data.computeIfAbsent(k, this::load));
  }
}

class Sema {
  private final Semaphore mutex = new Semaphore(1);
  private int tickets = 10;

  boolean sell() throws InterruptedException {
    mutex.acquire();
    int left = tickets;
    mutex.release();
    if (left > 0) {
      mutex.acquire();
      tickets = left - 1; // want SplitCriticalSection "tickets"
      mutex.release();
      return true;
    }
    return false;
  }

  boolean sellSafe() throws InterruptedException {
    mutex.acquire();
    try {
      if (tickets > 0) {
        tickets--;
        return true;
      }
      return false;
    } finally {
      mutex.release();
    }
  }
}

class TryLocked {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> lines = new ArrayList<>();

  void trim() {
    int size;
    if (!lock.tryLock()) return;
    try {
      size = lines.size();
    } finally {
      lock.unlock();
    }
    if (size > 100 && lock.tryLock()) {
      try {
        lines.remove(size - 1); // want SplitCriticalSection "lines"
      } finally {
        lock.unlock();
      }
    }
  }

  void add(String s) {
    lock.lock();
    try {
      lines.add(s);
    } finally {
      lock.unlock();
    }
  }

  void onlyLog() {
    int size;
    lock.lock();
    try {
      size = lines.size();
    } finally {
      lock.unlock();
    }
    if (size > 1000) System.err.println("too long: " + size);
    lock.lock();
    try {
      lines.add("logged");
    } finally {
      lock.unlock();
    }
  }
}

class SyncList {
  private final List<Integer> list = Collections.synchronizedList(new ArrayList<>());

  void addIfAbsent(Integer x) {
    boolean absent;
    synchronized (list) {
      absent = !list.contains(x);
    }
    if (absent) {
      synchronized (list) {
        list.add(x); // want SplitCriticalSection "list"
      }
    }
  }
}

class Stack2 {
  private Object[] elements = new Object[16];
  private int size;

  public synchronized boolean isEmpty() {
    return size == 0;
  }

  public synchronized Object pop() {
    if (size == 0) throw new NoSuchElementException();
    return elements[--size];
  }

  public synchronized void push(Object o) {
    if (size == elements.length) elements = Arrays.copyOf(elements, size * 2);
    elements[size++] = o;
  }

  Object popOrNull() {
    if (!isEmpty()) {
      return pop(); // want SplitCriticalSection "size"
    }
    return null;
  }

  void pushUnique(Object o) {
    if (isEmpty()) {
      push(o); // want SplitCriticalSection "size"
    }
  }
}

class Client implements Runnable {
  private final Stack2 stack;

  Client(Stack2 s) {
    stack = s;
  }

  @Override
  public void run() {
    while (!stack.isEmpty()) {
      System.out.println(stack.pop()); // want SplitCriticalSection "stack.size"
    }
  }

  public static void main(String[] args) {
    Stack2 s = new Stack2();
    new Thread(new Client(s)).start();
    new Thread(new Client(s)).start();
  }
}
