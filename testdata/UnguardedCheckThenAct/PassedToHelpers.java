package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Helpers that get a container as a parameter, which does not say that threads share it. */
class PassedToHelpers {
  private final Map<String, Integer> hits = new ConcurrentHashMap<>();
  private final Map<String, Integer> sizes = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, Integer> guarded = new ConcurrentHashMap<>();
  private final Properties settings = new Properties();
  private final List<String> names = new ArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  void visit(String page) {
    register(hits, page);
    count(sizes, page);
  }

  static void register(Map<String, Integer> all, String key) {
    if (!all.containsKey(key)) {
      all.put(key, 1); // want UnguardedCheckThenAct "`all` may change"
    }
  }

  static void count(Map<String, Integer> all, String key) {
    add(all, key, 1);
  }

  /** Passed on by a helper. */
  private static void add(Map<String, Integer> all, String key, int n) {
    Integer old = all.get(key);
    all.put(key, old == null ? n : old + n); // want NonAtomicUpdate "update of `all`"
  }

  void greet(String name) {
    for (int i = 0; i < 4; i++) {
      pool.execute(() -> addOnce(names, name));
    }
  }

  private static void addOnce(List<String> all, String name) {
    if (!all.contains(name)) {
      all.add(name); // want UnguardedCheckThenAct "`all` may change"
    }
  }

  /** All who call it hold the lock. */
  void enter(String name) {
    synchronized (guarded) {
      enterInto(guarded, name);
    }
  }

  void leave(String name) {
    synchronized (guarded) {
      guarded.remove(name);
    }
  }

  static void enterInto(Map<String, Integer> all, String name) {
    if (!all.containsKey(name)) {
      all.put(name, 1);
    }
  }

  /** One step. */
  void first(String name) {
    firstIn(hits, name);
  }

  static void firstIn(Map<String, Integer> all, String name) {
    all.putIfAbsent(name, 1);
  }

  /** Old collections lock whether anybody shares them or not. */
  String show() {
    return text(settings);
  }

  private static String text(Properties all) {
    return all.isEmpty() ? "" : all.getProperty("name");
  }

  /** A map of the caller's own. */
  static Map<String, Integer> histogram(List<String> words) {
    Map<String, Integer> all = new HashMap<>();
    for (String word : words) {
      countOwn(all, word);
    }
    return all;
  }

  private static void countOwn(Map<String, Integer> all, String word) {
    if (!all.containsKey(word)) {
      all.put(word, 0);
    }
    all.put(word, all.get(word) + 1);
  }
}
