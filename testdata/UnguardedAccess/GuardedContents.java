package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lockkeeper.annotations.GuardedBy;

/** Lists of a guarded map, rows of a guarded table, and what parallel streams do under the lock. */
class GuardedContents {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<String, List<String>> listeners = new HashMap<>();

  @GuardedBy("lock")
  private final Map<String, Set<String>> members = new HashMap<>();

  @GuardedBy("lock")
  private final Map<String, List<String>> replaced = new HashMap<>();

  @GuardedBy("lock")
  private final Map<String, Integer> counts = new HashMap<>();

  @GuardedBy("lock")
  private final int[][] grid = new int[3][3];

  @GuardedBy("lock")
  private int total;

  void listen(String topic, String listener) {
    synchronized (lock) {
      listeners.computeIfAbsent(topic, t -> new ArrayList<>()).add(listener);
    }
  }

  void fire(String topic) {
    List<String> all;
    synchronized (lock) {
      all = listeners.get(topic);
    }
    if (all != null) {
      for (String each : all) { // want UnguardedAccess "listeners"
        System.out.println(each);
      }
    }
  }

  void fireCopy(String topic) {
    List<String> all;
    synchronized (lock) {
      all = new ArrayList<>(listeners.getOrDefault(topic, List.of()));
    }
    for (String each : all) {
      System.out.println(each);
    }
  }

  void listenLate(String topic, String listener) {
    List<String> all;
    synchronized (lock) {
      all = listeners.get(topic);
    }
    all.add(listener); // want UnguardedAccess "listeners"
  }

  /** Who took the list out has it alone. */
  void close(String topic) {
    List<String> all;
    synchronized (lock) {
      all = listeners.remove(topic);
    }
    if (all != null) {
      all.clear();
    }
  }

  void join(String group, String name) {
    synchronized (lock) {
      members.computeIfAbsent(group, g -> ConcurrentHashMap.newKeySet()).add(name);
    }
  }

  /** The sets keep themselves. */
  void greet(String group) {
    Set<String> all;
    synchronized (lock) {
      all = members.get(group);
    }
    all.forEach(System.out::println);
  }

  void add(String key, String value) {
    synchronized (lock) {
      List<String> next = new ArrayList<>(replaced.getOrDefault(key, List.of()));
      next.add(value);
      replaced.put(key, next);
    }
  }

  /** Lists that nobody changes once they are in the map. */
  void print(String key) {
    List<String> all;
    synchronized (lock) {
      all = replaced.get(key);
    }
    for (String each : all) {
      System.out.println(each);
    }
  }

  void mark(int row) {
    int[] cells;
    synchronized (lock) {
      cells = grid[row];
    }
    cells[0] = 1; // want UnguardedAccess "grid"
  }

  void markRight(int row) {
    synchronized (lock) {
      grid[row][1]++;
    }
  }

  /** Other threads do not have the lock of the one that waits for them. */
  void count(List<String> words) {
    synchronized (lock) {
      words.parallelStream().forEach(w -> counts.put(w, 1)); // want UnguardedAccess "counts"
    }
  }

  void sum(List<Integer> numbers) {
    synchronized (lock) {
      numbers.stream()
          .parallel()
          .filter(n -> n > 0)
          .forEach(n -> total += n); // want UnguardedAccess "total"
    }
  }

  /** They may look: nobody changes it meanwhile. */
  long known(List<String> words) {
    synchronized (lock) {
      return words.parallelStream().filter(w -> counts.getOrDefault(w, 0) > total).count();
    }
  }

  void countInTurn(List<String> words) {
    synchronized (lock) {
      words.parallelStream().sequential().forEach(w -> counts.put(w, 1));
    }
  }

  /** Entries and lists that are looked through under the read lock. */
  static class Index {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("rw")
    private final Map<String, Integer> hits = new HashMap<>();

    @GuardedBy("rw")
    private final Map<String, List<String>> pages = new HashMap<>();

    @GuardedBy("rw")
    private final Map<String, Set<String>> words = new HashMap<>();

    void fade() {
      rw.readLock().lock();
      try {
        for (Map.Entry<String, Integer> e : hits.entrySet()) {
          e.setValue(e.getValue() / 2); // want UnguardedAccess "hits"
        }
      } finally {
        rw.readLock().unlock();
      }
    }

    void fadeAlone() {
      rw.writeLock().lock();
      try {
        for (Map.Entry<String, Integer> e : hits.entrySet()) {
          e.setValue(e.getValue() / 2);
        }
      } finally {
        rw.writeLock().unlock();
      }
    }

    void add(String word, String page) {
      rw.writeLock().lock();
      try {
        pages.computeIfAbsent(word, w -> new ArrayList<>()).add(page);
        words.computeIfAbsent(page, p -> ConcurrentHashMap.newKeySet()).add(word);
      } finally {
        rw.writeLock().unlock();
      }
    }

    void addToKnown(String word, String page) {
      rw.readLock().lock();
      try {
        List<String> known = pages.get(word);
        if (known != null) {
          known.add(page); // want UnguardedAccess "pages"
        }
        Set<String> back = words.get(page);
        if (back != null) {
          back.add(word);
        }
      } finally {
        rw.readLock().unlock();
      }
    }

    int count() {
      rw.readLock().lock();
      try {
        int count = 0;
        for (List<String> each : pages.values()) {
          count += each.size();
        }
        return count;
      } finally {
        rw.readLock().unlock();
      }
    }
  }
}
