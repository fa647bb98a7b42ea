package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.lockkeeper.annotations.GuardedBy;

/** Lists that are replaced as a whole, parts that share their owner's lock, captured values. */
public class ReplacedLists {

  /** Readers get the list of the moment. */
  static class Registry {
    @GuardedBy("this")
    private final TreeSet<String> all = new TreeSet<>();

    @GuardedBy("this")
    private List<String> sorted = Collections.emptyList();

    @GuardedBy("this")
    private List<String> live = new ArrayList<>();

    synchronized void register(String name) {
      all.add(name);
      sorted = Collections.unmodifiableList(new ArrayList<>(all));
      live.add(name);
    }

    synchronized void reset() {
      live = new ArrayList<>();
    }

    synchronized List<String> sorted() {
      return sorted;
    }

    synchronized List<String> live() {
      return live;
    }

    String first() {
      List<String> names = sorted();
      return names.isEmpty() ? null : names.get(0);
    }

    int bare() {
      return sorted.size(); // want UnguardedAccess "`sorted`"
    }

    int lives() {
      return live().size(); // want UnguardedAccess "`live`"
    }
  }

  /** A part that is guarded by the lock that its owner hands to it. */
  static final class Canceller {
    private final Object lock;

    @GuardedBy("lock")
    private Future<?> future;

    @GuardedBy("lock")
    private boolean cancelled;

    Canceller(Object lock) {
      this.lock = lock;
    }

    @GuardedBy("lock")
    boolean isCancelled() {
      return cancelled;
    }

    @GuardedBy("lock")
    Future<?> cancel() {
      cancelled = true;
      return future;
    }
  }

  /** Makes such parts. */
  static class Stream {
    private final Object lock = new Object();
    private final Object other = new Object();
    private Canceller scheduled;

    void schedule() {
      synchronized (lock) {
        scheduled = new Canceller(lock);
      }
    }

    Future<?> commit() {
      synchronized (lock) {
        return scheduled == null ? null : scheduled.cancel();
      }
    }

    boolean wrongLock() {
      Canceller now = scheduled;
      if (now == null) {
        return false;
      }
      synchronized (other) {
        return now.isCancelled(); // want UnguardedAccess "isCancelled"
      }
    }
  }

  /** A part that is handed one lock or another. */
  static final class Gauge {
    private final Object lock;
    private int level;

    Gauge(Object lock) {
      this.lock = lock;
    }

    @GuardedBy("lock")
    void rise() {
      level++;
    }
  }

  /** Has two locks for them. */
  static class Tank {
    private final Object left = new Object();
    private final Object right = new Object();
    private final Gauge one = new Gauge(left);
    private final Gauge two = new Gauge(right);

    void fill() {
      synchronized (left) {
        two.rise(); // want UnguardedAccess "rise"
      }
    }
  }

  /** What a local class captures is a value, and not the field that it was read from. */
  static class Calls {
    private final Executor executor;

    @GuardedBy("this")
    private Runnable listener;

    Calls(Executor executor) {
      this.executor = executor;
    }

    synchronized void listen(Runnable each) {
      listener = each;
    }

    void drain() {
      Runnable last;
      synchronized (this) {
        last = listener;
      }
      if (last != null) {
        class Drain implements Runnable {
          @Override
          public void run() {
            last.run();
          }
        }

        executor.execute(new Drain());
      }
    }

    void drainBare() {
      Runnable last = listener; // want UnguardedAccess "`listener`"
      if (last != null) {
        executor.execute(() -> last.run());
      }
    }
  }
}
