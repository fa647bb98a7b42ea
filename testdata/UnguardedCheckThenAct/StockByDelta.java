package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Atomic steps that change whatever is there, after a test of how much that is. */
class StockByDelta {
  private final ConcurrentMap<String, Integer> stock = new ConcurrentHashMap<>();
  private final AtomicInteger free = new AtomicInteger(10);
  private final AtomicInteger sold = new AtomicInteger();

  boolean take(String article, int n) {
    if (stock.getOrDefault(article, 0) >= n) {
      stock.merge(article, -n, Integer::sum); // want UnguardedCheckThenAct "between getOrDefault"
      return true;
    }
    return false;
  }

  boolean takeKnown(String article, int n) {
    Integer there = stock.get(article);
    if (there == null || there < n) {
      return false;
    }
    stock.computeIfPresent(article, (a, now) -> now - n); // want UnguardedCheckThenAct "stock"
    return true;
  }

  boolean enrol(String course, int seats) {
    Integer taken = stock.get(course);
    if (taken == null || taken < seats) {
      stock.merge(course, 1, Integer::sum); // want UnguardedCheckThenAct "between get"
      return true;
    }
    return false;
  }

  boolean restock(String article, int n) {
    if (stock.getOrDefault(article, 0) < n) {
      stock.merge(article, n, Integer::sum); // want UnguardedCheckThenAct "stock"
      return true;
    }
    return false;
  }

  private boolean has(String article, int n) {
    return amount(article) >= n;
  }

  private int amount(String article) {
    return stock.getOrDefault(article, 0);
  }

  private void reduce(String article, int n) {
    stock.merge(article, -n, Integer::sum);
  }

  boolean takeByHelpers(String article, int n) {
    if (!has(article, n)) {
      return false;
    }
    reduce(article, n); // want UnguardedCheckThenAct "merge"
    return true;
  }

  void takeAmount(String article, int n) {
    int there = amount(article);
    if (there >= n) {
      reduce(article, n); // want UnguardedCheckThenAct "merge"
    }
  }

  private int left() {
    return free.get();
  }

  private void book() {
    free.decrementAndGet();
    sold.incrementAndGet();
  }

  boolean buy() {
    if (left() == 0) {
      return false;
    }
    book(); // want UnguardedCheckThenAct "free"
    return true;
  }

  boolean buyByFunction() {
    if (free.get() > 0) {
      free.updateAndGet(n -> n - 1); // want UnguardedCheckThenAct "updateAndGet"
      return true;
    }
    return false;
  }

  /** Whoever got less than nothing gives it back. */
  boolean buyIfLeft() {
    if (free.get() <= 0) {
      return false;
    }
    if (free.decrementAndGet() < 0) {
      free.incrementAndGet();
      return false;
    }
    return true;
  }

  private int taken() {
    return free.decrementAndGet();
  }

  boolean buyOne() {
    return left() > 0 && taken() >= 0;
  }

  /** The functions ask once more, under the lock of the entry. */
  void takeOrLeave(String article, int n) {
    if (stock.getOrDefault(article, 0) >= n) {
      stock.computeIfPresent(article, (a, now) -> now >= n ? now - n : now);
    }
    Integer there = stock.get(article);
    if (there != null && there >= n) {
      stock.compute(article, (a, now) -> now != null && now >= n ? Integer.valueOf(now - n) : now);
    }
    if (free.get() > 0) {
      free.updateAndGet(left -> left > 0 ? left - 1 : left);
    }
  }

  void start(String article) {
    if (!stock.containsKey(article)) {
      stock.compute(article, (a, now) -> now == null ? Integer.valueOf(0) : now);
    }
  }

  /** Whether there is anything is what the step finds out itself. */
  void count(String article) {
    if (stock.containsKey(article)) {
      stock.computeIfPresent(article, (a, now) -> now + 1);
    }
    if (stock.get(article) == null) {
      stock.putIfAbsent(article, 1);
    } else {
      stock.merge(article, 1, Integer::sum);
    }
  }

  void report() {
    if (sold.get() % 100 == 0) {
      System.out.println(sold.get() + " sold, " + left() + " left");
    }
  }

  /** Another entry, and another counter, than the one that was asked for. */
  void note(String article, String other) {
    if (stock.getOrDefault(article, 0) > 10) {
      stock.merge(other, 1, Integer::sum);
    }
    if (left() > 5) {
      sold.incrementAndGet();
    }
  }
}
