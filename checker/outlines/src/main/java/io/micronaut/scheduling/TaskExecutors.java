package io.micronaut.scheduling;

/** Fake of the names of Micronaut's executors. */
public interface TaskExecutors {
  String IO = "io";

  String BLOCKING = "blocking";
}
