package cases.unguardedcheckthenact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The pair in unusual places: generics, inner classes, statics, tasks, loops. */
public class OrderBook<K extends Comparable<K>, V> {
  private final ConcurrentMap<K, V> orders = new ConcurrentHashMap<>();
  private final ConcurrentMap<K, ConcurrentMap<String, V>> nested = new ConcurrentHashMap<>();
  private final Vector<V> vector = new Vector<>();
  private final Stack<V> stack = new Stack<>();
  private final Hashtable<K, V> table = new Hashtable<>();
  private final Deque<V> deque = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<V> queue = new LinkedBlockingQueue<>(10);
  private final AtomicReference<V> last = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean(false);
  private final AtomicInteger users = new AtomicInteger();
  private static volatile OrderBook<?, ?> instance;
  private volatile boolean initialised;
  private volatile Map<String, String> config;

  V add(K key, V value) {
    V old = orders.get(key);
    if (old != null) {
      return old;
    } else {
      orders.put(key, value); // want UnguardedCheckThenAct "orders"
      return value;
    }
  }

  V guarded(K key, V value) {
    if (key == null || orders.containsKey(key)) {
      throw new IllegalStateException("known: " + key);
    }
    return orders.put(key, value); // want UnguardedCheckThenAct "orders"
  }

  void moved(K from, K to) {
    V v = orders.remove(from);
    if (v != null) {
      orders.put(to, v);
    }
  }

  void inner(K key, String name, V v) {
    ConcurrentMap<String, V> m = nested.computeIfAbsent(key, k -> new ConcurrentHashMap<>());
    if (!m.containsKey(name)) {
      m.put(name, v); // want UnguardedCheckThenAct "m"
    }
  }

  void cleanup(K key, String name) {
    ConcurrentMap<String, V> m = nested.get(key);
    if (m != null) {
      m.remove(name);
      if (m.isEmpty()) {
        nested.remove(key); // want UnguardedCheckThenAct "nested"
      }
    }
  }

  V pop() {
    if (!stack.isEmpty()) {
      return stack.pop(); // want UnguardedCheckThenAct "stack"
    }
    return null;
  }

  V first() {
    return vector.isEmpty() ? null : vector.firstElement(); // want UnguardedCheckThenAct "vector"
  }

  void addUnique(V v) {
    if (!vector.contains(v)) vector.add(v); // want UnguardedCheckThenAct "vector"
  }

  void shrink() {
    while (vector.size() > 10) {
      vector.remove(0); // want UnguardedCheckThenAct "vector"
    }
  }

  V old(K key) {
    synchronized (table) {
      if (!table.containsKey(key)) {
        table.put(key, null);
      }
      return table.get(key);
    }
  }

  void oldWrong(K key, V v) {
    if (!table.containsKey(key)) {
      table.put(key, v); // want UnguardedCheckThenAct "table"
    }
  }

  V peeked() {
    V head = deque.peekFirst();
    if (head != null) {
      deque.removeFirst(); // want UnguardedCheckThenAct "deque"
    }
    return head;
  }

  boolean offerIfRoom(V v) throws InterruptedException {
    if (queue.remainingCapacity() > 0) {
      queue.add(v); // want UnguardedCheckThenAct "queue"
      return true;
    }
    return false;
  }

  void close() {
    if (closed.get()) {
      return;
    }
    closed.set(true); // want UnguardedCheckThenAct "closed"
    orders.clear();
  }

  boolean enter() {
    if (users.get() >= 10) {
      return false;
    }
    users.incrementAndGet(); // want UnguardedCheckThenAct "users"
    return true;
  }

  void init() {
    if (!initialised) {
      orders.clear();
      initialised = true; // want UnguardedCheckThenAct "initialised"
    }
  }

  static OrderBook<?, ?> get() {
    if (instance == null) {
      instance = new OrderBook<String, String>(); // want UnguardedCheckThenAct "instance"
    }
    return instance;
  }

  Map<String, String> config() {
    Map<String, String> c = config;
    if (c == null) {
      c = new HashMap<>();
      c.put("a", "b");
      config = c; // want UnguardedCheckThenAct "config"
    }
    return c;
  }

  void task(ExecutorService pool, K key, V v) {
    pool.submit(
        () -> {
          if (!orders.containsKey(key)) {
            orders.put(key, v); // want UnguardedCheckThenAct "orders"
          }
        });
  }

  static void local(List<String> words) throws InterruptedException {
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (String w : words) {
      pool.execute(
          () -> {
            if (!counts.containsKey(w)) {
              counts.put(w, 1); // want UnguardedCheckThenAct "counts"
            }
          });
    }
    pool.shutdown();
  }

  static void parameter(ConcurrentMap<String, String> map, String k) {
    if (map.get(k) == null) {
      map.put(k, "x"); // want UnguardedCheckThenAct "map"
    }
  }

  static class Holder {
    static final Map<String, Holder> ALL = Collections.synchronizedMap(new HashMap<>());
    final ConcurrentHashMap<String, String> props = new ConcurrentHashMap<>();

    static Holder of(String name) {
      Holder h = ALL.get(name);
      if (h == null) {
        synchronized (Holder.class) {
          h = new Holder();
          ALL.put(name, h); // want UnguardedCheckThenAct "ALL"
        }
      }
      return h;
    }

    void copyTo(Holder other, String k) {
      if (!other.props.containsKey(k)) {
        other.props.put(k, props.get(k)); // want UnguardedCheckThenAct "props"
      }
    }

    void copyFrom(Holder other, String k) {
      if (!other.props.containsKey(k)) {
        props.put(k, "none");
      }
    }
  }

  // fine

  V atomically(K key, V v) {
    V old = orders.putIfAbsent(key, v);
    return old == null ? v : old;
  }

  V checkedFirst(K key, V v) {
    V known = orders.get(key);
    if (known != null) {
      return known;
    }
    return orders.computeIfAbsent(key, k -> v);
  }

  void swap(V next) {
    V old;
    do {
      old = last.get();
    } while (!last.compareAndSet(old, next));
  }

  void closeOnce() {
    if (!closed.getAndSet(true)) {
      orders.clear();
    }
  }

  boolean enterRight() {
    if (users.incrementAndGet() > 10) {
      users.decrementAndGet();
      return false;
    }
    return true;
  }

  V takeOrNull() {
    V v = queue.poll();
    if (v == null) {
      return null;
    }
    return v;
  }

  void offered(V v) {
    if (!queue.offer(v)) {
      throw new IllegalStateException("full");
    }
  }

  int both() {
    return orders.isEmpty() ? 0 : orders.size();
  }

  void ownQueue() {
    Queue<String> mine = new ArrayDeque<>();
    mine.add("x");
    while (!mine.isEmpty()) {
      mine.remove();
    }
    List<String> list = Collections.synchronizedList(new ArrayList<>());
    if (list.isEmpty()) {
      list.add("x");
    }
  }

  void constructorsOwn() {
    new OrderBook<String, String>(true);
  }

  OrderBook() {}

  OrderBook(boolean fill) {
    if (fill && orders.isEmpty()) {
      initialised = true;
    }
  }

  void failFast(K key) {
    if (!orders.containsKey(key)) {
      throw new IllegalArgumentException("unknown " + key);
    }
    System.out.println(key);
  }
}
