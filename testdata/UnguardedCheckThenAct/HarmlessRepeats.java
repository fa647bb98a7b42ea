package cases.uncheckedcheckthenact;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What two threads may both do, and what only one of them gets to do. */
public class HarmlessRepeats {
  private static final long SHORTEST = 30_000;

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicReference<Runnable> completion = new AtomicReference<>();
  private final AtomicBoolean shutDown = new AtomicBoolean();
  private final Queue<StringBuilder> pool = new ConcurrentLinkedQueue<>();
  private volatile long maxLifetime;
  private volatile int minIdle;
  private volatile int poolSize = 10;
  private volatile boolean leading;
  private volatile boolean active = true;
  private volatile int[] table = new int[2];
  private volatile Thread worker;

  /** Settings that everybody brings to the same value. */
  public void validate() {
    if (maxLifetime != 0 && maxLifetime < SHORTEST) {
      maxLifetime = SHORTEST;
    }
    if (minIdle < 0 || minIdle > poolSize) {
      minIdle = poolSize;
    }
  }

  /** Clears a flag, whoever comes first. */
  public void resign() {
    if (leading) {
      leading = false;
    }
  }

  /** One thread takes the callback, and goes on alone. */
  public void complete() {
    if (active) {
      Runnable callback = completion.getAndSet(null);
      if (callback != null) {
        active = false;
        callback.run();
      }
    }
  }

  /** The winner of the flag owns the table. */
  public void grow(int[] seen) {
    if (busy.get() == 0 && tryBusy()) {
      try {
        if (table == seen) {
          table = new int[seen.length * 2];
        }
      } finally {
        busy.set(0);
      }
    }
  }

  private boolean tryBusy() {
    return busy.compareAndSet(0, 1);
  }

  /** Borrowed and given back: no question was asked. */
  public String render(int n) {
    StringBuilder out = borrow();
    try {
      return out.append(n).toString();
    } finally {
      out.setLength(0);
      pool.add(out);
    }
  }

  private StringBuilder borrow() {
    StringBuilder pooled = pool.poll();
    return pooled == null ? new StringBuilder() : pooled;
  }

  /** Counts its own rounds. */
  public void send(int messages, Runnable one) {
    while (sent.get() < messages) {
      one.run();
      sent.incrementAndGet();
    }
  }

  /** Ends its own loop. */
  public void loop(Runnable step, boolean once) {
    while (!shutDown.get()) {
      step.run();
      if (once) {
        shutDown.set(true);
      }
    }
  }

  /** Not harmless: two threads start two workers. */
  public void start() {
    if (worker == null) {
      worker = new Thread(() -> {}); // want UnguardedCheckThenAct "worker"
      worker.start();
    }
  }

  /** Not harmless: both callers are told that they closed it. */
  public boolean close() {
    if (!active) {
      return false;
    }
    active = false; // want UnguardedCheckThenAct "active"
    return true;
  }

  /** An iterator has one user. */
  static final class Walk implements Iterator<Integer> {
    private final int[] all;
    private volatile int at = -1;

    Walk(int[] all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return at < all.length - 1;
    }

    @Override
    public Integer next() {
      if (at >= all.length - 1) {
        throw new NoSuchElementException();
      }
      int next = at + 1;
      at = next;
      return all[next];
    }
  }

  /** A private task that its scheduler runs once at a time. */
  private static final class Housekeeper implements Runnable {
    private volatile long previous;

    @Override
    public void run() {
      long now = System.nanoTime();
      if (now < previous) {
        previous = now;
        report();
        return;
      }
      previous = now;
    }

    private void report() {}
  }

  public Runnable housekeeper() {
    return new Housekeeper();
  }
}
