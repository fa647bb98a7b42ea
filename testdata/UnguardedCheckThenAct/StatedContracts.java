package cases.unguardedcheckthenact;

import com.google.common.base.Preconditions;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Routes whose methods state what their callers must hold, by assertions and tests. */
public abstract class StatedContracts {
  private final ReentrantLock lock = new ReentrantLock();
  private final Object monitor = new Object();
  private final EventExecutor loop;
  private final ConcurrentMap<String, String> routes = new ConcurrentHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile String first;
  private volatile String last;

  protected StatedContracts(EventExecutor loop) {
    this.loop = loop;
  }

  public String asserted(String from, String to) {
    assert lock.isHeldByCurrentThread();
    if (!routes.containsKey(from)) {
      routes.put(from, to);
    }
    return routes.get(from);
  }

  public String assertedWithReason(String from, String to) {
    assert to != null && lock.isHeldByCurrentThread() : "route " + from + " needs the lock";
    if (!routes.containsKey(from)) {
      routes.put(from, to);
    }
    return routes.get(from);
  }

  public void assertedMonitor(String to) {
    assert Thread.holdsLock(monitor);
    if (last == null) {
      last = to;
    }
  }

  public void onTheLoop(String to) {
    assert loop.inEventLoop();
    if (first == null) {
      first = to;
    }
  }

  /** An assertion that another thread holds no lock tells nothing. */
  public void notHeld(String from, String to) {
    assert !lock.isHeldByCurrentThread();
    if (!routes.containsKey(from)) {
      routes.put(from, to); // want UnguardedCheckThenAct "containsKey"
    }
  }

  /** Somebody else may hold it. */
  public void heldBySomebody(String from, String to) {
    assert lock.isLocked();
    if (!routes.containsKey(from)) {
      routes.put(from, to); // want UnguardedCheckThenAct "containsKey"
    }
  }

  /** One of two holds is no contract. */
  public void either(String from, String to) {
    assert to == null || lock.isHeldByCurrentThread();
    if (!routes.containsKey(from)) {
      routes.put(from, to); // want UnguardedCheckThenAct "containsKey"
    }
  }

  public void checked(String to) {
    Preconditions.checkState(Thread.holdsLock(this));
    if (last == null) {
      last = to;
    }
  }

  public void checkedWithReason(String from, String to) {
    Preconditions.checkState(lock.isHeldByCurrentThread(), "needs the lock");
    if (!routes.containsKey(from)) {
      routes.put(from, to);
    }
  }

  public void checkedSomethingElse(String from, String to) {
    Preconditions.checkState(!to.isEmpty(), "needs a target");
    if (!routes.containsKey(from)) {
      routes.put(from, to); // want UnguardedCheckThenAct "containsKey"
    }
  }

  public void thrown(String from, String to) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException();
    }
    if (!routes.containsKey(from)) {
      routes.put(from, to);
    }
  }

  public void throughHelper(String from, String to) {
    needLock();
    if (!routes.containsKey(from)) {
      routes.put(from, to);
    }
  }

  /** The helper's proof ends with the section. */
  public void afterwards(String from, String to) {
    lock.lock();
    try {
      needLock();
      changes.add(from);
    } finally {
      lock.unlock();
    }
    if (!routes.containsKey(from)) {
      routes.put(from, to); // want UnguardedCheckThenAct "containsKey"
    }
  }

  private void needLock() {
    assert lock.isHeldByCurrentThread() : "needs the lock";
  }

  /** Asserted and released here: the caller has it no longer. */
  private void finish() {
    assert lock.isHeldByCurrentThread();
    lock.unlock();
  }

  public void released(String from, String to) {
    lock.lock();
    changes.add(from);
    finish();
    if (!routes.containsKey(from)) {
      routes.put(from, to); // want UnguardedCheckThenAct "containsKey"
    }
  }

  public void throughQuestion(String from, String to) {
    assert isHeld();
    if (!routes.containsKey(from)) {
      routes.put(from, to);
    }
  }

  private boolean isHeld() {
    return lock.isHeldByCurrentThread();
  }

  /** What an assertion asks decides nothing. */
  public void assertedEmpty(String from, String to) {
    assert !routes.containsKey(from) && Thread.currentThread().isAlive();
    routes.put(from, to);
    assert open.get() == 0 && !Thread.interrupted();
    open.set(1);
  }
}
