package cases.blockingincooperative;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Helpers tell whether a stage is done, and helpers wait for it. */
public class AskedByHelpers {

  /** What a build has of its own for stages. */
  static final class Stages {
    private Stages() {}

    static boolean succeeded(CompletionStage<?> stage) {
      CompletableFuture<?> future = stage.toCompletableFuture();
      return future.isDone() && !future.isCompletedExceptionally();
    }

    static boolean pending(CompletionStage<?> stage) {
      return !stage.toCompletableFuture().isDone();
    }

    static boolean failed(CompletableFuture<?> future) {
      boolean failed = future.isCompletedExceptionally();
      return failed && future.isDone();
    }

    static boolean doneOrLate(CompletableFuture<?> future, boolean late) {
      return late || future.isDone();
    }

    static <R> R await(CompletableFuture<R> future)
        throws ExecutionException, InterruptedException {
      return future.get();
    }

    static <R> R join(CompletionStage<R> stage) {
      try {
        return await(stage.toCompletableFuture());
      } catch (ExecutionException | InterruptedException e) {
        throw new CompletionException(e);
      }
    }

    static <R> R joinBoth(CompletableFuture<R> first, CompletableFuture<R> second) {
      R value = first.join();
      return value == null ? second.join() : value;
    }

    static <T, U> CompletionStage<U> andThen(
        CompletionStage<T> stage, Function<T, CompletionStage<U>> next) {
      if (succeeded(stage)) {
        return next.apply(join(stage));
      }
      return stage.thenCompose(next);
    }
  }

  /** Knows the rate, or will. */
  static final class Rates {
    private final CompletableFuture<Integer> rate = new CompletableFuture<>();

    CompletableFuture<Integer> now() {
      return rate;
    }

    boolean known() {
      return rate.isDone();
    }

    int value() {
      return rate.join();
    }
  }

  private final Rates rates;

  AskedByHelpers(Rates rates) {
    this.rates = rates;
  }

  CompletionStage<Integer> price(CompletionStage<Integer> base) {
    return base.thenCompose(
        v -> {
          CompletableFuture<Integer> rate = rates.now();
          if (Stages.succeeded(rate)) {
            return CompletableFuture.completedFuture(v * rate.join());
          }
          return rate.thenApply(r -> v * r);
        });
  }

  CompletionStage<Integer> priceByHelpers(CompletionStage<Integer> base) {
    return base.thenCompose(
        v -> {
          CompletionStage<Integer> rate = rates.now();
          if (Stages.pending(rate)) {
            return rate.thenApply(r -> v * r);
          }
          return CompletableFuture.completedFuture(v * Stages.join(rate));
        });
  }

  CompletionStage<Integer> priceComposed(CompletionStage<Integer> base) {
    return base.thenCompose(
        v -> Stages.andThen(rates.now(), r -> CompletableFuture.completedFuture(v * r)));
  }

  CompletionStage<Integer> priceUnasked(CompletionStage<Integer> base) {
    return base.thenApply(
        v -> {
          CompletableFuture<Integer> rate = rates.now();
          return v * Stages.join(rate); // want BlockingInCooperative "CompletableFuture.get"
        });
  }

  CompletionStage<Integer> priceOfPending(CompletionStage<Integer> base) {
    return base.thenApply(
        v -> {
          CompletableFuture<Integer> rate = rates.now();
          if (Stages.pending(rate)) {
            return v * Stages.join(rate); // want BlockingInCooperative "CompletableFuture.get"
          }
          return v * Stages.join(rate);
        });
  }

  CompletionStage<Integer> priceOfAnother(
      CompletionStage<Integer> base, CompletableFuture<Integer> other) {
    return base.thenApply(
        v -> {
          if (Stages.succeeded(other)) {
            CompletableFuture<Integer> rate = rates.now();
            return v * Stages.join(rate); // want BlockingInCooperative "CompletableFuture.get"
          }
          return v;
        });
  }

  CompletionStage<Integer> priceIfLate(CompletionStage<Integer> base, boolean late) {
    return base.thenApply(
        v -> {
          CompletableFuture<Integer> rate = rates.now();
          if (Stages.doneOrLate(rate, late)) {
            return v * Stages.join(rate); // want BlockingInCooperative "CompletableFuture.get"
          }
          return v;
        });
  }

  CompletionStage<Integer> priceOfFailed(CompletionStage<Integer> base) {
    return base.thenApply(
        v -> {
          CompletableFuture<Integer> rate = rates.now();
          return Stages.failed(rate) ? Stages.join(rate) : v;
        });
  }

  /** Only one of the two that the helper waits for is done. */
  CompletionStage<Integer> missedAlarm_both(
      CompletionStage<Integer> base, CompletableFuture<Integer> other) {
    return base.thenApply(
        v -> {
          if (Stages.succeeded(other)) {
            CompletableFuture<Integer> rate = rates.now();
            return v * Stages.joinBoth(other, rate); // missed BlockingInCooperative
          }
          return v;
        });
  }

  /** That the part is done is asked of what keeps it. */
  CompletionStage<Integer> falseAlarm_kept(CompletionStage<Integer> base) {
    return base.thenApply(
        v -> {
          if (rates.known()) {
            return v * rates.value(); // want BlockingInCooperative "CompletableFuture.join"
          }
          return v;
        });
  }
}
