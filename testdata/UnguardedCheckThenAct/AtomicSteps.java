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
}
