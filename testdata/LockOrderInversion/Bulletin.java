package cases.lockorderinversion.bulletin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A service calls its listeners under its lock; each listener calls the service under its own. */
class Broker {
  interface Handler {
    void handle(String text);
  }

  private final List<Handler> handlers = new ArrayList<>();

  synchronized void register(Handler handler) {
    handlers.add(handler);
  }

  synchronized void publish(String text) {
    for (Handler each : handlers) {
      each.handle(text); // want LockOrderInversion "`each` is taken here by `handle`"
    }
  }
}

/** Everybody who publishes holds an auditor, but not the one that is told. */
class Auditor implements Broker.Handler {
  private final Broker broker;
  private int seen;

  Auditor(Broker broker) {
    this.broker = broker;
    broker.register(this);
  }

  @Override
  public synchronized void handle(String text) {
    seen++;
  }

  synchronized void raise() {
    broker.publish("seen " + seen);
  }
}

/** Parts are stopped by a method reference to their interface. */
class Machine {
  interface Part {
    void stop();

    void start();
  }

  private final Map<String, Part> parts = new HashMap<>();
  private final Object lock = new Object();

  void add(String name, Part part) {
    synchronized (lock) {
      parts.put(name, part);
    }
  }

  void remove(String name) {
    synchronized (lock) {
      parts.remove(name);
    }
  }

  void stopAll() {
    synchronized (lock) {
      parts.values().forEach(Part::stop); // want LockOrderInversion "by `stop`"
    }
  }

  /** A copy is stopped outside the lock, and pumps of this kind can only be stopped so. */
  void stopLater() {
    List<Part> copy;
    synchronized (lock) {
      copy = new ArrayList<>(parts.values());
    }
    copy.forEach(Part::stop);
  }
}

class Pump implements Machine.Part {
  private final Machine machine;
  private boolean running;

  Pump(Machine machine) {
    this.machine = machine;
  }

  @Override
  public synchronized void stop() {
    running = false;
  }

  @Override
  public void start() {}

  synchronized void fail() {
    if (running) {
      machine.remove("pump");
    }
  }
}

/** The function goes into a list of the library, in the constructor. */
class Gauge {
  private final List<Runnable> observers = new CopyOnWriteArrayList<>();
  private final Object model = new Object();
  private final Object view = new Object();
  private int value;
  private int painted;

  Gauge() {
    observers.add(
        () -> {
          synchronized (view) {
            painted++;
          }
        });
  }

  void change() {
    synchronized (model) {
      value++;
      for (Runnable each : observers) {
        each.run(); // want LockOrderInversion "`model` before"
      }
    }
  }

  void repaint() {
    synchronized (view) {
      synchronized (model) {
        painted += value;
      }
    }
  }
}

/** Two parts of one object, each with a lock of the same class. */
class Ledger {
  record Column(ReentrantLock lock, int[] cells) {}

  private final Column debit = new Column(new ReentrantLock(), new int[4]);
  private final Column credit = new Column(new ReentrantLock(), new int[4]);

  void move() {
    debit.lock().lock();
    try {
      credit.lock().lock(); // want LockOrderInversion "debit"
      try {
        credit.cells()[0] += debit.cells()[0];
      } finally {
        credit.lock().unlock();
      }
    } finally {
      debit.lock().unlock();
    }
  }

  void undo() {
    credit.lock().lock();
    try {
      debit.lock().lock();
      try {
        debit.cells()[0] -= credit.cells()[0];
      } finally {
        debit.lock().unlock();
      }
    } finally {
      credit.lock().unlock();
    }
  }
}

/** The two are compared, but then locked in the same order either way. */
class Swaps {
  private final long id;
  private int value;

  Swaps(long id) {
    this.id = id;
  }

  static void slip(Swaps a, Swaps b) {
    if (a.id < b.id) {
      synchronized (a) {
        synchronized (b) { // want LockOrderInversion "order of the arguments"
          a.value += b.value;
        }
      }
    } else {
      synchronized (a) {
        synchronized (b) {
          a.value -= b.value;
        }
      }
    }
  }
}

class Ordered {
  private static final Object TIE = new Object();
  private int value;

  static void move(Ordered a, Ordered b) {
    int x = System.identityHashCode(a);
    int y = System.identityHashCode(b);
    if (x < y) {
      synchronized (a) {
        synchronized (b) {
          b.value += a.value;
        }
      }
    } else if (x > y) {
      synchronized (b) {
        synchronized (a) {
          b.value += a.value;
        }
      }
    } else {
      synchronized (TIE) {
        synchronized (a) {
          synchronized (b) {
            b.value += a.value;
          }
        }
      }
    }
  }
}

/** All tasks of a timer run on its one thread. */
class Clockwork {
  private final Timer timer = new Timer();
  private final Object hands = new Object();
  private final Object bell = new Object();
  private int strokes;

  void start() {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            synchronized (hands) {
              synchronized (bell) {
                strokes++;
              }
            }
          }
        },
        1,
        1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            synchronized (bell) {
              synchronized (hands) {
                strokes--;
              }
            }
          }
        },
        1,
        1);
  }
}

/** The order is the caller's. */
class Bulk {
  private final Lock lock = new ReentrantLock();
  private int value;

  static void all(List<Bulk> some) {
    for (Bulk each : some) {
      each.lock.lock(); // want LockOrderInversion "two of `each.lock`"
    }
    try {
      for (Bulk each : some) {
        each.value++;
      }
    } finally {
      for (Bulk each : some) {
        each.lock.unlock();
      }
    }
  }
}

/** A neighbour may remove itself at the same time. */
class Link {
  private Link next = this;
  private Link previous = this;

  synchronized void unlink() {
    synchronized (previous) { // want LockOrderInversion "previous"
      previous.next = next;
    }
    synchronized (next) {
      next.previous = previous;
    }
  }
}

/** The function is kept, and a library runs it. */
class Loaded<K, V> {
  private final Map<K, V> values = new HashMap<>();
  private final Function<K, V> loader;

  Loaded(Function<K, V> loader) {
    this.loader = loader;
  }

  synchronized V get(K key) {
    return values.computeIfAbsent(key, loader); // want LockOrderInversion "by `load`"
  }

  synchronized void drop(K key) {
    values.remove(key);
  }
}

class PhoneBook {
  private final Map<String, String> numbers = new HashMap<>();
  private final Loaded<String, String> cache = new Loaded<>(this::load);

  private synchronized String load(String name) {
    return numbers.getOrDefault(name, "");
  }

  String find(String name) {
    return cache.get(name);
  }

  synchronized void rename(String name, String number) {
    numbers.put(name, number);
    cache.drop(name);
  }
}

/** Here the loader needs no lock. */
class Lengths {
  private final Map<String, String> numbers = new HashMap<>();
  private final Loaded<String, Integer> cache = new Loaded<>(String::length);

  int find(String name) {
    return cache.get(name);
  }

  synchronized void rename(String name, String number) {
    numbers.put(name, number);
    cache.drop(name);
  }
}
