package cases.unguardedcheckthenact.highwatermarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The function that a step runs keeps the better value, or asks once more. */
class HighWaterMarks {
  private final AtomicInteger top = new AtomicInteger();
  private final AtomicLong earliest = new AtomicLong(Long.MAX_VALUE);
  private final ConcurrentMap<String, Long> latest = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CompletableFuture<String>> pages = new ConcurrentHashMap<>();

  void seen(int id) {
    if (top.get() < id) {
      top.updateAndGet(current -> Math.max(current, id));
    }
  }

  void seenAt(long time) {
    if (time < earliest.get()) {
      earliest.getAndUpdate(current -> Math.min(time, current));
    }
  }

  void seenByName(String name, long time) {
    Long last = latest.get(name);
    if (last != null && last < time) {
      latest.computeIfPresent(name, (k, t) -> Long.max(time, t));
    }
  }

  void seenMore(int id) {
    if (top.get() < id) {
      top.updateAndGet(current -> current + id); // want UnguardedCheckThenAct "top"
    }
  }

  void seenOther(int id, int floor) {
    if (top.get() < id) {
      top.updateAndGet(current -> Math.max(id, floor)); // want UnguardedCheckThenAct "top"
    }
  }

  void seenAfterAll(int id) {
    if (top.get() < id) {
      top.updateAndGet(current -> Math.max(current, id) + 1); // want UnguardedCheckThenAct "top"
    }
  }

  String page(String name) {
    CompletableFuture<String> page = pages.get(name);
    if (page == null) {
      return "";
    }
    try {
      return page.join();
    } catch (CompletionException e) {
      pages.computeIfPresent(name, (k, p) -> p == page ? null : p);
      return "";
    }
  }

  void again(String name) {
    CompletableFuture<String> page = pages.get(name);
    if (page != null) {
      pages.computeIfPresent(name, (k, p) -> page.copy()); // want NonAtomicUpdate "pages"
    }
  }
}
