package cases.nonatomicupdate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts that only their owner knows, and uses under its own lock. */
public class PartsUnderLock {
  /** How far the pool has grown. */
  private static final class Mark {
    private volatile int high = 1;
    private volatile long next;

    boolean due(long now) {
      return next < now;
    }

    void update(long now, int idle) {
      high = Math.max(idle, high);
      next = now + high * 1000L;
    }
  }

  /** Locks the queue that it has for good. */
  public static final class Pool {
    private final Deque<String> idle = new ArrayDeque<>();
    private final Mark mark = new Mark();

    public void giveBack(String thing, long now) {
      synchronized (idle) {
        if (mark.due(now)) {
          mark.update(now, idle.size());
        }
        idle.push(thing);
      }
    }

    public void trim(long now) {
      synchronized (idle) {
        idle.clear();
        mark.update(now, 0);
      }
    }
  }

  /** Locks itself, and asks itself for the part. */
  public static class Shelf {
    private final Deque<String> idle = new ArrayDeque<>();
    private final Mark mark = new Mark();

    private Mark mark() {
      return mark;
    }

    public synchronized void giveBack(String thing, long now) {
      idle.push(thing);
      mark().update(now, idle.size());
    }
  }

  /** Counts what was lent; one of two ways has no lock. */
  private static final class Lent {
    private volatile int high;

    void update(int count) {
      high = Math.max(count, high); // want NonAtomicUpdate "high"
    }
  }

  /** Forgets the lock once. */
  public static final class Library {
    private final Deque<String> lent = new ArrayDeque<>();
    private final Lent count = new Lent();

    public void lend(String book) {
      synchronized (lent) {
        lent.push(book);
        count.update(lent.size());
      }
    }

    public void lendMany(int books) {
      count.update(books);
    }
  }

  /** Counts what went through a gate. */
  private static final class Gate {
    private volatile int widest;

    void pass(int width) {
      widest = Math.max(width, widest); // want NonAtomicUpdate "widest"
    }
  }

  /** Has a lock for each direction, and one gate. */
  public static final class Bridge {
    private final Object in = new Object();
    private final Object out = new Object();
    private final Gate gate = new Gate();

    public void enter(int width) {
      synchronized (in) {
        gate.pass(width);
      }
    }

    public void leave(int width) {
      synchronized (out) {
        gate.pass(width);
      }
    }
  }

  /** A total that several counters have in common. */
  private static final class Total {
    private volatile int most;

    void count(int n) {
      most = Math.max(n, most); // want NonAtomicUpdate "most"
    }
  }

  /** Each has a lock of its own around what is not its own. */
  public static final class Counter {
    private final Total total;

    private Counter(Total total) {
      this.total = total;
    }

    public static Counter first() {
      return new Counter(new Total());
    }

    public Counter next() {
      return new Counter(total);
    }

    public synchronized void count(int n) {
      total.count(n);
    }
  }

  /** Its lock may be another one at any time. */
  public static final class Stack {
    private Object lock = new Object();
    private final Depth depth = new Depth();

    public void renew() {
      lock = new Object();
    }

    public void push(int size) {
      synchronized (lock) {
        depth.reach(size);
      }
    }
  }

  /** How deep the stack was. */
  private static final class Depth {
    private volatile int most;

    void reach(int size) {
      most = Math.max(size, most); // want NonAtomicUpdate "most"
    }
  }
}
