package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Two orders in the ways that people write them. */
public class OfficeDesk {

  /** Two threads made in main, each with its lambda. */
  static class Pens {
    private static final Object PEN = new Object();
    private static final Object PAPER = new Object();

    public static void main(String[] args) throws InterruptedException {
      Thread left =
          new Thread(
              () -> {
                synchronized (PEN) {
                  synchronized (PAPER) { // want LockOrderInversion "PAPER"
                    System.out.println("left");
                  }
                }
              });
      Thread right =
          new Thread(
              () -> {
                synchronized (PAPER) {
                  synchronized (PEN) {
                    System.out.println("right");
                  }
                }
              });
      left.start();
      right.start();
      left.join();
      right.join();
    }
  }

  /** Locals captured by two threads. */
  static class Locals {
    void go() {
      final Object a = new Object();
      final Object b = new Object();
      new Thread(
              () -> {
                synchronized (a) {
                  synchronized (b) { // want LockOrderInversion "b"
                    System.out.println(1);
                  }
                }
              })
          .start();
      new Thread() {
        @Override
        public void run() {
          synchronized (b) {
            synchronized (a) {
              System.out.println(2);
            }
          }
        }
      }.start();
    }
  }

  /** Friends that bow to each other. */
  static class Friend {
    private final String name;

    Friend(String name) {
      this.name = name;
    }

    public synchronized void bow(Friend bower) {
      System.out.println(name + " bows to " + bower.name);
      bower.bowBack(this); // want LockOrderInversion "bower"
    }

    public synchronized void bowBack(Friend bower) {
      System.out.println(name + " bows back to " + bower.name);
    }

    public static void main(String[] args) {
      final Friend a = new Friend("a");
      final Friend b = new Friend("b");
      new Thread(() -> a.bow(b)).start();
      new Thread(() -> b.bow(a)).start();
    }
  }

  /** The locks come in by the constructor, swapped for the second worker. */
  static class Worker implements Runnable {
    private final Object first;
    private final Object second;

    Worker(Object first, Object second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void run() {
      synchronized (first) {
        synchronized (second) { // want LockOrderInversion "order inversion"
          System.out.println("both");
        }
      }
    }

    static void start() {
      Object a = new Object();
      Object b = new Object();
      new Thread(new Worker(a, b)).start();
      new Thread(new Worker(b, a)).start();
    }
  }

  /** Parent and child that call each other under their own monitors. */
  static class Folder {
    private final List<Entry> entries = new ArrayList<>();
    private long size;

    synchronized void add(Entry e) {
      entries.add(e);
      size += e.length(); // want LockOrderInversion "length"
    }

    synchronized void grown(long by) {
      size += by;
    }
  }

  static class Entry {
    private final Folder folder;
    private long length;

    Entry(Folder folder) {
      this.folder = folder;
    }

    synchronized long length() {
      return length;
    }

    synchronized void append(long by) {
      length += by;
      folder.grown(by);
    }
  }

  /** Class monitor against instance monitor. */
  static class Registry {
    private static final Map<String, Registry> ALL = new HashMap<>();
    private String state = "";

    static synchronized void stopAll() {
      for (Registry r : ALL.values()) {
        r.stop(); // want LockOrderInversion "r"
      }
    }

    synchronized void stop() {
      state = "stopped";
    }

    synchronized void rename(String name) {
      state = name;
      register(name, this);
    }

    static synchronized void register(String name, Registry r) {
      ALL.put(name, r);
    }
  }

  /** A lock of the library and a monitor, in tasks of a pool. */
  static class Mixed {
    private final ReentrantLock files = new ReentrantLock();
    private final Map<String, String> index = new HashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();

    void write(String k, String v) {
      pool.submit(
          () -> {
            files.lock();
            try {
              synchronized (index) { // want LockOrderInversion "index"
                index.put(k, v);
              }
            } finally {
              files.unlock();
            }
          });
    }

    void read(String k) {
      pool.submit(this::flush);
    }

    private void flush() {
      synchronized (index) {
        files.lock();
        try {
          index.clear();
        } finally {
          files.unlock();
        }
      }
    }
  }

  /** By getters of another object. */
  static class Holder {
    private final Lock in = new ReentrantLock();
    private final Lock out = new ReentrantLock();

    Lock in() {
      return in;
    }

    Lock out() {
      return out;
    }
  }

  static class ByGetters {
    private final Holder holder = new Holder();

    void forth() {
      holder.in().lock();
      holder.out().lock(); // want LockOrderInversion "out"
      try {
        System.out.println();
      } finally {
        holder.out().unlock();
        holder.in().unlock();
      }
    }

    void back() {
      holder.out().lock();
      try {
        holder.in().lock();
        try {
          System.out.println();
        } finally {
          holder.in().unlock();
        }
      } finally {
        holder.out().unlock();
      }
    }
  }

  /** Interface in between, one implementation. */
  interface Sink {
    void put(String s);
  }

  static class Source {
    private final Sink sink;

    Source(Sink sink) {
      this.sink = sink;
    }

    synchronized void push(String s) {
      sink.put(s); // want LockOrderInversion "sink"
    }

    synchronized int depth() {
      return 0;
    }
  }

  static class CountingSink implements Sink {
    private Source source;
    private int depth;

    @Override
    public synchronized void put(String s) {
      depth++;
    }

    synchronized int total() {
      return depth + source.depth();
    }
  }

  /** A callback under the lock, by Consumer. */
  static class Bus {
    private final List<Consumer<String>> handlers = new ArrayList<>();

    synchronized void subscribe(Consumer<String> handler) {
      handlers.add(handler);
    }

    synchronized void publish(String text) {
      for (Consumer<String> h : handlers) {
        h.accept(text); // want LockOrderInversion "h"
      }
    }
  }

  static class Clock {
    private final Bus bus = new Bus();

    void tick() {
      bus.publish("tick");
    }
  }

  static class Window {
    private final Bus bus;
    private final Object paint = new Object();
    private String shown = "";

    Window(Bus bus) {
      this.bus = bus;
      bus.subscribe(
          text -> {
            synchronized (paint) {
              shown = text;
            }
          });
    }

    void say(String text) {
      synchronized (paint) {
        bus.publish(text + shown);
      }
    }
  }

  /** compute() of a concurrent map holds the bin: not our matter; the monitors inside are. */
  static class InCompute {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Object log = new Object();
    private final Object stats = new Object();

    void hit(String k) {
      synchronized (stats) {
        counts.compute(
            k,
            (key, old) -> {
              synchronized (log) { // want LockOrderInversion "log"
                return old == null ? 1 : old + 1;
              }
            });
      }
    }

    void dump() {
      synchronized (log) {
        synchronized (stats) {
          System.out.println(counts);
        }
      }
    }
  }

  /** Down a list that may be a ring: nothing says that anybody goes the other way. */
  abstract static class Node {
    protected Node next;

    synchronized void visit() {
      if (next != null) {
        next.visit();
      }
    }
  }

  static class Ring extends Node {
    void close() {
      next = this;
    }
  }

  /** Four locks round the table. */
  static class Table {
    private final Object a = new Object();
    private final Object b = new Object();
    private final Object c = new Object();
    private final Object d = new Object();
    private int eaten;

    void one() {
      synchronized (a) {
        synchronized (b) { // want LockOrderInversion "b"
          eaten++;
        }
      }
    }

    void two() {
      synchronized (b) {
        takeC();
      }
    }

    private void takeC() {
      synchronized (c) {
        eaten++;
      }
    }

    void three() {
      synchronized (c) {
        synchronized (d) {
          eaten++;
        }
      }
    }

    void four() {
      synchronized (d) {
        synchronized (a) {
          eaten++;
        }
      }
    }
  }

  /** Philosophers: forks of an array. */
  static class Philosophers {
    private final Object[] forks = new Object[5];

    Philosophers() {
      for (int i = 0; i < forks.length; i++) {
        forks[i] = new Object();
      }
    }

    void dine(int i) {
      Object left = forks[i];
      Object right = forks[(i + 1) % forks.length];
      synchronized (left) {
        synchronized (right) { // want LockOrderInversion "forks"
          System.out.println(i + " eats");
        }
      }
    }
  }

  /** Reading first, writing first. */
  static class ManualUnlock {
    private final Lock p = new ReentrantLock();
    private final Lock q = new ReentrantLock();
    private int n;

    void pq(boolean fast) {
      p.lock();
      if (fast) {
        p.unlock();
        return;
      }
      q.lock(); // want LockOrderInversion "q"
      n++;
      p.unlock();
      q.unlock();
    }

    void qp() {
      q.lock();
      p.lock();
      n--;
      q.unlock();
      p.unlock();
    }
  }

  /** In the constructor of a shared object: the monitor of the class, then of the parent. */
  static class Child {
    private static final Object IDS = new Object();
    private static int next;
    private final int id;

    Child(Family family) {
      synchronized (IDS) {
        id = next++;
        family.register(this); // want LockOrderInversion "family"
      }
    }

    static int fresh() {
      synchronized (IDS) {
        return next++;
      }
    }
  }

  static class Family {
    private final List<Child> children = new ArrayList<>();
    private int last;

    synchronized void register(Child c) {
      children.add(c);
    }

    synchronized void renumber() {
      last = Child.fresh();
    }
  }
}
