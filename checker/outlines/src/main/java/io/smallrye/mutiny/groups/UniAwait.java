package io.smallrye.mutiny.groups;

import java.time.Duration;

/** Outline of Mutiny's {@code UniAwait}. */
public class UniAwait<T> {
  public native T indefinitely();

  public native T atMost(Duration duration);
}
