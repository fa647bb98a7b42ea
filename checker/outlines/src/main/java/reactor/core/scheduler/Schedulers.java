package reactor.core.scheduler;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;

/** Outline of Reactor 3's {@code Schedulers}. */
public abstract class Schedulers {
  public static native Scheduler fromExecutor(Executor executor);

  public static native Scheduler fromExecutor(Executor executor, boolean flag);

  public static native Scheduler fromExecutorService(ExecutorService executorService);

  public static native Scheduler fromExecutorService(ExecutorService executorService, String text);

  public static native Scheduler boundedElastic();

  public static native Scheduler parallel();

  public static native Scheduler immediate();

  public static native Scheduler newBoundedElastic(int n, int n2, String text);

  public static native Scheduler newParallel(String text);

  public static native Scheduler newParallel(String text, int n);

  public static native Scheduler newParallel(String text, int n, boolean flag);

  public static native Scheduler newParallel(int n, ThreadFactory threadFactory);

  public static native Scheduler newSingle(String text);

  public static native Scheduler newSingle(String text, boolean flag);

  public static native Scheduler newSingle(ThreadFactory threadFactory);

  public static native boolean isInNonBlockingThread();

  public static native Scheduler single();

  public static native Scheduler single(Scheduler scheduler);
}
