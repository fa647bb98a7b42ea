package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a section found out decides how much another one takes away. */
class StockByDelta {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Integer> stock = new HashMap<>();

  boolean has(String article, int n) {
    lock.lock();
    try {
      return stock.getOrDefault(article, 0) >= n;
    } finally {
      lock.unlock();
    }
  }

  int amount(String article) {
    lock.lock();
    try {
      return stock.getOrDefault(article, 0);
    } finally {
      lock.unlock();
    }
  }

  void take(String article, int n) {
    lock.lock();
    try {
      stock.merge(article, -n, Integer::sum);
    } finally {
      lock.unlock();
    }
  }

  private boolean takeIfThere(String article, int n) {
    lock.lock();
    try {
      if (stock.getOrDefault(article, 0) < n) {
        return false;
      }
      stock.merge(article, -n, Integer::sum);
      return true;
    } finally {
      lock.unlock();
    }
  }

  boolean order(String article, int n) {
    if (!has(article, n)) {
      return false;
    }
    take(article, n); // want SplitCriticalSection "merge"
    return true;
  }

  void orderAmount(String article, int n) {
    if (amount(article) >= n) {
      take(article, n); // want SplitCriticalSection "merge"
    }
  }

  boolean orderInBlocks(String article, int n) {
    synchronized (stock) {
      if (stock.getOrDefault(article, 0) < n) {
        return false;
      }
    }
    synchronized (stock) {
      stock.computeIfPresent(article, (a, now) -> now - n); // want SplitCriticalSection "stock"
    }
    return true;
  }

  boolean orderAtOnce(String article, int n) {
    lock.lock();
    try {
      if (!has(article, n)) {
        return false;
      }
      take(article, n);
      return true;
    } finally {
      lock.unlock();
    }
  }

  boolean orderIfThere(String article, int n) {
    return has(article, n) && takeIfThere(article, n);
  }

  void orderAll(Map<String, Integer> articles) {
    for (Map.Entry<String, Integer> each : articles.entrySet()) {
      take(each.getKey(), each.getValue());
    }
  }
}
