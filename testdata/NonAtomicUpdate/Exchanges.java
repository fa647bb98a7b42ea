package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an atomic holds is taken out, and something else put there, in two steps or in one. */
class Exchanges {
  private static final Logger LOG = Logger.getLogger("exchanges");

  private final AtomicReference<Runnable> next = new AtomicReference<>();
  private final AtomicReference<Future<?>> task = new AtomicReference<>();
  private final AtomicReference<String> node = new AtomicReference<>();
  private final AtomicReference<List<String>> slot = new AtomicReference<>(new ArrayList<>());
  private final AtomicBoolean leader = new AtomicBoolean();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicLong last = new AtomicLong();
  private final AtomicInteger level = new AtomicInteger();
  private final AtomicReference<String> context = new AtomicReference<>();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  void offer(Runnable job) {
    next.set(job);
  }

  /** Two threads run one job, or a job that was offered meanwhile is lost. */
  void runNext() {
    Runnable job = next.get();
    next.set(null); // want UnguardedCheckThenAct "next"
    if (job != null) {
      job.run();
    }
  }

  void runNextOnce() {
    Runnable job = next.getAndSet(null);
    if (job != null) {
      job.run();
    }
  }

  Runnable take() {
    Runnable job = next.get();
    if (job != null) {
      next.set(null); // want UnguardedCheckThenAct "next"
    }
    return job;
  }

  void schedule(Runnable work) {
    task.set(pool.submit(work));
  }

  void cancel() {
    Future<?> running = task.get();
    task.set(null); // want UnguardedCheckThenAct "task"
    if (running == null) {
      return;
    }
    running.cancel(true);
  }

  /** Who was the first to start? Both. */
  void start() {
    boolean before = started.get();
    started.set(true); // want NonAtomicUpdate "started"
    if (!before) {
      pool.execute(this::runNext);
    }
  }

  void lead(boolean now) {
    boolean before = leader.get();
    leader.set(now); // want NonAtomicUpdate "leader"
    if (before != now) {
      tell(now);
    }
  }

  synchronized void leadOneByOne(boolean now) {
    boolean before = level.get() > 0;
    level.set(now ? 1 : 0);
    if (before != now) {
      tell(now);
    }
  }

  String rename(String name) {
    String old = node.get();
    node.set(name); // want NonAtomicUpdate "node"
    return old;
  }

  List<String> flush() {
    List<String> full = slot.get();
    slot.set(new ArrayList<>()); // want NonAtomicUpdate "slot"
    return full;
  }

  void add(String line) {
    slot.get().add(line);
  }

  /** Shown, and nothing else. */
  void reset(long now) {
    long before = last.get();
    last.set(now);
    LOG.log(Level.FINE, "since {0}", before);
  }

  /** What was there comes back. */
  void within(String name, Runnable work) {
    String outer = context.get();
    context.set(name);
    try {
      work.run();
    } finally {
      context.set(outer);
    }
  }

  /** Made here, and used by one thread. */
  static int count(List<String> names) {
    AtomicReference<String> previous = new AtomicReference<>("");
    int changes = 0;
    for (String name : names) {
      String before = previous.get();
      previous.set(name);
      changes += before.equals(name) ? 0 : compare(before, name);
    }
    return changes;
  }

  private static int compare(String a, String b) {
    return Math.abs(a.compareTo(b));
  }

  private void tell(boolean leads) {
    CompletableFuture.runAsync(() -> System.out.println(leads));
  }
}
