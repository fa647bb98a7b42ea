package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lockkeeper.annotations.GuardedBy;

/** A condition chooses the side of a read-write lock, and is asked again under it. */
public class EitherSide {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock read = rw.readLock();
  private final Lock write = rw.writeLock();

  @GuardedBy("rw")
  private final Map<String, Integer> prices = new HashMap<>();

  Integer ask(String item, boolean update) {
    Lock side = update ? rw.writeLock() : rw.readLock();
    side.lock();
    try {
      if (update) {
        return prices.merge(item, 1, Integer::sum);
      }
      return prices.get(item);
    } finally {
      side.unlock();
    }
  }

  void unless(String item, boolean readOnly) {
    Lock side;
    if (readOnly) {
      side = read;
    } else {
      side = write;
    }
    side.lock();
    try {
      if (!readOnly) {
        prices.remove(item);
      }
    } finally {
      side.unlock();
    }
  }

  void computed(String item, Integer price) {
    boolean update = price != null && price > 0;
    Lock side = update ? write : read;
    side.lock();
    try {
      for (String each : item.split(",")) {
        if (update) {
          prices.put(each, price);
        }
      }
    } finally {
      side.unlock();
    }
  }

  void turned(String item, boolean update) {
    Lock side = update ? read : write;
    side.lock();
    try {
      if (update) {
        prices.put(item, 1); // want UnguardedAccess "prices"
      }
    } finally {
      side.unlock();
    }
  }

  void unasked(String item, boolean update) {
    Lock side = update ? write : read;
    side.lock();
    try {
      prices.put(item, 1); // want UnguardedAccess "prices"
    } finally {
      side.unlock();
    }
  }

  void another(String item, boolean update, boolean dear) {
    Lock side = update ? write : read;
    side.lock();
    try {
      if (dear) {
        prices.put(item, 100); // want UnguardedAccess "prices"
      }
    } finally {
      side.unlock();
    }
  }

  void changed(String item, boolean asked) {
    boolean update = asked;
    Lock side = update ? write : read;
    update = !item.isEmpty();
    side.lock();
    try {
      if (update) {
        prices.put(item, 2); // want UnguardedAccess "prices"
      }
    } finally {
      side.unlock();
    }
  }

  void late(String item, boolean update) {
    Lock side = update ? write : read;
    side.lock();
    try {
      prices.get(item);
    } finally {
      side.unlock();
    }
    if (update) {
      prices.put(item, 3); // want UnguardedAccess "prices"
    }
  }
}
