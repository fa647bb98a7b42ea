package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects that one call of a method makes for itself, or that the last of many tasks looks at. */
class GivenCounters {
  private final AtomicInteger position = new AtomicInteger();

  /** A parser's line number goes down with it. */
  List<String> parse(List<String> lines) {
    List<String> found = new ArrayList<>();
    block(found, lines, 0, new AtomicInteger());
    return found;
  }

  private static void block(List<String> found, List<String> lines, int depth, AtomicInteger at) {
    while (at.get() < lines.size()) {
      String line = lines.get(at.get());
      if (line.startsWith("}")) {
        at.incrementAndGet();
        return;
      }
      entry(found, line, at);
      block(found, lines, depth + 1, at);
    }
  }

  private static void entry(List<String> found, String line, AtomicInteger at) {
    if (at.get() > 3) {
      found.add(line);
      at.incrementAndGet();
    }
  }

  /** Here one of the callers goes on from a position that everybody has. */
  List<String> parseOn(List<String> lines) {
    List<String> found = new ArrayList<>();
    if (lines.isEmpty()) {
      rest(found, lines, new AtomicInteger());
    }
    rest(found, lines, position);
    return found;
  }

  private static void rest(List<String> found, List<String> lines, AtomicInteger at) {
    if (at.get() < lines.size()) {
      found.add(lines.get(0));
      at.set(0); // want UnguardedCheckThenAct "at"
    }
  }

  /** Whoever counts up to all is the last one, and all have told their errors before. */
  static CompletableFuture<Void> all(List<CompletableFuture<String>> inputs) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    int todo = inputs.size();
    AtomicInteger done = new AtomicInteger();
    CopyOnWriteArrayList<Throwable> errors = new CopyOnWriteArrayList<>();
    for (CompletableFuture<String> input : inputs) {
      input.whenComplete(
          (v, error) -> {
            if (error != null) {
              errors.add(error);
            }
            if (done.incrementAndGet() == todo) {
              if (errors.isEmpty()) {
                result.complete(null);
              } else {
                result.completeExceptionally(errors.remove(0));
              }
            }
          });
    }
    return result;
  }

  /** Several may find the same number there. */
  static CompletableFuture<Void> any(List<CompletableFuture<String>> inputs) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    int todo = inputs.size();
    AtomicInteger done = new AtomicInteger();
    CopyOnWriteArrayList<Throwable> errors = new CopyOnWriteArrayList<>();
    for (CompletableFuture<String> input : inputs) {
      input.whenComplete(
          (v, error) -> {
            if (error != null) {
              errors.add(error);
            }
            if (done.incrementAndGet() >= todo) {
              if (errors.isEmpty()) {
                result.complete(null);
              } else {
                result.completeExceptionally(errors.remove(0)); // want UnguardedCheckThenAct "remove"
              }
            }
          });
    }
    return result;
  }

  /** What is made is worked out before anybody gets it. */
  static final class Host {
    private final String name;
    private volatile boolean hashed;
    private volatile byte[] salt;

    Host(String name) {
      this.name = name;
    }

    void hash() {
      if (hashed) {
        return;
      }
      if (salt == null) {
        salt = name.getBytes();
      }
      hashed = true;
    }

    void hashAgain() {
      if (hashed) {
        salt = null;
        return;
      }
      if (salt == null) {
        salt = name.getBytes(); // want UnguardedCheckThenAct "salt"
      }
    }
  }

  private final List<Host> hosts = new CopyOnWriteArrayList<>();

  void add(String name) {
    Host host = new Host(name);
    host.hash();
    hosts.add(host);
  }

  void hashAgain() {
    hosts.forEach(Host::hashAgain);
  }
}
