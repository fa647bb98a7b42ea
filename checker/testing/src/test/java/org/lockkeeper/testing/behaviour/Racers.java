package org.lockkeeper.testing.behaviour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

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
   * @throws java.util.concurrent.TimeoutException when the threads wait for each other
   */
  public Object together(List<Integer> steps, long seed) throws Exception {
    Object made = make();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS, Racers::daemon);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        long own = seed * 31 + t;
        List<Integer> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, new Random(own));
        all.add(
            pool.submit(
                () -> {
                  Course.race(own);
                  start.await();
                  shuffled.forEach(step -> take(made, step));
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get(SECONDS, TimeUnit.SECONDS);
      }
      return result(made);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "racer");
    thread.setDaemon(true);
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
