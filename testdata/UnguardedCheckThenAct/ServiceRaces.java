package cases.unguardedcheckthenact.serviceraces;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

/** Registries, pools and states of services. */
final class SessionRegistry<K extends Comparable<K>, S extends SessionRegistry.Session<K>> {
  interface Session<K> extends AutoCloseable {
    K id();

    default boolean expired() {
      return false;
    }

    @Override
    void close();
  }

  private final ConcurrentMap<K, S> sessions = new ConcurrentHashMap<>();
  private final Function<? super K, ? extends S> factory;

  SessionRegistry(Function<? super K, ? extends S> factory) {
    this.factory = Objects.requireNonNull(factory, "factory");
  }

  S acquire(K id) {
    S s = sessions.get(Objects.requireNonNull(id));
    if (s != null && !s.expired()) {
      return s;
    }
    s = factory.apply(id);
    sessions.put(id, s); // want UnguardedCheckThenAct "sessions"
    return s;
  }

  /** Empty or not decides inside Optional. */
  S viaOptional(K id) {
    return Optional.ofNullable(sessions.get(id))
        .orElseGet(
            () -> {
              S s = factory.apply(id);
              sessions.put(id, s); // want UnguardedCheckThenAct "sessions"
              return s;
            });
  }

  S atomic(K id) {
    return sessions.computeIfAbsent(id, factory);
  }

  S firstWins(K id) {
    S s = sessions.get(id);
    if (s == null) {
      S mine = factory.apply(id);
      S before = sessions.putIfAbsent(id, mine);
      s = before == null ? mine : before;
    }
    return s;
  }

  void evict(K id) {
    var s = sessions.get(id);
    if (s != null && s.expired()) {
      sessions.remove(id); // want UnguardedCheckThenAct "sessions"
      s.close();
    }
  }

  void evictSafe(K id) {
    var s = sessions.get(id);
    if (s != null && s.expired() && sessions.remove(id, s)) {
      s.close();
    }
  }

  void ternary(K id) {
    S s = sessions.containsKey(id) ? sessions.get(id) : sessions.put(id, factory.apply(id)); // want UnguardedCheckThenAct "sessions", UnguardedCheckThenAct "sessions"
    s.close();
  }

  void replaceIfPresent(K id, S next) {
    if (sessions.containsKey(id)) {
      sessions.put(id, next); // want UnguardedCheckThenAct "sessions"
    }
  }

  void replaceIfPresentSafe(K id, S next) {
    sessions.replace(id, next);
  }

  void closeAll() {
    sessions.values().forEach(S::close);
    sessions.clear();
  }

  long expired() {
    return sessions.values().stream().filter(Session::expired).count();
  }
}

class Switches {
  enum State {
    NEW,
    RUNNING,
    STOPPED
  }

  private volatile State state = State.NEW;
  private final AtomicReference<State> atomic = new AtomicReference<>(State.NEW);
  private final Lock lock = new ReentrantLock();
  private State guarded = State.NEW;

  void start() {
    switch (state) {
      case NEW -> state = State.RUNNING; // want UnguardedCheckThenAct "state"
      case RUNNING -> throw new IllegalStateException("running");
      case STOPPED -> throw new IllegalStateException("stopped");
    }
  }

  void startIf() {
    if (state != State.NEW) {
      throw new IllegalStateException();
    }
    state = State.RUNNING; // want UnguardedCheckThenAct "state"
  }

  void startAtomicBad() {
    if (atomic.get() != State.NEW) throw new IllegalStateException();
    atomic.set(State.RUNNING); // want UnguardedCheckThenAct "atomic"
  }

  void startAtomic() {
    if (!atomic.compareAndSet(State.NEW, State.RUNNING)) throw new IllegalStateException();
  }

  void startLocked() {
    lock.lock();
    try {
      if (guarded != State.NEW) throw new IllegalStateException();
      guarded = State.RUNNING;
    } finally {
      lock.unlock();
    }
  }

  String name() {
    return switch (state) {
      case NEW -> "new";
      case RUNNING -> "running";
      case STOPPED -> "stopped";
    };
  }
}

record Tenants(ConcurrentMap<String, List<String>> members, Set<String> banned) {
  Tenants {
    Objects.requireNonNull(members);
    banned = ConcurrentHashMap.newKeySet();
  }

  void join(String tenant, String user) {
    if (!members.containsKey(tenant)) {
      members.put(tenant, new CopyOnWriteArrayList<>()); // want UnguardedCheckThenAct "members"
    }
    members.get(tenant).add(user);
  }

  void ban(String user) {
    if (banned.contains(user)) return;
    banned.add(user); // want UnguardedCheckThenAct "banned"
    System.out.println("mail to " + user);
  }

  void banSafe(String user) {
    if (banned.add(user)) System.out.println("mail to " + user);
  }
}

enum Codec {
  JSON,
  XML;

  private static final Map<String, Codec> BY_NAME = new ConcurrentHashMap<>();

  static Codec of(String name) {
    Codec c = BY_NAME.get(name);
    if (null == c) {
      c = valueOf(name.toUpperCase(Locale.ROOT));
      BY_NAME.put(name, c); // want UnguardedCheckThenAct "Codec.BY_NAME"
    }
    return c;
  }
}

abstract class Template {
  protected final Map<String, byte[]> cache = Collections.synchronizedMap(new LinkedHashMap<>());

  protected abstract byte[] load(String k);

  public byte[] fetch(String k) {
    byte[] b = cache.get(k);
    if (b == null) {
      b = load(k);
      store(k, b); // want UnguardedCheckThenAct "cache"
    }
    return b;
  }

  private void store(String k, byte[] b) {
    cache.put(k, b);
  }

  boolean has(String k) {
    return cache.containsKey(k);
  }

  void preload(String k) {
    if (!has(k)) {
      cache.put(k, load(k)); // want UnguardedCheckThenAct "cache"
    }
  }

  byte[] safe(String k) {
    synchronized (cache) {
      byte[] b = cache.get(k);
      if (b == null) {
        b = load(k);
        cache.put(k, b);
      }
      return b;
    }
  }
}

class Pool {
  private final Deque<Object> idle = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>(10);
  private final Semaphore mutex = new Semaphore(1);
  private final Map<String, Object> named = new HashMap<>();

  Object borrow() {
    return idle.isEmpty() ? new Object() : idle.removeFirst(); // want UnguardedCheckThenAct "idle"
  }

  Object borrowSafe() {
    Object o = idle.pollFirst();
    return o == null ? new Object() : o;
  }

  void offer(Object o) {
    if (queue.remainingCapacity() > 0) {
      queue.add(o); // want UnguardedCheckThenAct "queue"
    }
  }

  void offerSafe(Object o) {
    queue.offer(o);
  }

  Object named(String n) throws InterruptedException {
    mutex.acquire();
    try {
      if (!named.containsKey(n)) {
        named.put(n, new Object());
      }
      return named.get(n);
    } finally {
      mutex.release();
    }
  }

  Object peeked() {
    Object o = queue.peek();
    if (o != null && o.hashCode() % 2 == 0) {
      queue.poll(); // want UnguardedCheckThenAct "queue"
      return o;
    }
    return null;
  }
}

class Tasks {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Map<String, Future<?>> running = new HashMap<>();

  void launch(String name, Runnable r) {
    pool.submit(
        () -> {
          if (!running.containsKey(name)) {
            running.put(name, CompletableFuture.completedFuture(null)); // want UnguardedCheckThenAct "running"
          }
          r.run();
        });
  }

  void collect(List<String> words) {
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    words.parallelStream()
        .forEach(
            w -> {
              if (counts.containsKey(w)) {
                counts.put(w, counts.get(w) + 1); // want NonAtomicUpdate "counts", UnguardedCheckThenAct "counts", UnguardedCheckThenAct "counts"
              } else {
                counts.put(w, 1); // want UnguardedCheckThenAct "counts"
              }
            });
    Map<String, Integer> local = new HashMap<>();
    for (String w : words) {
      if (local.containsKey(w)) {
        local.put(w, local.get(w) + 1);
      } else {
        local.put(w, 1);
      }
    }
  }
}

class LabelLoop {
  private final ConcurrentSkipListMap<Long, String> events = new ConcurrentSkipListMap<>();

  void expire(long now) {
    outer:
    while (!events.isEmpty()) {
      Long first = events.firstKey(); // want UnguardedCheckThenAct "events"
      if (first > now) break outer;
      events.remove(first);
    }
  }

  void expireSafe(long now) {
    for (Map.Entry<Long, String> e = events.firstEntry(); e != null && e.getKey() <= now; e = events.firstEntry()) {
      events.remove(e.getKey(), e.getValue());
    }
  }

  void addAllOnce(Map<Long, String> m) {
    for (var e : m.entrySet()) {
      if (events.get(e.getKey()) == null) events.put(e.getKey(), e.getValue()); // want UnguardedCheckThenAct "events"
    }
  }
}
