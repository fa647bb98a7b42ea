package cases.nonatomicupdate;

import java.util.concurrent.CompletableFuture;

/** Stages that are attached to each other run one after the other, on whatever threads. */
class StageChains {
  static int chained() {
    int[] steps = {0};
    CompletableFuture.runAsync(() -> steps[0]++).thenRun(() -> steps[0]++).join();
    return steps[0];
  }

  static int throughVariables() {
    int[] steps = {0};
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> steps[0]++);
    CompletableFuture<Void> second = first.thenRunAsync(() -> steps[0]++);
    second.join();
    return steps[0];
  }

  static int beside() {
    int[] steps = {0};
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> {
              steps[0]++; // want NonAtomicUpdate "not atomic"
            });
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> {
              steps[0]++; // want NonAtomicUpdate "not atomic"
            });
    return first.thenCombine(second, (a, b) -> steps[0]).join();
  }

  static int forked() {
    int[] steps = {0};
    CompletableFuture<Void> ready = CompletableFuture.runAsync(() -> {});
    CompletableFuture<Void> left =
        ready.thenRunAsync(
            () -> {
              steps[0]++; // want NonAtomicUpdate "not atomic"
            });
    CompletableFuture<Void> right =
        ready.thenRunAsync(
            () -> {
              steps[0]++; // want NonAtomicUpdate "not atomic"
            });
    CompletableFuture.allOf(left, right).join();
    return steps[0];
  }

  static int grown(int rounds) {
    int[] steps = {0};
    CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    for (int i = 0; i < rounds; i++) {
      last = last.thenRunAsync(() -> steps[0]++);
    }
    last.join();
    return steps[0];
  }

  static class Tally {
    private int inTurn;
    private int together;

    void inTurn() {
      inTurn++;
    }

    void together() {
      together++; // want NonAtomicUpdate "together"
    }
  }

  static void objects() {
    Tally tally = new Tally();
    CompletableFuture.runAsync(tally::inTurn).thenRun(tally::inTurn).thenRun(() -> tally.inTurn());
    CompletableFuture.runAsync(tally::together).thenRun(tally::together);
    CompletableFuture.runAsync(tally::together);
  }
}
