package cases.unguardedaccess.anonymousbodies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.lockkeeper.annotations.GuardedBy;

/** Anonymous classes that run at once keep the locks of their maker, the others do not. */
class Votes {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<String, Integer> counts = new HashMap<>();

  @GuardedBy("lock")
  private int total;

  @GuardedBy("lock")
  private BiConsumer<String, Integer> kept;

  void recount() {
    synchronized (lock) {
      total = 0;
      counts.forEach(
          new BiConsumer<String, Integer>() {
            @Override
            public void accept(String name, Integer votes) {
              total += votes;
            }
          });
    }
  }

  List<String> ranked() {
    synchronized (lock) {
      List<String> names = new ArrayList<>(counts.keySet());
      names.sort(
          new Comparator<String>() {
            @Override
            public int compare(String a, String b) {
              return counts.get(b) - counts.get(a);
            }
          });
      return names;
    }
  }

  void later(Executor executor) {
    synchronized (lock) {
      executor.execute(
          new Runnable() {
            @Override
            public void run() {
              counts.clear(); // want UnguardedAccess "counts"
            }
          });
    }
  }

  void keeps() {
    synchronized (lock) {
      kept =
          new BiConsumer<String, Integer>() {
            @Override
            public void accept(String name, Integer votes) {
              total += votes; // want UnguardedAccess "total"
            }
          };
    }
  }

  Iterator<Integer> returned() {
    synchronized (lock) {
      return new Iterator<Integer>() {
        @Override
        public boolean hasNext() {
          return total > 0; // want UnguardedAccess "total"
        }

        @Override
        public Integer next() {
          synchronized (lock) {
            return total--;
          }
        }
      };
    }
  }

  void apply() {
    synchronized (lock) {
      if (kept != null) {
        counts.forEach(kept);
      }
    }
  }
}
