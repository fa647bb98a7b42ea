package cases.unguardedaccess;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lockkeeper.annotations.GuardedBy;

/** What nested classes can name of the classes around them. */
public class NestedGuards {
  private static final Object ALL = new Object();
  private final Object lock = new Object();

  static Object all() {
    return ALL;
  }

  /** There is no object around it. */
  static class Static {
    @GuardedBy("NestedGuards.this") int outer; // want UnguardedAccess "names nothing"

    @GuardedBy("lock") int field; // want UnguardedAccess "names nothing"

    @GuardedBy("NestedGuards.this.lock") int both; // want UnguardedAccess "names nothing"

    @GuardedBy("ALL") int common;

    @GuardedBy("NestedGuards.class") int type;

    @GuardedBy("NestedGuards.all()") int method;

    void count() {
      synchronized (ALL) {
        common++;
        method++;
      }
      synchronized (NestedGuards.class) {
        type++;
        method--; // want UnguardedAccess "method"
      }
    }
  }

  enum Kind {
    ONE;

    @GuardedBy("lock") int kinds; // want UnguardedAccess "names nothing"
  }

  class Inner {
    @GuardedBy("NestedGuards.this") int outer;

    @GuardedBy("lock") int field;

    @GuardedBy("NestedGuards.this.lock") int both;

    void count() {
      synchronized (NestedGuards.this) {
        outer++;
      }
      synchronized (lock) {
        field++;
        both++;
        outer--; // want UnguardedAccess "outer"
      }
    }
  }

  /** Reading moves entries to the end: whoever names the write side means it. */
  static class Recent {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("rw.writeLock()")
    private final Map<String, String> entries = new LinkedHashMap<>(16, 0.75f, true);

    String get(String key) {
      rw.readLock().lock();
      try {
        return entries.get(key); // want UnguardedAccess "for reading only"
      } finally {
        rw.readLock().unlock();
      }
    }

    String getRight(String key) {
      rw.writeLock().lock();
      try {
        return entries.get(key);
      } finally {
        rw.writeLock().unlock();
      }
    }
  }

  /** Nodes of a graph, under the graph's lock. */
  static class Graph {
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, Node> nodes = new HashMap<>();

    class Node {
      @GuardedBy("lock")
      private final Set<Node> next = new HashSet<>();
    }

    int edges() {
      lock.lock();
      try {
        return nodes.values().stream().mapToInt(n -> n.next.size()).sum();
      } finally {
        lock.unlock();
      }
    }

    int edgesOf(List<Node> some) {
      return some.stream().mapToInt(n -> n.next.size()).sum(); // want UnguardedAccess "next"
    }
  }
}
