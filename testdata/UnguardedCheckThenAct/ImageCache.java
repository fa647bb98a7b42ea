package cases.unguardedcheckthenact;

import com.google.common.cache.Cache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Tests and actions on shared collections in the forms in which they are written. */
public class ImageCache {
  enum Size {
    SMALL,
    LARGE
  }

  private final ConcurrentHashMap<String, byte[]> images = new ConcurrentHashMap<>();
  private final Map<String, Integer> uses = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> tags = new ConcurrentHashMap<>();
  private final Map<String, String> titles = Collections.synchronizedMap(new HashMap<>());
  private final Map<Size, String> sizes = Collections.synchronizedMap(new EnumMap<>(Size.class));
  private final ConcurrentSkipListMap<Long, String> byTime = new ConcurrentSkipListMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Set<String> names = new ConcurrentSkipListSet<>();
  private final Set<String> watchers = new CopyOnWriteArraySet<>();
  private final List<String> recent = new CopyOnWriteArrayList<>();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentLinkedQueue<String> todo = new ConcurrentLinkedQueue<>();
  private final AtomicInteger slots = new AtomicInteger(10);
  private final AtomicLong max = new AtomicLong();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<String> owner = new AtomicReference<>();
  private static final Map<String, ImageCache> CACHES = new ConcurrentHashMap<>();

  byte[] load(String name) {
    return name.getBytes();
  }

  // maps

  byte[] classic(String name) {
    if (!images.containsKey(name)) {
      images.put(name, load(name)); // want UnguardedCheckThenAct "images"
    }
    return images.get(name);
  }

  byte[] byNull(String name) {
    byte[] image = images.get(name);
    if (image == null) {
      image = load(name);
      images.put(name, image); // want UnguardedCheckThenAct "images"
    }
    return image;
  }

  byte[] inverted(String name) {
    if (images.containsKey(name)) {
      return images.get(name); // want UnguardedCheckThenAct "images"
    }
    byte[] image = load(name);
    images.put(name, image); // want UnguardedCheckThenAct "images"
    return image;
  }

  byte[] early(String name) {
    byte[] known = images.get(name);
    if (known != null) {
      return known;
    }
    byte[] image = load(name);
    return images.put(name, image); // want UnguardedCheckThenAct "images"
  }

  byte[] ternary(String name) {
    return images.containsKey(name) ? images.get(name) : images.put(name, load(name)); // want UnguardedCheckThenAct "get", UnguardedCheckThenAct "put"
  }

  int lengthOf(String name) {
    if (images.containsKey(name)) {
      return images.get(name).length; // want UnguardedCheckThenAct "images"
    }
    return 0;
  }

  void drop(String name) {
    if (images.containsKey(name)) {
      byte[] gone = images.remove(name); // want UnguardedCheckThenAct "images"
      System.out.println(gone.length);
    }
  }

  void replaceValue(String name, byte[] old, byte[] next) {
    if (images.get(name) == old) {
      images.put(name, next); // want UnguardedCheckThenAct "images"
    }
  }

  void removeIfStale(String name) {
    byte[] image = images.get(name);
    if (image != null && image.length == 0) {
      images.remove(name); // want UnguardedCheckThenAct "images"
    }
  }

  void defaulted(String name) {
    int n = uses.getOrDefault(name, 0);
    if (n < 3) {
      uses.put(name, n + 1); // want NonAtomicUpdate "uses"
    }
  }

  void capped(String name, byte[] image) {
    if (images.size() < 100) {
      images.put(name, image); // want UnguardedCheckThenAct "images"
    }
  }

  void multi(String name, String tag) {
    List<String> all = tags.get(name);
    if (all == null) {
      all = new CopyOnWriteArrayList<>();
      tags.put(name, all); // want UnguardedCheckThenAct "tags"
    }
    all.add(tag);
  }

  String title(String name) {
    if (titles.get(name) == null) {
      titles.put(name, name.toUpperCase()); // want UnguardedCheckThenAct "titles"
    }
    return titles.get(name);
  }

  void size(Size s) {
    if (!sizes.containsKey(s)) {
      sizes.put(s, s.name()); // want UnguardedCheckThenAct "sizes"
    }
  }

  static ImageCache of(String name) {
    ImageCache c = CACHES.get(name);
    if (c == null) {
      c = new ImageCache();
      CACHES.put(name, c); // want UnguardedCheckThenAct "CACHES"
    }
    return c;
  }

  void forgetAll() {
    byTime.clear();
    recent.clear();
  }

  String oldest() {
    if (!byTime.isEmpty()) {
      return byTime.firstEntry().getValue(); // want UnguardedCheckThenAct "byTime"
    }
    return null;
  }

  long firstTime() {
    return byTime.isEmpty() ? 0 : byTime.firstKey(); // want UnguardedCheckThenAct "byTime"
  }

  void viaKeySet(String name) {
    if (!images.keySet().contains(name)) {
      images.put(name, load(name)); // want UnguardedCheckThenAct "images"
    }
  }

  void viaOptional(String name) {
    Optional<byte[]> image = Optional.ofNullable(images.get(name));
    if (image.isEmpty()) {
      images.put(name, load(name)); // want UnguardedCheckThenAct "images"
    }
  }

  void viaFlag(String name) {
    boolean missing = !images.containsKey(name);
    String key = name;
    if (missing) {
      images.put(key, load(key)); // want UnguardedCheckThenAct "images"
    }
  }

  void viaHelper(String name) {
    if (isMissing(name)) {
      store(name); // want UnguardedCheckThenAct "images"
    }
  }

  private boolean isMissing(String name) {
    return !images.containsKey(name);
  }

  private void store(String name) {
    images.put(name, load(name));
  }

  void inLoop(Collection<String> all) {
    for (String n : all) {
      if (!images.containsKey(n)) {
        images.put(n, load(n)); // want UnguardedCheckThenAct "images"
      }
    }
  }

  void inLambda(Collection<String> all) {
    all.forEach(
        n -> {
          if (!images.containsKey(n)) {
            images.put(n, load(n)); // want UnguardedCheckThenAct "images"
          }
        });
  }

  void inTry(String name) {
    try {
      if (images.get(name) == null) {
        images.put(name, load(name)); // want UnguardedCheckThenAct "images"
      }
    } finally {
      slots.incrementAndGet();
    }
  }

  void inSwitch(String name, int mode) {
    switch (mode) {
      case 1:
        if (!images.containsKey(name)) {
          images.put(name, new byte[1]); // want UnguardedCheckThenAct "images"
        }
        break;
      default:
        images.remove(name);
    }
  }

  // sets, lists, queues

  boolean mark(String name) {
    if (broken.contains(name)) {
      return false;
    }
    broken.add(name); // want UnguardedCheckThenAct "broken"
    return true;
  }

  void register(String name) {
    if (!names.contains(name)) {
      names.add(name); // want UnguardedCheckThenAct "names"
      System.out.println("new " + name);
    }
  }

  void watch(String w) {
    if (!recent.contains(w)) {
      recent.add(w); // want UnguardedCheckThenAct "recent"
    }
  }

  String last() {
    if (!recent.isEmpty()) {
      return recent.get(recent.size() - 1); // want UnguardedCheckThenAct "recent"
    }
    return null;
  }

  String firstLog() {
    return log.size() > 0 ? log.get(0) : ""; // want UnguardedCheckThenAct "log"
  }

  void trim() {
    if (log.size() > 10) {
      log.remove(0); // want UnguardedCheckThenAct "log"
    }
  }

  String next() {
    if (!todo.isEmpty()) {
      return todo.remove(); // want UnguardedCheckThenAct "todo"
    }
    return null;
  }

  int nextLength() {
    if (todo.peek() != null) {
      return todo.poll().length(); // want UnguardedCheckThenAct "todo"
    }
    return 0;
  }

  void takeIfMine(String me) {
    if (me.equals(todo.peek())) {
      todo.poll(); // want UnguardedCheckThenAct "todo"
    }
  }

  // atomics

  boolean reserve() {
    if (slots.get() > 0) {
      slots.decrementAndGet(); // want UnguardedCheckThenAct "slots"
      return true;
    }
    return false;
  }

  void record(long v) {
    if (v > max.get()) {
      max.set(v); // want UnguardedCheckThenAct "max"
    }
  }

  void start() {
    if (!started.get()) {
      started.set(true); // want UnguardedCheckThenAct "started"
      load("first");
    }
  }

  void own(String me) {
    if (owner.get() == null) {
      owner.set(me); // want UnguardedCheckThenAct "owner"
    }
  }

  // Guava

  String guava(Cache<String, String> cache, String key) {
    String v = cache.getIfPresent(key);
    if (v == null) {
      v = key.trim();
      cache.put(key, v); // want UnguardedCheckThenAct "cache"
    }
    return v;
  }

  // fine

  byte[] computed(String name) {
    return images.computeIfAbsent(name, this::load);
  }

  byte[] putIfAbsent(String name) {
    byte[] image = images.get(name);
    if (image == null) {
      byte[] made = load(name);
      image = images.putIfAbsent(name, made);
      if (image == null) {
        image = made;
      }
    }
    return image;
  }

  byte[] read(String name) {
    byte[] image = images.get(name);
    return image == null ? new byte[0] : image;
  }

  void removeTwoArgs(String name, byte[] seen) {
    if (images.get(name) == seen) {
      images.remove(name, seen);
    }
  }

  void replaced(String name, byte[] next) {
    byte[] old = images.get(name);
    if (old != null) {
      images.replace(name, old, next);
    }
  }

  boolean addIsTheTest(String name) {
    if (broken.add(name)) {
      load(name);
      return true;
    }
    return false;
  }

  String polls() {
    String s = todo.poll();
    return s == null ? "" : s;
  }

  boolean swaps() {
    if (started.compareAndSet(false, true)) {
      load("first");
      return true;
    }
    return false;
  }

  void maximum(long v) {
    max.accumulateAndGet(v, Math::max);
    long seen;
    do {
      seen = max.get();
      if (seen >= v) {
        return;
      }
    } while (!max.compareAndSet(seen, v));
  }

  boolean decrementWithBound() {
    int n;
    do {
      n = slots.get();
      if (n == 0) {
        return false;
      }
    } while (!slots.compareAndSet(n, n - 1));
    return true;
  }

  void onlyLogs(String name) {
    if (!images.containsKey(name)) {
      System.out.println("no " + name);
    }
    images.remove(name);
  }

  void otherKey(String name, String other) {
    if (images.containsKey(name)) {
      images.put(other, load(other));
    }
  }

  void otherMap(String name) {
    if (images.containsKey(name)) {
      uses.put(name, 1);
    }
  }

  Map<String, Integer> local(List<String> words) {
    Map<String, Integer> count = new HashMap<>();
    for (String w : words) {
      if (!count.containsKey(w)) {
        count.put(w, 0);
      }
      count.put(w, count.get(w) + 1);
    }
    return count;
  }

  Map<String, Integer> localConcurrent(List<String> words) {
    ConcurrentHashMap<String, Integer> count = new ConcurrentHashMap<>();
    for (String w : words) {
      if (count.get(w) == null) {
        count.put(w, 1);
      }
    }
    return new LinkedHashMap<>(count);
  }

  void iteration() {
    for (Iterator<String> it = broken.iterator(); it.hasNext(); ) {
      if (it.next().isEmpty()) {
        it.remove();
      }
    }
    images.entrySet().removeIf(e -> e.getValue().length == 0);
  }

  boolean emptyReturn() {
    return images.isEmpty();
  }

  Set<String> snapshot() {
    if (broken.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(broken);
  }

  void forEachIfAny() {
    if (!watchers.isEmpty()) {
      watchers.forEach(System.out::println);
    }
  }
}
