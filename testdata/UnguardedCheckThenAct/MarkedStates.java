package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** Helpers that mark a state by compare-and-set and answer what it was: they ask in one step. */
class MarkedStates implements Runnable {
  static final long DONE = 1L << 63;
  static final long SUBSCRIBED = 1;
  static final long READY = 2;
  private static final AtomicLongFieldUpdater<MarkedStates> STATE =
      AtomicLongFieldUpdater.newUpdater(MarkedStates.class, "state");

  private final AtomicInteger mode = new AtomicInteger();
  private final Runnable sender;
  private volatile long state;

  MarkedStates(Runnable sender) {
    this.sender = sender;
  }

  static <T> long markSubscribed(AtomicLongFieldUpdater<T> updater, T instance) {
    return markSubscribed(updater, instance, false);
  }

  static <T> long markSubscribed(AtomicLongFieldUpdater<T> updater, T instance, boolean ready) {
    for (; ; ) {
      long state = updater.get(instance);
      if (state == DONE) {
        return DONE;
      }
      if ((state & SUBSCRIBED) == SUBSCRIBED) {
        return state;
      }
      if (updater.compareAndSet(instance, state, state | SUBSCRIBED | (ready ? READY : 0))) {
        return state;
      }
    }
  }

  static <T> void end(AtomicLongFieldUpdater<T> updater, T instance) {
    updater.lazySet(instance, DONE);
  }

  static boolean taken(long state) {
    return (state & SUBSCRIBED) == SUBSCRIBED || state == DONE;
  }

  /** The first one only. */
  void subscribe(Runnable actual, boolean valid) {
    long before = markSubscribed(STATE, this);
    if (taken(before)) {
      throw new IllegalStateException("only once");
    }
    if (!valid) {
      end(STATE, this);
      return;
    }
    actual.run();
  }

  /** Looks, and marks nothing. */
  void subscribeAnyway(Runnable actual, boolean valid) {
    if (taken(current())) {
      throw new IllegalStateException("only once");
    }
    if (!valid) {
      end(STATE, this); // want UnguardedCheckThenAct "STATE"
      return;
    }
    actual.run();
  }

  private long current() {
    return STATE.get(this);
  }

  @Override
  public void run() {
    if (claim() == 0) {
      sender.run();
      mode.set(3);
    }
  }

  private int claim() {
    for (; ; ) {
      int now = mode.get();
      if (now != 0 || mode.compareAndSet(now, 1)) {
        return now;
      }
    }
  }

  void runAnyway() {
    if (seen() == 0) {
      sender.run();
      mode.set(3); // want UnguardedCheckThenAct "mode"
    }
  }

  /** What goes into the compare-and-set is not what is answered: it tells of a time before. */
  private int seen() {
    int before = mode.get();
    sender.run();
    int now = mode.get();
    if (now < 3 && mode.compareAndSet(now, now | 4)) {
      sender.run();
    }
    return before;
  }
}
