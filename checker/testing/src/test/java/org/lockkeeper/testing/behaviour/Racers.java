package org.lockkeeper.testing.behaviour;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * A form of a class that takes steps ({@link IntFunction}) in any order and then says what came of
 * them ({@link Supplier}), run in one thread or in several, which stop for each other now and then.
 */
public final class Racers {
  private static final int THREADS = 4;
  private static final int SECONDS = 20;

  private final Map<String, byte[]> form;
  private final String type;

  /**
   * @param classes class files
   * @param type the class's binary name
   */
  public Racers(Path classes, String type) {
    this.form = Rewriting.of(classes);
    this.type = type;
  }

  /** A form as it is, which does not stop for others. */
  public static IntFunction<Object> asItIs(Path classes, String type, List<Path> others)
      throws IOException, ReflectiveOperationException {
    List<URL> urls = new ArrayList<>();
    urls.add(classes.toUri().toURL());
    for (Path each : others) {
      urls.add(each.toUri().toURL());
    }
    URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), null);
    @SuppressWarnings("unchecked")
    IntFunction<Object> made =
        (IntFunction<Object>) loader.loadClass(type).getConstructor().newInstance();
    return made;
  }

  /** What all steps of all threads come to in one thread. */
  public Object alone(List<Integer> steps) throws Exception {
    Object made = make();
    Course.race(0);
    for (int t = 0; t < THREADS; t++) {
      steps.forEach(step -> take(made, step));
    }
    return result(made);
  }

  /**
   * What they come to when each thread takes all steps in an order of its own.
   *
   * @throws DeadlockException when the threads wait for each other
   */
  public Object together(List<Integer> steps, long seed) throws Exception {
    Object made = make();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    run(
        made,
        steps,
        seed,
        task -> {
          Course.race(seed * 31 + task);
          start.await();
        },
        () -> {});
    return result(made);
  }

  /** Runs the threads' steps as tasks of a scheduler that cannot take its thread away. */
  public Turns inTurns(List<Integer> steps, long seed) throws Exception {
    Object made = make();
    Relay relay = new Relay(THREADS, seed);
    relay.begin();
    run(
        made,
        steps,
        seed,
        task -> {
          Course.join(relay);
          relay.enter(task);
        },
        relay::leave);
    Course.race(0);
    return new Turns(result(made), relay.longest());
  }

  /**
   * What tasks came to that shared a thread.
   *
   * @param longest most rounds of loops that one of them let the others wait for
   */
  public record Turns(Object result, long longest) {}

  /** What a thread does before its first step. */
  private interface Start {
    void go(int task) throws Exception;
  }

  private static void run(Object on, List<Integer> steps, long seed, Start start, Runnable end)
      throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS, r -> daemon(r, threads));
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int task = t;
        List<Integer> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, new Random(seed * 31 + t));
        all.add(
            pool.submit(
                () -> {
                  start.go(task);
                  shuffled.forEach(step -> take(on, step));
                  end.run();
                  return null;
                }));
      }
      for (Future<?> each : all) {
        await(each, threads);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(Future<?> task, List<Thread> threads) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      try {
        task.get(20, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException running) {
        long[] stuck = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        for (Thread each : stuck == null ? List.<Thread>of() : threads) {
          if (LongStream.of(stuck).anyMatch(id -> id == id(each))) {
            throw new DeadlockException();
          }
        }
        if (System.nanoTime() > end) {
          throw running;
        }
      }
    }
  }

  /** {@code threadId} came with Java 19, and {@code getId} is deprecated since. */
  @SuppressWarnings("deprecation")
  private static long id(Thread thread) {
    return thread.getId();
  }

  /** Threads wait for each other, and go on doing so. */
  public static final class DeadlockException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static Thread daemon(Runnable task, List<Thread> into) {
    Thread thread = new Thread(task, "racer");
    thread.setDaemon(true);
    into.add(thread);
    return thread;
  }

  private Object make() throws ReflectiveOperationException {
    Sandbox sandbox = new Sandbox(form, Racers.class.getClassLoader());
    return sandbox.loadClass(type).getConstructor().newInstance();
  }

  /** One who loses may fail as well; what came of it all tells. */
  @SuppressWarnings("unchecked")
  private static void take(Object on, int step) {
    try {
      ((IntFunction<Object>) on).apply(step);
    } catch (RuntimeException lost) {
      Course.now().log(lost.toString());
    }
  }

  @SuppressWarnings("unchecked")
  private static Object result(Object on) {
    return ((Supplier<Object>) on).get();
  }
}
