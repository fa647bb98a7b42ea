package cases.splitcriticalsection;

import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A loop over the elements that are there by then needs no test before it. */
public class LastOfRing {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final TreeSet<String> nodes = new TreeSet<>();

  public void add(String node) {
    lock.writeLock().lock();
    try {
      nodes.add(node);
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void drop(String node) {
    lock.writeLock().lock();
    try {
      nodes.remove(node);
    } finally {
      lock.writeLock().unlock();
    }
  }

  public boolean several() {
    lock.readLock().lock();
    try {
      return nodes.size() > 1;
    } finally {
      lock.readLock().unlock();
    }
  }

  public String last() {
    lock.readLock().lock();
    try {
      return nodes.last();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The first one comes after the last. */
  public String before(String node) {
    lock.readLock().lock();
    try {
      String previous = null;
      for (String each : nodes) {
        if (each.equals(node)) {
          return previous == null ? nodes.last() : previous;
        }
        previous = each;
      }
      throw new IllegalArgumentException(node + " is not in the ring");
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Looks at all of them, and then at one that there may not be. */
  public String longest() {
    lock.readLock().lock();
    try {
      int most = 0;
      for (String each : nodes) {
        most = Math.max(most, each.length());
      }
      return nodes.last() + most;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Sends to neighbours. */
  public static class Sender {
    private final LastOfRing ring;

    public Sender(LastOfRing ring) {
      this.ring = ring;
    }

    public String neighbour(String self) {
      return ring.several() ? ring.before(self) : "";
    }

    public String farthest() {
      return ring.several() ? ring.last() : ""; // want SplitCriticalSection "last"
    }

    public String longest() {
      return ring.several() ? ring.longest() : ""; // want SplitCriticalSection "last"
    }
  }
}
