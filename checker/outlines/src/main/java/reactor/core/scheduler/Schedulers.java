package reactor.core.scheduler;

/** Fake of Reactor's schedulers. */
public abstract class Schedulers {
  public static native Scheduler parallel();

  public static native Scheduler single();

  public static native Scheduler boundedElastic();
}
