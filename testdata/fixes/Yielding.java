package cases.fixes;

// source door only: because a `do` has no instruction of its own in class files

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** Loops that give way: in every round when it is long, every so many when it is short. */
public class Yielding implements IntFunction<Object>, Supplier<Object> {
  private final AtomicLong sum = new AtomicLong();
  private final AtomicBoolean done = new AtomicBoolean();
  private final Queue<Runnable> jobs = new ConcurrentLinkedQueue<>();
  private volatile long goal = 1;

  @Override
  public Object apply(int step) {
    long found = collatz(step) + searched(step) + doubled(step) + labelled(step) + bare(step);
    jobs.add(() -> sum.addAndGet(step));
    drain();
    long all = found + pairs(List.of(step, 2, 3)) + clash(step) + twice(step) + Fiber.run(step);
    wander();
    sum.addAndGet(all);
    return all + (step > 3 ? inLambda(step) : 0);
  }

  /** A short round: a counter of its own. */
  @Cooperative
  long collatz(int from) {
    long x = from + 1;
    long steps = 0;
    while (x != goal) { // want LoopWithoutYield "loop"
      x = x % 2 == 0 ? x / 2 : 3 * x + 1;
      steps++;
    }
    return steps;
  }

  /** Goes through all numbers up to 8001 before it comes back. */
  @Cooperative
  void wander() {
    long x = goal;
    do { // want LoopWithoutYield "loop"
      x = x > 8000 ? 0 : x + 1;
    } while (x != goal);
  }

  /** The loop counts its rounds already. */
  @Cooperative
  long searched(int wanted) {
    long x = 1;
    for (int i = 0; x % 20 != wanted && !done.get(); i++) { // want LoopWithoutYield "loop"
      x = x + i % 3 + 1;
    }
    return x;
  }

  /** It counts, but not every round. */
  @Cooperative
  long doubled(int wanted) {
    long x = 0;
    for (int i = 1; x < wanted && !done.get(); i++) {
      if (x == 7) {
        i++;
      }
      x += i;
    }
    do { // want LoopWithoutYield "loop"
      x++;
    } while (x % 16 != goal);
    return x;
  }

  /** Each way round passes the statement, and the label stays with its loop. */
  @Cooperative
  long labelled(int wanted) {
    long x = wanted;
    long odd = 0;
    search:
    while (x % 32 != goal) { // want LoopWithoutYield "loop"
      x++;
      if (x % 2 == 0) {
        continue search;
      }
      odd++;
    }
    return x + odd;
  }

  /** Without braces, and without a body. */
  @Cooperative
  long bare(int wanted) {
    AtomicLong x = new AtomicLong(wanted);
    while (x.get() % 8 != goal) x.incrementAndGet(); // want LoopWithoutYield "loop"
    while (x.incrementAndGet() % 64 != goal) ; // want LoopWithoutYield "loop"
    if (wanted > 2)
      while (x.get() % 128 != goal) // want LoopWithoutYield "loop"
        x.addAndGet(64);
    return x.get();
  }

  /** A job takes as long as it takes: in every round. */
  @Cooperative
  void drain() {
    Runnable job;
    while ((job = jobs.poll()) != null) { // want LoopWithoutYield "loop"
      job.run();
    }
  }

  /** Of nested loops the outer one. */
  @Cooperative
  long pairs(List<Integer> numbers) {
    long equal = 0;
    for (int a : numbers) { // want LoopWithoutYield "loop"
      for (int b : numbers) {
        equal += a == b ? 1 : 0;
      }
    }
    return equal;
  }

  /** The counter's name is taken. */
  @Cooperative
  long clash(int rounds) {
    long x = rounds;
    while (x % 8 != goal) { // want LoopWithoutYield "loop"
      x += rounds % 2 == 0 ? 1 : 3;
    }
    return x;
  }

  /** Two loops in a row, and one in another's body. */
  @Cooperative
  long twice(int wanted) {
    long x = wanted;
    while (x % 4 != goal) { // want LoopWithoutYield "loop"
      x++;
    }
    while (x % 16 != goal) { // want LoopWithoutYield "loop"
      x++;
    }
    while (x % 512 != goal) { // want LoopWithoutYield "loop"
      while (x % 64 != goal) { // want LoopWithoutYield "loop"
        x++;
      }
      x += 64;
    }
    return x;
  }

  /** In a function, which has variables of its own. */
  long inLambda(int wanted) {
    long[] x = {wanted};
    perform(
        () -> {
          while (x[0] % 8 != goal) { // want LoopWithoutYield "loop"
            x[0]++;
          }
        });
    return x[0];
  }

  private static void perform(@Cooperative Runnable task) {
    task.run();
  }

  @Override
  public Object get() {
    return sum + " " + jobs.size();
  }

  /** A class that has its own way to yield. */
  static class Fiber {
    private final Queue<Integer> mails = new ArrayDeque<>();
    private volatile boolean open = true;

    @YieldPoint
    static void pause() {
      Thread.yield();
    }

    static long run(int step) {
      Fiber fiber = new Fiber();
      fiber.mails.add(step);
      return fiber.serve();
    }

    @Cooperative
    long serve() {
      long sum = 0;
      while (open) { // want LoopWithoutYield "loop"
        sum += mails.remove();
        open = !mails.isEmpty();
      }
      return sum;
    }
  }
}
