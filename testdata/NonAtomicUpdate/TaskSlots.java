package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Elements of arrays that tasks share or own, bits of a volatile field, values made on demand. */
public class TaskSlots {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final int[] perWorker = new int[8];
  private final ConcurrentMap<String, List<String>> byTopic = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> concurrentTags = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Map<String, Integer>> nested = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> lockedTags = new ConcurrentHashMap<>();
  private volatile int flags;

  void ownSlots(int workers) {
    for (int i = 0; i < workers; i++) {
      final int me = i;
      pool.execute(() -> perWorker[me]++);
    }
  }

  void anySlot(String text) {
    pool.execute(() -> perWorker[text.length() & 7]++); // want NonAtomicUpdate "perWorker"
  }

  void publish(String topic, String text) {
    byTopic.computeIfAbsent(topic, t -> new ArrayList<>()).add(text); // want NonAtomicUpdate "byTopic"
  }

  void tag(String topic, String tag) {
    concurrentTags.computeIfAbsent(topic, t -> ConcurrentHashMap.newKeySet()).add(tag);
  }

  void count(String topic, String word) {
    Map<String, Integer> words = nested.computeIfAbsent(topic, t -> new HashMap<>());
    words.merge(word, 1, Integer::sum); // want NonAtomicUpdate "nested"
  }

  void tagLocked(String topic, String tag) {
    Set<String> tags = lockedTags.computeIfAbsent(topic, t -> new HashSet<>());
    synchronized (tags) {
      tags.add(tag);
    }
  }

  void raise(int bit) {
    flags |= 1 << bit; // want NonAtomicUpdate "flags"
  }

  void clear() {
    flags = 0;
  }

  /** Adds to an array that it is given. */
  static final class Adder implements Runnable {
    private final long[] sum;
    private final long[] own = new long[1];
    private final Report report;

    Adder(long[] sum, Report report) {
      this.sum = sum;
      this.report = report;
    }

    @Override
    public void run() {
      sum[0] += 2; // want NonAtomicUpdate "sum"
      own[0] += 2;
      report.times[1] += 3; // want NonAtomicUpdate "times"
    }
  }

  /** What all adders report to. */
  static final class Report {
    final long[] times = new long[2];
  }

  /** Adds to the slot that it is given. */
  static final class SlotAdder implements Runnable {
    private final long[] sums;
    private final int slot;

    SlotAdder(long[] sums, int slot) {
      this.sums = sums;
      this.slot = slot;
    }

    @Override
    public void run() {
      sums[slot] += 2;
    }
  }

  static long addAll() throws InterruptedException {
    long[] sum = new long[1];
    long[] sums = new long[2];
    Report report = new Report();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(new Thread(new Adder(sum, report)));
      threads.add(new Thread(new SlotAdder(sums, i)));
    }
    for (Thread t : threads) {
      t.start();
    }
    for (Thread t : threads) {
      t.join();
    }
    return sum[0] + sums[0] + sums[1];
  }

  void missedAlarm_stages(CompletableFuture<String> a, CompletableFuture<String> b) {
    int[] n = {0};
    a.thenAccept(s -> n[0]++); // missed NonAtomicUpdate
    b.thenAccept(s -> n[0]++);
  }

  int besidesTheThread() throws InterruptedException {
    int[] n = {0};
    Thread t = new Thread(() -> n[0]++); // want NonAtomicUpdate "[0]"
    t.start();
    n[0]++;
    t.join();
    return n[0];
  }

  int behindTheThread() throws InterruptedException {
    int[] n = {0};
    Thread t = new Thread(() -> n[0]++);
    t.start();
    t.join();
    n[0]++;
    return n[0];
  }

  int anotherSlot() throws InterruptedException {
    int[] n = {0, 0};
    Thread t = new Thread(() -> n[0]++);
    t.start();
    n[1]++;
    t.join();
    return n[0] + n[1];
  }
}
