package org.lockkeeper.testing.behaviour;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What the code that a {@link Sandbox} loads calls instead of the clock, threads and executors, so
 * that one thread does everything in one order; and what is noted while it runs.
 */
public final class Course {
  private static final ThreadLocal<Course> NOW = ThreadLocal.withInitial(Course::new);
  private static final int ROUNDS = 20_000;
  private static final int DEPTH = 8;
  private static final int SELDOM = 20;

  private final List<String> log = new ArrayList<>();
  private final Set<String> reached = ConcurrentHashMap.newKeySet();
  private int rounds = ROUNDS;
  private Random turns;
  private Relay relay;
  private int threads;
  private long clock = 1_000_000;

  /** A loop that goes on and on. */
  static final class Endless extends Error {
    private static final long serialVersionUID = 1;

    Endless() {
      super("endless", null, false, false);
    }
  }

  /** That of this thread. */
  static Course now() {
    return NOW.get();
  }

  /** This thread's from now on. */
  void begin() {
    NOW.set(this);
  }

  /** That of one of several threads, which stops now and then for the others, as a seed decides. */
  static void race(long seed) {
    Course course = new Course();
    course.rounds = Integer.MAX_VALUE;
    course.turns = new Random(seed);
    course.begin();
  }

  /** That of one task of several that share a thread. */
  static void join(Relay relay) {
    Course course = new Course();
    course.rounds = Integer.MAX_VALUE;
    course.relay = relay;
    course.begin();
  }

  /** Another call may go as many rounds again. */
  void step() {
    rounds = ROUNDS;
  }

  /** How deep calls go before the stack is full depends on what is compiled by then. */
  void overflow() {
    rounds = -1;
  }

  boolean isEndless() {
    return rounds < 0;
  }

  void log(String line) {
    log.add(line);
  }

  List<String> log() {
    return log;
  }

  /**
   * Lines that were come to, and two before each, which may have no code, as {@code File.java:12}.
   */
  Set<String> reached() {
    return reached;
  }

  /** A loop goes round. */
  public static void round() {
    Course now = now();
    now.count();
    if (now.relay != null) {
      now.relay.round();
    }
  }

  /** Other tasks may run. */
  public static void yielded() {
    Relay relay = now().relay;
    if (relay != null) {
      relay.yielded();
    }
  }

  /** Another thread may get its turn here. */
  public static void pause() {
    Random turns = now().turns;
    if (turns != null && turns.nextInt(SELDOM) == 0) {
      LockSupport.parkNanos(1);
    }
  }

  /** A line is come to. */
  public static void line(String at) {
    Course now = now();
    int colon = at.indexOf(':') + 1;
    now.reached.add(at);
    int line = Integer.parseInt(at.substring(colon));
    now.reached.add(at.substring(0, colon) + (line - 1));
    now.reached.add(at.substring(0, colon) + (line - 2));
    now.count();
  }

  private void count() {
    rounds--;
    if (rounds < 0) {
      throw new Endless();
    }
  }

  /** What is printed is noted. */
  public static PrintStream out() {
    OutputStream none = OutputStream.nullOutputStream();
    return new PrintStream(none, false, StandardCharsets.UTF_8) {
      @Override
      public void println(String line) {
        now().log(line);
      }

      @Override
      public void println(Object line) {
        now().log(line instanceof String s ? s : line == null ? "null" : "object");
      }
    };
  }

  /** Time passes with each look at the clock. */
  public static long millis() {
    return now().clock++;
  }

  /** Time passes with each look at the clock. */
  public static long nanos() {
    return 1_000_000 * millis();
  }

  /** Nobody sleeps. */
  public static void sleep(long time) {
    now().clock += time;
  }

  /** What a thread would do is done here and now. */
  public static void start(Thread thread) {
    run(thread);
  }

  /** What a thread would do is done here and now. */
  public static Thread startNow(Runnable task) {
    run(task);
    return new Thread(task);
  }

  /** What a thread of a builder would do is done here and now. */
  public static Thread startNow(Object builder, Runnable task) {
    return startNow(task);
  }

  /** What a timer would do again and again is done once, here and now. */
  public static void schedule(Timer timer, TimerTask task, long delay, long period) {
    timer.cancel();
    run(task);
  }

  /** What a pool would do is done here and now. */
  public static ForkJoinTask<?> submit(ForkJoinPool pool, Runnable task) {
    run(task);
    return ForkJoinTask.adapt(task);
  }

  /** What a pool would do is done here and now. */
  public static ForkJoinTask<?> submit(ForkJoinPool pool, Callable<?> task) {
    ForkJoinTask<?> done = ForkJoinTask.adapt(task);
    done.quietlyInvoke();
    return done;
  }

  /** Threads that start threads that start threads end somewhere. */
  public static void run(Runnable task) {
    Course now = now();
    now.threads++;
    try {
      if (now.threads < DEPTH) {
        task.run();
      }
    } catch (RuntimeException uncaught) {
      now.log("uncaught " + uncaught.getClass().getName());
    } finally {
      now.threads--;
    }
  }

  /** An executor that runs tasks here and now in place of another. */
  public static ScheduledExecutorService direct(ExecutorService real) {
    real.shutdown();
    return new DirectExecutor();
  }

  /** Computed here and now. */
  public static <T> CompletableFuture<T> supply(Supplier<T> task) {
    CompletableFuture<T> future = new CompletableFuture<>();
    try {
      future.complete(task.get());
    } catch (RuntimeException failed) {
      future.completeExceptionally(failed);
    }
    return future;
  }

  /** Computed here and now. */
  public static CompletableFuture<Void> perform(Runnable task) {
    return supply(
        () -> {
          task.run();
          return null;
        });
  }
}
