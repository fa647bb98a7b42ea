import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Connections to other nodes, replaced as a whole. */
class UpdateFunctions {
  private final AtomicReference<Map<String, String>> links = new AtomicReference<>(Map.of());
  private final AtomicInteger limit = new AtomicInteger(8);

  /** The function works on what is there by then. */
  void dropAllBut(Set<String> needed) {
    Set<String> gone = new HashSet<>(links.get().keySet());
    gone.removeAll(needed);
    links.getAndUpdate(
        there -> {
          Map<String, String> next = new HashMap<>(there);
          gone.forEach(next::remove);
          return next;
        });
  }

  /** The function drops what is there by then. */
  void keepOnly(Set<String> needed) {
    Map<String, String> next = new HashMap<>(links.get());
    next.keySet().retainAll(needed);
    links.getAndUpdate(there -> next); // want NonAtomicUpdate "update of `links` is not atomic"
  }

  /** Half of what it was, and not of what it is. */
  void grow() {
    int more = limit.get() / 2;
    limit.getAndUpdate(n -> n + more); // want NonAtomicUpdate "update of `limit` is not atomic"
  }
}
