import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Values that one step of a map makes where there are none, and what is done with them afterwards. */
class MadeByHelpers {
  static class Stats {
    int hits;
    long bytes;
    final List<String> paths = new ArrayList<>();

    void hit(long size) {
      hits++;
      bytes += size;
    }

    synchronized void reset() {
      hits = 0;
      bytes = 0;
    }
  }

  static class Visits {
    int count;
  }

  private final Map<String, Visits> visits = new ConcurrentHashMap<>();
  private final Map<String, List<String>> subscribers = new ConcurrentHashMap<>();
  private final Map<String, List<String>> listeners = new ConcurrentHashMap<>();
  private final Map<String, Stats> stats = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Map<Thread, Stats> mine = new ConcurrentHashMap<>();

  private List<String> subscribersOf(String topic) {
    return subscribers.computeIfAbsent(topic, t -> new ArrayList<>());
  }

  private List<String> listenersOf(String topic) {
    return listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>());
  }

  private Stats statsOf(String host) {
    return stats.computeIfAbsent(host, h -> new Stats());
  }

  private Stats statsOfHome() {
    return statsOf("home");
  }

  private Stats lookedUp(String host) {
    Stats known = stats.get(host);
    return known != null ? known : stats.computeIfAbsent(host, h -> new Stats());
  }

  private AtomicInteger countOf(String host) {
    return counts.computeIfAbsent(host, h -> new AtomicInteger());
  }

  private Stats own() {
    return mine.computeIfAbsent(Thread.currentThread(), t -> new Stats());
  }

  private static Stats blank(String host) {
    Map<String, Stats> none = new ConcurrentHashMap<>();
    return none.computeIfAbsent(host, h -> new Stats());
  }

  void subscribe(String topic, String name) {
    subscribersOf(topic).add(name); // want NonAtomicUpdate "`add` on a value of `subscribers`"
  }

  void listen(String topic, String name) {
    listenersOf(topic).add(name);
  }

  void subscribeLocked(String topic, String name) {
    List<String> all = subscribersOf(topic);
    synchronized (all) {
      all.add(name);
    }
  }

  void seen(String host) {
    statsOf(host).hits++; // want NonAtomicUpdate "a value of `stats`"
  }

  void seenAtHome() {
    statsOfHome().bytes += 10; // want NonAtomicUpdate "a value of `stats`"
  }

  void seenAgain(String host) {
    Stats found = lookedUp(host);
    found.hits += 2; // want NonAtomicUpdate "a value of `stats`"
  }

  private List<String> subscribersFound(String topic) {
    List<String> known = subscribers.get(topic);
    if (known != null) {
      return known;
    }
    return subscribers.computeIfAbsent(topic, t -> new ArrayList<>());
  }

  void subscribeAgain(String topic, String name) {
    subscribersFound(topic).add(name); // want NonAtomicUpdate "`add` on a value of `subscribers`"
  }

  void visitedAgain(String host, String path) {
    lookedUp(host).paths.add(path); // want NonAtomicUpdate "`paths` of a value of `stats`"
  }

  void subscribeAgainLocked(String topic, String name) {
    List<String> all = subscribersFound(topic);
    synchronized (all) {
      all.add(name);
    }
  }

  void visited(String host, String path) {
    statsOf(host).paths.add(path); // want NonAtomicUpdate "`paths` of a value of `stats`"
  }

  void seenLocked(String host) {
    Stats found = statsOf(host);
    synchronized (found) {
      found.hits++;
    }
  }

  void counted(String host) {
    countOf(host).incrementAndGet();
  }

  void ownHit() {
    own().hits++;
  }

  int tried(String host) {
    Stats tried = blank(host);
    tried.hits++;
    return tried.hits;
  }

  void computed(String topic, String name) {
    subscribers.compute(topic, (t, all) -> all == null ? new ArrayList<>() : all).add(name); // want NonAtomicUpdate "`add` on a value of `subscribers`"
  }

  private final AtomicReference<Map<String, String>> layer = new AtomicReference<>();

  Object layered(String name, String value) {
    Map<String, String> all = layer.updateAndGet(m -> m == null ? new HashMap<>() : m);
    return all.put(name, value);
  }

  void computedByStatements(String host) {
    Visits now =
        visits.compute(
            host,
            (h, old) -> {
              if (old == null) {
                return new Visits();
              }
              return old;
            });
    now.count++; // want NonAtomicUpdate "a value of `visits`"
  }

  void computedOrNone(String host) {
    Stats now = stats.computeIfPresent(host, (h, old) -> old.bytes > 100 ? null : old);
    if (now != null) {
      now.hits++; // want NonAtomicUpdate "a value of `stats`"
    }
  }

  void computedInside(String host) {
    stats.compute(
        host,
        (h, old) -> {
          Stats now = old == null ? new Stats() : old;
          now.hits++;
          return now;
        });
  }

  void replaced(String topic) {
    Set<String> copy = new HashSet<>(subscribersOf(topic));
    copy.add("all");
    System.out.println(Collections.max(copy));
  }
}
