package cases.unguardedcheckthenact.sharedprograms;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;

/** Multi-class textbook programs. */
/** Programs of several classes: banks, buffers, registries, events. */
class Account {
  private final int id;
  private int balance;

  Account(int id, int balance) {
    this.id = id;
    this.balance = balance;
  }

  int getId() {
    return id;
  }

  synchronized int getBalance() {
    return balance;
  }

  synchronized void withdraw(int n) {
    balance -= n;
  }

  synchronized void deposit(int n) {
    balance += n;
  }
}

class Bank {
  void transfer(Account from, Account to, int n) {
    if (from.getBalance() >= n) {
      from.withdraw(n); // want SplitCriticalSection "from.balance"
      to.deposit(n);
    }
  }

  void transferNested(Account from, Account to, int n) {
    synchronized (from) {
      synchronized (to) { // want LockOrderInversion "from"
        if (from.getBalance() >= n) {
          from.withdraw(n);
          to.deposit(n);
        }
      }
    }
  }
}

class Producer extends Thread {
  private final LinkedList<Integer> buffer;
  private final int max;

  Producer(LinkedList<Integer> buffer, int max) {
    this.buffer = buffer;
    this.max = max;
  }

  @Override
  public void run() {
    int i = 0;
    while (true) {
      synchronized (buffer) {
        while (buffer.size() == max) {
          try {
            buffer.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        buffer.add(i++);
        buffer.notifyAll();
      }
    }
  }
}

class Consumer0 extends Thread {
  private final LinkedList<Integer> buffer;

  Consumer0(LinkedList<Integer> buffer) {
    this.buffer = buffer;
  }

  @Override
  public void run() {
    while (true) {
      int size;
      synchronized (buffer) {
        size = buffer.size();
      }
      if (size > 0) {
        synchronized (buffer) {
          System.out.println(buffer.removeFirst()); // want SplitCriticalSection "buffer"
        }
      }
    }
  }
}

class LruCache<K, V> {
  private final Map<K, V> map = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));
  private final int cap;

  LruCache(int cap) {
    this.cap = cap;
  }

  V get(K k, Function<K, V> loader) {
    V v = map.get(k);
    if (v == null) {
      v = loader.apply(k);
      if (map.size() >= cap) {
        Iterator<K> it = map.keySet().iterator();
        it.next();
        it.remove();
      }
      map.put(k, v); // want UnguardedCheckThenAct "map"
    }
    return v;
  }
}

class Registry {
  private static Registry instance;
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
  private final Set<String> names = Collections.newSetFromMap(new ConcurrentHashMap<>());

  public static Registry getInstance() {
    if (instance == null) {
      synchronized (Registry.class) {
        instance = new Registry(); // want UnguardedCheckThenAct "Registry.instance"
      }
    }
    return instance;
  }

  void register(Runnable r) {
    if (hooks.contains(r) == false) {
      hooks.add(r); // want UnguardedCheckThenAct "hooks"
    }
  }

  boolean name(String n) {
    boolean known = names.contains(n);
    if (!known) names.add(n); // want UnguardedCheckThenAct "names"
    return !known;
  }

  boolean nameSafe(String n) {
    return names.add(n);
  }
}

class Seats {
  private final boolean[] taken = new boolean[10];
  private int free = 10;

  boolean book(int i) {
    if (!taken[i]) {
      taken[i] = true; // want UnguardedCheckThenAct "taken[i]"
      return true;
    }
    return false;
  }

  synchronized boolean bookSafe(int i) {
    if (!taken[i]) {
      taken[i] = true;
      free--;
      return true;
    }
    return false;
  }
}

class Printer implements Runnable {
  private static int page = 1;
  private final Semaphore turn = new Semaphore(1);

  @Override
  public void run() {
    while (page <= 100) {
      System.out.println(page);
      page++; // want NonAtomicUpdate "Printer.page", UnguardedCheckThenAct "Printer.page"
    }
  }

  public static void main(String[] args) {
    ExecutorService e = Executors.newFixedThreadPool(2);
    e.execute(new Printer());
    e.execute(new Printer());
    e.shutdown();
  }
}

class Downloader {
  private int done;
  private final Object lock = new Object();
  private volatile String status;
  private List<String> results = new ArrayList<>();

  void all(List<String> urls) throws InterruptedException {
    List<Thread> ts = new ArrayList<>();
    for (String u : urls) {
      Thread t = new Thread(() -> fetch(u));
      ts.add(t);
      t.start();
    }
    for (Thread t : ts) t.join();
    System.out.println(done);
  }

  private void fetch(String u) {
    if (results.isEmpty()) {
      results.add("first " + u); // want UnguardedCheckThenAct "results"
    }
    done++; // want NonAtomicUpdate "done"
  }
}

class Event {
  private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

  void on(String e, Runnable r) {
    List<Runnable> l = listeners.get(e);
    if (l == null) {
      l = new CopyOnWriteArrayList<>();
      listeners.put(e, l); // want UnguardedCheckThenAct "listeners"
    }
    l.add(r);
  }

  void off(String e, Runnable r) {
    List<Runnable> l = listeners.get(e);
    if (l != null) {
      l.remove(r);
      if (l.isEmpty()) {
        listeners.remove(e); // want UnguardedCheckThenAct "listeners"
      }
    }
  }
}

class Topics {
  private final Map<String, List<Runnable>> topics = new ConcurrentHashMap<>();

  void on(String e, Runnable r) {
    topics.putIfAbsent(e, new ArrayList<>());
    topics.get(e).add(r); // want NonAtomicUpdate "topics"
  }
}

class Once {
  private boolean initialized;
  private final AtomicInteger refs = new AtomicInteger();
  private Object res;

  synchronized void use() {
    System.out.println(res);
  }

  void init() {
    if (!initialized) {
      res = new Object();
      initialized = true; // want UnguardedCheckThenAct "initialized"
    }
  }

  synchronized void reset() {
    initialized = false;
    res = null;
  }

  void release() {
    if (refs.decrementAndGet() == 0) {
      System.out.println("closed");
    }
  }

  void releaseBad() {
    refs.decrementAndGet(); // want NonAtomicUpdate "refs"
    if (refs.get() == 0) {
      System.out.println("closed");
    }
  }

  void retain() {
    int n = refs.get();
    if (n == 0) throw new IllegalStateException();
    refs.set(n + 1); // want NonAtomicUpdate "refs"
  }

  boolean tryRetain() {
    for (; ; ) {
      int n = refs.get();
      if (n == 0) return false;
      if (refs.compareAndSet(n, n + 1)) return true;
    }
  }
}
