package cases.uncheckedcheckthenact;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Atomics used in two steps. */
public class AtomicSteps {
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<Connection> connection = new AtomicReference<>();
  private final AtomicLong peak = new AtomicLong();
  private final AtomicInteger inFlight = new AtomicInteger();

  public void start() {
    if (!started.get()) {
      started.set(true); // want UnguardedCheckThenAct "started"
      open();
    }
  }

  public void startEarlyReturn() {
    if (started.get()) {
      return;
    }
    open();
    started.set(true); // want UnguardedCheckThenAct "started"
  }

  public Connection connect() {
    Connection c = connection.get();
    if (c == null) {
      c = open();
      connection.set(c); // want UnguardedCheckThenAct "connection"
    }
    return c;
  }

  public void observe(long value) {
    if (value > peak.get()) {
      peak.set(value); // want UnguardedCheckThenAct "peak"
    }
  }

  public boolean admit(int limit) {
    if (inFlight.get() < limit) {
      inFlight.incrementAndGet(); // want UnguardedCheckThenAct "inFlight"
      return true;
    }
    return false;
  }

  public void startOnce() {
    if (started.compareAndSet(false, true)) {
      open();
    }
  }

  public void startOnceTested() {
    if (!started.get() && started.compareAndSet(false, true)) {
      open();
    }
  }

  public void observeLoop(long value) {
    long seen = peak.get();
    while (value > seen && !peak.compareAndSet(seen, value)) {
      seen = peak.get();
    }
  }

  public void observeAtomically(long value) {
    peak.accumulateAndGet(value, Math::max);
  }

  public boolean admitLoop(int limit) {
    for (; ; ) {
      int n = inFlight.get();
      if (n >= limit) {
        return false;
      }
      if (inFlight.compareAndSet(n, n + 1)) {
        return true;
      }
    }
  }

  /** Takes first and gives back when it was too much. */
  public boolean admitOrGiveBack(int limit) {
    if (inFlight.incrementAndGet() > limit) {
      inFlight.decrementAndGet();
      return false;
    }
    return true;
  }

  public void close() {
    Connection c = connection.getAndSet(null);
    if (c != null) {
      c.close();
    }
  }

  private static Connection open() {
    return new Connection();
  }

  /** Opened once. */
  public static final class Connection {
    void close() {}
  }

  /** The step that acts on the test is the comparison; giving back the slot is another matter. */
  public void admit(Runnable work, int most) {
    int seen;
    do {
      seen = inFlight.get();
      if (seen >= most) {
        throw new IllegalStateException("full");
      }
    } while (!inFlight.compareAndSet(seen, seen + 1));
    if (work != null) {
      work.run();
    }
    inFlight.decrementAndGet();
  }

  /** Counts its own rounds, and only then looks at them. */
  public void readHead(java.util.Iterator<String> words) {
    do {
      System.out.println(words.next());
      inFlight.incrementAndGet();
    } while (inFlight.get() < 8);
  }

  /** Asks first: two of them go one too far. */
  public void fill(java.util.Queue<String> to, int most) {
    if (inFlight.get() < most) {
      to.add("one");
      inFlight.incrementAndGet(); // want UnguardedCheckThenAct "inFlight"
    }
  }
}
