package io.smallrye.mutiny.groups;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Outline of Mutiny's {@code UniCreate}. */
public class UniCreate {
  public native <T> Uni<T> item(Supplier<? extends T> supplier);

  public native <T> Uni<T> item(T value);
}
