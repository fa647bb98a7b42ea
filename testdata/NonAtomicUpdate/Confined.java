package cases.nonatomicupdate;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.lockkeeper.annotations.ConfinedTo;

/** Owned by one thread, or updated by an atomic operation in disguise. */
public class Confined {
  private static final AtomicIntegerFieldUpdater<Confined> RETAINS =
      AtomicIntegerFieldUpdater.newUpdater(Confined.class, "retains");

  private final ExecutorService single = Executors.newSingleThreadExecutor();
  private final LongAdder adder = new LongAdder();
  private final ThreadLocal<int[]> depth = ThreadLocal.withInitial(() -> new int[1]);
  private volatile int retains;
  private int events;

  @ConfinedTo("ui")
  private int repaints;

  /** All updates run on the one thread. */
  public void event() {
    single.execute(() -> events++);
  }

  public void twoEvents() {
    single.execute(
        () -> {
          events += 2;
        });
  }

  @ConfinedTo("ui")
  void paint() {
    repaints++;
  }

  public void retain() {
    RETAINS.incrementAndGet(this);
  }

  public int retains() {
    return retains;
  }

  public void add(long n) {
    adder.add(n);
  }

  public int enter() {
    int[] mine = depth.get();
    mine[0]++;
    return mine[0];
  }

  /** Each task has its own counter. */
  public void run(Executor pool) {
    pool.execute(
        () -> {
          int local = 0;
          for (int i = 0; i < 10; i++) {
            local += i;
          }
          add(local);
        });
  }
}
