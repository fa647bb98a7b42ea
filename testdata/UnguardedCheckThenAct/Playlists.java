package cases.unguardedcheckthenact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a lambda does that runs at once is done by the method that makes it. */
class Playlists {
  private final ConcurrentMap<String, String> owners = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> plays = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> ranks = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> stars = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Lock lock = new ReentrantLock();

  String owner(String list) {
    return Optional.ofNullable(owners.get(list))
        .orElseGet(
            () -> {
              String made = list.trim();
              owners.put(list, made); // want UnguardedCheckThenAct "owners"
              return made;
            });
  }

  String ownerByHelper(String list) {
    return Optional.ofNullable(owners.get(list))
        .orElseGet(() -> found(list)); // want UnguardedCheckThenAct "owners"
  }

  private String found(String list) {
    String made = list.trim();
    owners.put(list, made);
    return made;
  }

  String ownerAtomic(String list) {
    return Optional.ofNullable(owners.get(list))
        .orElseGet(() -> owners.computeIfAbsent(list, String::trim));
  }

  String ownerOfNone(String list) {
    return Optional.ofNullable(owners.get(list)).orElseGet(() -> list.trim());
  }

  void louder(String list) {
    Optional.ofNullable(plays.get(list))
        .ifPresent(n -> plays.put(list, n + 1)); // want UnguardedCheckThenAct "plays"
  }

  void fill(String list, List<Integer> counts) {
    if (!ranks.containsKey(list)) {
      counts.forEach(
          n -> {
            int rank = n + 1;
            ranks.put(list, rank); // want UnguardedCheckThenAct "ranks"
          });
    }
  }

  /** Looks under the key of the list, and acts on others. */
  void spread(String list, List<String> others) {
    if (!ranks.containsKey(list)) {
      others.forEach(o -> ranks.put(o, 0));
    }
  }

  void note(String list, Runnable report) {
    if (!seen.contains(list)) {
      Optional.of(list).ifPresent(l -> seen.add(list)); // want UnguardedCheckThenAct "seen"
      report.run();
    }
  }

  /** Another thread acts, when it comes to it. */
  void send(String list, ExecutorService pool) {
    if (!sent.contains(list)) {
      pool.execute(() -> System.out.println(list));
    }
  }

  /** The lock is held around the test and around what the lambda does. */
  void star(String list, List<Integer> counts) {
    lock.lock();
    try {
      if (!stars.containsKey(list)) {
        counts.forEach(n -> stars.put(list, n));
      }
    } finally {
      lock.unlock();
    }
  }

  void unstar(String list) {
    locked(
        () -> {
          if (stars.containsKey(list)) {
            stars.put(list, 0);
          }
        });
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
