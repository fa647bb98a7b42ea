package reactor.core.scheduler;

/** Fake of Reactor's scheduler. */
public interface Scheduler {}
