package cases.uncheckedcheckthenact;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lazy initialisation as it should be, and where it does not matter. */
public class LazyRight {
  private static volatile LazyRight instance;
  private volatile Engine engine;
  private Engine guarded;
  private final Lock lock = new ReentrantLock();
  private final String text;
  private int hash;

  LazyRight(String text) {
    this.text = text;
  }

  public static LazyRight instance() {
    if (instance == null) {
      synchronized (LazyRight.class) {
        if (instance == null) {
          instance = new LazyRight("");
        }
      }
    }
    return instance;
  }

  public Engine engine() {
    Engine e = engine;
    if (e == null) {
      synchronized (this) {
        e = engine;
        if (e == null) {
          engine = e = new Engine();
        }
      }
    }
    return e;
  }

  public Engine engineEarlyReturn() {
    Engine e = engine;
    if (e != null) {
      return e;
    }
    synchronized (this) {
      if (engine != null) {
        return engine;
      }
      engine = new Engine();
      return engine;
    }
  }

  public Engine guarded() {
    lock.lock();
    try {
      if (guarded == null) {
        guarded = new Engine();
      }
      return guarded;
    } finally {
      lock.unlock();
    }
  }

  /** An int made from final state: every thread computes the same. */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = text.hashCode();
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LazyRight other && other.text.equals(text);
  }

  public static Engine viaHolder() {
    return Holder.ENGINE;
  }

  private static final class Holder {
    static final Engine ENGINE = new Engine();
  }

  /** Costly. */
  public static final class Engine {}
}
