package io.micronaut.scheduling;

/** Outline of Micronaut's {@code TaskExecutors}. */
public interface TaskExecutors {
  String IO = "io";

  String BLOCKING = "blocking";
}
