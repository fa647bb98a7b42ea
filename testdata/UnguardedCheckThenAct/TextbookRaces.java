package cases.unguardedcheckthenact.textbookraces;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Small classes as textbooks have them. */
class HitServlet {
  private final Map<String, Integer> hits = new ConcurrentHashMap<>();

  void service(String page) {
    if (hits.containsKey(page)) {
      hits.put(page, hits.get(page) + 1); // want NonAtomicUpdate "hits", UnguardedCheckThenAct "hits"
    } else {
      hits.put(page, 1); // want UnguardedCheckThenAct "hits"
    }
  }
}

class Singleton {
  private static Singleton instance;

  private Singleton() {}

  static Singleton getInstance() {
    if (instance == null) {
      instance = new Singleton(); // want UnguardedCheckThenAct "Singleton.instance"
    }
    return instance;
  }

  public static void main(String[] args) {
    for (int i = 0; i < 10; i++) {
      new Thread(() -> Singleton.getInstance()).start();
    }
  }
}

class VolSingleton {
  private static volatile VolSingleton instance;

  static VolSingleton get() {
    if (instance == null) instance = new VolSingleton(); // want UnguardedCheckThenAct "VolSingleton.instance"
    return instance;
  }
}

class VolSingletonDcl {
  private static volatile VolSingletonDcl instance;

  static VolSingletonDcl get() {
    VolSingletonDcl r = instance;
    if (r == null) {
      synchronized (VolSingletonDcl.class) {
        r = instance;
        if (r == null) {
          instance = r = new VolSingletonDcl();
        }
      }
    }
    return r;
  }
}

class SynchronizedSingleton {
  private static SynchronizedSingleton instance;

  static synchronized SynchronizedSingleton get() {
    if (instance == null) instance = new SynchronizedSingleton();
    return instance;
  }
}

class TicketSeller implements Runnable {
  private int tickets = 100;

  @Override
  public void run() {
    while (true) {
      if (tickets > 0) {
        System.out.println(Thread.currentThread().getName() + " sells " + tickets);
        tickets--; // want UnguardedCheckThenAct "tickets", NonAtomicUpdate "tickets"
      } else {
        break;
      }
    }
  }

  public static void main(String[] args) {
    TicketSeller s = new TicketSeller();
    new Thread(s).start();
    new Thread(s).start();
  }
}

class BankAccount {
  private double balance = 100;

  void withdraw(double amount) {
    if (balance >= amount) {
      balance -= amount; // want UnguardedCheckThenAct "balance", NonAtomicUpdate "balance"
    }
  }

  synchronized void deposit(double amount) {
    balance += amount;
  }
}

class SafeAccount {
  private double balance = 100;

  synchronized boolean withdraw(double amount) {
    if (balance >= amount) {
      balance -= amount;
      return true;
    }
    return false;
  }

  synchronized void deposit(double amount) {
    balance += amount;
  }
}

class Buffer {
  private final List<String> list = Collections.synchronizedList(new ArrayList<>());

  String last() {
    int size = list.size();
    if (size > 0) {
      return list.get(size - 1); // want UnguardedCheckThenAct "list"
    }
    return null;
  }

  void drop() {
    if (!list.isEmpty()) {
      list.remove(0); // want UnguardedCheckThenAct "list"
    }
  }

  String lastSafe() {
    synchronized (list) {
      int size = list.size();
      return size > 0 ? list.get(size - 1) : null;
    }
  }

  void addOnce(String s) {
    if (!list.contains(s)) {
      list.add(s); // want UnguardedCheckThenAct "list"
    }
  }
}

class VectorUser {
  private final Vector<Integer> vector = new Vector<>();

  Integer getLast() {
    int lastIndex = vector.size() - 1;
    return vector.get(lastIndex); // want UnguardedCheckThenAct "vector"
  }

  void deleteLast() {
    int lastIndex = vector.size() - 1;
    vector.remove(lastIndex); // want UnguardedCheckThenAct "vector"
  }

  Integer getLastSafe() {
    synchronized (vector) {
      int lastIndex = vector.size() - 1;
      return vector.get(lastIndex);
    }
  }
}

class JobQueue {
  private final Queue<Runnable> jobs = new ConcurrentLinkedQueue<>();

  void drain() {
    while (!jobs.isEmpty()) {
      jobs.poll().run(); // want UnguardedCheckThenAct "jobs"
    }
  }

  void drainSafe() {
    Runnable r;
    while ((r = jobs.poll()) != null) {
      r.run();
    }
  }

  void drainSafe2() {
    while (!jobs.isEmpty()) {
      Runnable r = jobs.poll();
      if (r != null) r.run();
    }
  }

  void drop() {
    if (jobs.peek() != null) {
      Runnable r = jobs.remove(); // want UnguardedCheckThenAct "jobs"
      r.run();
    }
  }
}

class OneShot {
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicInteger state = new AtomicInteger();
  private final AtomicReference<String> ref = new AtomicReference<>();

  void start() {
    if (!started.get()) {
      started.set(true); // want UnguardedCheckThenAct "started"
      System.out.println("started");
    }
  }

  void startSafe() {
    if (started.compareAndSet(false, true)) {
      System.out.println("started");
    }
  }

  void limit() {
    if (state.get() < 10) {
      state.incrementAndGet(); // want UnguardedCheckThenAct "state"
    }
  }

  String lazy() {
    if (ref.get() == null) {
      ref.set(new String("x")); // want UnguardedCheckThenAct "ref"
    }
    return ref.get();
  }

  String lazySafe() {
    String s = ref.get();
    if (s == null) {
      s = new String("x");
      if (!ref.compareAndSet(null, s)) {
        s = ref.get();
      }
    }
    return s;
  }
}
