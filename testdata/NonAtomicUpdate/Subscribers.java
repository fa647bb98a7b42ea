package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The map is concurrent, the collections in it are not. */
public class Subscribers {
  private final ConcurrentMap<String, List<String>> topics = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> tags = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Integer>> nested = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> safe = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> safeTags = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> adders = new ConcurrentHashMap<>();

  public void subscribe(String topic, String user) {
    topics.computeIfAbsent(topic, t -> new ArrayList<>()).add(user); // want NonAtomicUpdate "topics"
  }

  public void unsubscribe(String topic, String user) {
    topics.get(topic).remove(user); // want NonAtomicUpdate "topics"
  }

  public void tag(String key, String tag) {
    Set<String> set = tags.computeIfAbsent(key, k -> new HashSet<>());
    set.add(tag); // want NonAtomicUpdate "tags"
  }

  public void untag(String key, String tag) {
    Set<String> set = tags.get(key);
    if (set != null) {
      set.remove(tag); // want NonAtomicUpdate "tags"
    }
  }

  public void score(String group, String user, int points) {
    nested.computeIfAbsent(group, g -> new HashMap<>()).put(user, points); // want NonAtomicUpdate "nested"
  }

  public void subscribeSafe(String topic, String user) {
    safe.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(user);
  }

  public void tagSafe(String key, String tag) {
    safeTags.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(tag);
  }

  public void count(String key) {
    counts.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
    adders.computeIfAbsent(key, k -> new LongAdder()).increment();
  }
}
