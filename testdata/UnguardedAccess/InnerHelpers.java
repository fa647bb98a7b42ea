package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import org.lockkeeper.annotations.GuardedBy;

/** Helpers of inner objects that the methods of the outer object call under its lock. */
public class InnerHelpers {
  static class Cache {
    private final Object mutex = new Object();

    @GuardedBy("mutex")
    private final Map<String, Node> nodes = new HashMap<>();

    @GuardedBy("mutex")
    private Node head;

    private final class Node {
      final String key;

      @GuardedBy("mutex")
      Node next;

      Node(String key) {
        this.key = key;
      }

      void unlink() {
        next = null;
      }

      private Node after() {
        return next;
      }

      void drop() {
        next = null; // want UnguardedAccess "next"
      }
    }

    void put(String key) {
      synchronized (mutex) {
        Node added = new Node(key);
        added.next = head;
        head = added;
        nodes.put(key, added);
      }
    }

    void evict() {
      synchronized (mutex) {
        Node first = head;
        if (first != null) {
          head = first.after();
          first.unlink();
          nodes.remove(first.key);
        }
      }
    }

    void forget(String key) {
      Node found;
      synchronized (mutex) {
        found = nodes.remove(key);
      }
      if (found != null) {
        found.drop();
      }
    }
  }

  static class Tally {
    @GuardedBy("this")
    private int size;

    private final Steps steps = new Steps();

    private class Steps {
      void up() {
        size++;
      }

      void down() {
        size--; // want UnguardedAccess "size"
      }
    }

    synchronized void add() {
      steps.up();
    }

    /** The other object's step, under this object's lock. */
    synchronized void move(Tally other) {
      other.steps.down();
    }
  }
}
