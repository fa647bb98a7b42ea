package cases.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Counters of all kinds: none loses a count. */
public class Counting implements IntFunction<Object>, Supplier<Object> {
  private final ConcurrentMap<Integer, Integer> first = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Long> second = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Integer> third = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, String> fourth = new ConcurrentHashMap<>();
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicLong sum = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();
  private final AtomicReference<List<Integer>> seen = new AtomicReference<>(List.of());
  private final Object monitor = new Object();
  private final Lock lock = new ReentrantLock();
  private int plain;
  private long total;

  @Override
  public Object apply(int step) {
    count(step % 5);
    first.put(step, first.getOrDefault(step, 0) + 1); // want NonAtomicUpdate "first"
    second.put(step, second.getOrDefault(step, 0L) + step); // want NonAtomicUpdate "second"
    Integer n = third.get(step);
    third.put(step, n == null ? 1 : n + 1); // want NonAtomicUpdate "third"
    steps.set(steps.get() + 1); // want NonAtomicUpdate "steps"
    long old = sum.get();
    sum.set(old + step); // want NonAtomicUpdate "sum"
    if (step > peak.get()) {
      peak.set(step); // want UnguardedCheckThenAct "peak"
    }
    List<Integer> copy = new ArrayList<>(seen.get());
    copy.add(step);
    seen.set(copy); // want NonAtomicUpdate "seen"
    plain++; // want NonAtomicUpdate "plain"
    long now = total;
    total = now + step; // want NonAtomicUpdate "total"
    return peak.get() >= step;
  }

  private void count(int word) {
    String n = fourth.get(word);
    if (n == null) {
      fourth.put(word, "|"); // want UnguardedCheckThenAct "fourth"
    } else {
      fourth.put(word, n + "|"); // want NonAtomicUpdate "fourth"
    }
  }

  @Override
  public Object get() {
    return Map.of(
        "merge", new TreeMap<>(first),
        "merge of what was asked with a default", new TreeMap<>(second),
        "merge of what may be null", new TreeMap<>(third),
        "compute", new TreeMap<>(fourth),
        "incrementAndGet", steps.get(),
        "addAndGet", sum.get(),
        "updateAndGet", seen.get().size(),
        "synchronized", plain(),
        "lock, try, finally", total(),
        "accumulateAndGet", OptionalLong.of(peak.get()));
  }

  private int plain() {
    synchronized (monitor) {
      return plain;
    }
  }

  private long total() {
    lock.lock();
    try {
      return total;
    } finally {
      lock.unlock();
    }
  }

  void reset() {
    synchronized (monitor) {
      plain = 0;
    }
    lock.lock();
    try {
      total = 0;
    } finally {
      lock.unlock();
    }
  }
}
