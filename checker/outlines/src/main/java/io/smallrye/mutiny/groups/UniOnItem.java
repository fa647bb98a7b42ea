package io.smallrye.mutiny.groups;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Outline of Mutiny's {@code UniOnItem}. */
public class UniOnItem<T> {
  public native <R> Uni<R> transform(Function<? super T, ? extends R> function);
}
