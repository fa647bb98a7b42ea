package io.smallrye.mutiny;

import io.smallrye.mutiny.groups.UniAwait;
import io.smallrye.mutiny.groups.UniCreate;
import io.smallrye.mutiny.groups.UniOnItem;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Outline of Mutiny's {@code Uni}. */
public interface Uni<T> {
  static UniCreate createFrom() {
    throw new UnsupportedOperationException();
  }

  UniAwait<T> await();

  UniOnItem<T> onItem();

  default <O> Uni<O> map(Function<? super T, ? extends O> function) {
    throw new UnsupportedOperationException();
  }

  default Uni<T> invoke(Consumer<? super T> consumer) {
    throw new UnsupportedOperationException();
  }

  default Uni<T> invoke(Runnable runnable) {
    throw new UnsupportedOperationException();
  }

  default Uni<T> call(Function<? super T, Uni<?>> function) {
    throw new UnsupportedOperationException();
  }

  default Uni<T> call(Supplier<Uni<?>> supplier) {
    throw new UnsupportedOperationException();
  }

  default <O> Uni<O> flatMap(Function<? super T, Uni<? extends O>> function) {
    throw new UnsupportedOperationException();
  }

  default <O> Uni<O> chain(Function<? super T, Uni<? extends O>> function) {
    throw new UnsupportedOperationException();
  }

  default <O> Uni<O> chain(Supplier<Uni<? extends O>> supplier) {
    throw new UnsupportedOperationException();
  }
}
