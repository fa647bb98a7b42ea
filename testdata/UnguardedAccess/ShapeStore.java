package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.checkerframework.checker.lock.qual.Holding;
import org.lockkeeper.annotations.Acquires;
import org.lockkeeper.annotations.Excludes;
import org.lockkeeper.annotations.GuardedBy;
import org.lockkeeper.annotations.Releases;

/** Contracts of methods, inherited, overridden, and through interfaces. */
public class ShapeStore {

  interface Visitor {
    void visit(String shape);
  }

  /** Contract on an abstract class, kept by its subclass. */
  abstract static class Base {
    protected final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    protected final List<String> shapes = new ArrayList<>();

    @Holding("lock")
    protected abstract void draw(String shape);

    @Holding("lock")
    protected void clear() {
      shapes.clear();
    }

    @Excludes("lock")
    void publish() {}

    @Acquires("lock")
    void begin() {
      lock.lock();
    }

    @Releases("lock")
    void end() {
      lock.unlock();
    }

    void drawAll() {
      lock.lock();
      try {
        shapes.forEach(this::draw);
        for (String s : shapes) {
          draw(s);
        }
        publish(); // want UnguardedAccess "publish"
      } finally {
        lock.unlock();
      }
      publish();
      draw("after"); // want UnguardedAccess "draw"
    }
  }

  static class Screen extends Base {
    @Override
    protected void draw(String shape) {
      shapes.remove(shape);
    }

    void paint() {
      draw("x"); // want UnguardedAccess "draw"
      clear(); // want UnguardedAccess "clear"
      begin();
      try {
        draw("y");
        clear();
        shapes.add("z");
      } finally {
        end();
      }
      shapes.add("late"); // want UnguardedAccess "shapes"
    }

    void wrongInstance(Screen other) {
      begin();
      try {
        other.clear(); // want UnguardedAccess "clear"
        other.shapes.add("x"); // want UnguardedAccess "shapes"
      } finally {
        end();
      }
    }

    void wrongEnd(Screen other) {
      begin();
      other.begin(); // want LockOrderInversion "other.lock"
      end();
      other.clear();
      shapes.add("x"); // want UnguardedAccess "shapes"
      other.end();
    }

    Visitor visitor() {
      lock.lock();
      try {
        return shape -> draw(shape); // want UnguardedAccess "draw"
      } finally {
        lock.unlock();
      }
    }
  }

  /** A helper that needs a read lock at least. */
  static class Index {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("rw")
    private final Map<String, Integer> positions = new HashMap<>();

    @org.lockkeeper.annotations.Holding("rw.readLock()")
    private int position(String k) {
      return positions.getOrDefault(k, -1);
    }

    @org.lockkeeper.annotations.Holding("rw.writeLock()")
    private void put(String k, int v) {
      positions.put(k, v);
    }

    int find(String k) {
      rw.readLock().lock();
      try {
        put(k, 1); // want UnguardedAccess "put"
        return position(k);
      } finally {
        rw.readLock().unlock();
      }
    }

    void store(String k) {
      rw.writeLock().lock();
      try {
        put(k, position(k) + 1);
      } finally {
        rw.writeLock().unlock();
      }
      position(k); // want UnguardedAccess "position"
    }
  }

  /** Helpers nobody annotated: judged by their callers, if those are all known. */
  static class Queue {
    @GuardedBy("this")
    private int size;

    synchronized void add() {
      grow();
      again();
    }

    synchronized void addTwo() {
      grow();
      grow();
    }

    private void grow() {
      size++;
    }

    private void again() {
      size++; // want UnguardedAccess "size"
    }

    void unsafe() {
      again();
    }

    protected void open() {
      size++;
    }

    synchronized void callsOpen() {
      open();
    }
  }

  /** Static state. */
  static class Ids {
    private static final Object MUTEX = new Object();

    @GuardedBy("MUTEX")
    private static int next;

    @GuardedBy("Ids.class")
    private static final Map<String, Integer> KNOWN = new HashMap<>();

    static int next() {
      synchronized (MUTEX) {
        return next++;
      }
    }

    static synchronized int known(String k) {
      return KNOWN.computeIfAbsent(k, x -> KNOWN.size());
    }

    int instance(String k) {
      synchronized (this) {
        next++; // want UnguardedAccess "next"
        return KNOWN.get(k); // want UnguardedAccess "KNOWN"
      }
    }

    static int byGetClass(Ids ids) {
      synchronized (Ids.class) {
        return KNOWN.size();
      }
    }

    static class More extends Ids {
      static synchronized int size() {
        return KNOWN.size(); // want UnguardedAccess "KNOWN"
      }
    }
  }

  /** Made, filled, then shown to others. */
  static class Builder {
    @GuardedBy("this")
    private final List<String> parts = new ArrayList<>();

    @GuardedBy("this")
    private int built;

    Builder() {
      parts.add("first");
      init();
      helper(this);
    }

    private void init() {
      built = 1;
    }

    private static void helper(Builder b) {
      System.out.println(b);
    }

    static Builder of(String... all) {
      Builder b = new Builder();
      for (String s : all) {
        b.parts.add(s);
      }
      b.built = all.length;
      return b;
    }

    private static final List<Builder> ALL = new CopyOnWriteArrayList<>();

    static Builder shared() {
      Builder b = new Builder();
      ALL.add(b);
      b.built = 2; // want UnguardedAccess "built"
      return b;
    }

    @Override
    protected Builder clone() {
      Builder copy = new Builder();
      synchronized (this) {
        copy.parts.addAll(parts);
        copy.built = built;
      }
      return copy;
    }
  }

  /** A guard that never matches. */
  static class Invalid {
    @GuardedBy("nothing")
    private int a; // want UnguardedAccess "nothing"

    private final AtomicInteger real = new AtomicInteger();

    int sum() {
      return a + real.get();
    }
  }
}
