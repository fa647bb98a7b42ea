package cases.blockingincooperative;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A helper makes one future of many: what is attached to it finds all of them complete. */
public class AwaitedByHelpers {

  static final class Futures {
    private Futures() {}

    static CompletableFuture<Void> waitForAll(
        Collection<? extends CompletableFuture<?>> futures) {
      if (futures == null || futures.isEmpty()) {
        return CompletableFuture.completedFuture(null);
      }
      return CompletableFuture.allOf(futures.toArray(new CompletableFuture[0]));
    }

    static CompletableFuture<Void> waitForAll(CompletableFuture<?> one, CompletableFuture<?> two) {
      return waitForAll(List.of(one, two));
    }

    /** Complete as soon as one of them is. */
    static CompletableFuture<Object> waitForAny(
        Collection<? extends CompletableFuture<?>> futures) {
      return CompletableFuture.anyOf(futures.toArray(new CompletableFuture[0]));
    }

    /** Complete when all are, unless it is not asked to wait for them. */
    static CompletableFuture<Void> waitIf(
        boolean all, CompletableFuture<Void> first, Collection<CompletableFuture<?>> rest) {
      return all ? CompletableFuture.allOf(rest.toArray(new CompletableFuture[0])) : first;
    }
  }

  interface Partition {
    CompletableFuture<Long> lastPosition();

    CompletableFuture<Void> flush();
  }

  static class Consumer {
    private final List<Partition> partitions = new CopyOnWriteArrayList<>();

    CompletableFuture<List<Long>> lastPositions() {
      List<CompletableFuture<Long>> asked =
          partitions.stream().map(Partition::lastPosition).collect(Collectors.toList());
      return Futures.waitForAll(asked)
          .thenApply(
              done ->
                  asked.stream()
                      .map(CompletableFuture::join)
                      .filter(Objects::nonNull)
                      .collect(Collectors.toList()));
    }

    CompletableFuture<Long> sum(Partition a, Partition b) {
      CompletableFuture<Long> one = a.lastPosition();
      CompletableFuture<Long> two = b.lastPosition();
      return Futures.waitForAll(one, two).thenApply(done -> one.join() + two.join());
    }

    CompletableFuture<List<Long>> firstPositions() {
      List<CompletableFuture<Long>> asked =
          partitions.stream().map(Partition::lastPosition).collect(Collectors.toList());
      return Futures.waitForAny(asked)
          .thenApply(
              done ->
                  asked.stream()
                      .map(CompletableFuture::join) // want BlockingInCooperative "CompletableFuture.join"
                      .collect(Collectors.toList()));
    }

    CompletableFuture<Long> flushed(boolean all, Partition one, Collection<CompletableFuture<?>> rest) {
      CompletableFuture<Long> last = one.lastPosition();
      return Futures.waitIf(all, one.flush(), rest)
          .thenApply(done -> last.join()); // want BlockingInCooperative "CompletableFuture.join"
    }
  }
}
