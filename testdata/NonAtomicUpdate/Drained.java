package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** A buffer of events that is emptied from time to time: what comes in meanwhile must not be lost. */
class Drained {
  interface Sink {
    void send(String event);
  }

  private final Queue<String> queue = new ConcurrentLinkedQueue<>();
  private final LinkedBlockingQueue<String> blocking = new LinkedBlockingQueue<>();
  private final List<String> list = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
  private final LongAdder bytes = new LongAdder();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicLong last = new AtomicLong();
  private final Object lock = new Object();
  private int dropped;

  void accept(String event, int size) {
    queue.add(event);
    blocking.add(event);
    list.add(event);
    counts.merge(event, 1L, Long::sum);
    bytes.add(size);
    last.set(size);
  }

  void fail(Runnable hook) {
    errors.incrementAndGet();
    hooks.add(hook);
    synchronized (lock) {
      dropped++;
    }
  }

  List<String> drain() {
    List<String> all = new ArrayList<>(queue);
    queue.clear(); // want NonAtomicUpdate "queue"
    return all;
  }

  List<String> drainOneByOne() {
    List<String> all = new ArrayList<>();
    for (String event = queue.poll(); event != null; event = queue.poll()) {
      all.add(event);
    }
    return all;
  }

  List<String> drainBlocking() {
    List<String> all = new ArrayList<>();
    blocking.drainTo(all);
    return all;
  }

  void flush(Sink sink) {
    for (String event : queue) {
      sink.send(event);
    }
    queue.clear(); // want NonAtomicUpdate "queue"
  }

  String[] takeList() {
    String[] all = list.toArray(new String[0]);
    list.clear(); // want NonAtomicUpdate "list"
    return all;
  }

  List<String> takeListRight() {
    synchronized (list) {
      List<String> all = new ArrayList<>(list);
      list.clear();
      return all;
    }
  }

  Map<String, Long> takeCounts() {
    Map<String, Long> all = new HashMap<>();
    all.putAll(counts);
    counts.clear(); // want NonAtomicUpdate "counts"
    return all;
  }

  Map<String, Long> takeCountsRight() {
    Map<String, Long> all = new HashMap<>();
    for (String each : counts.keySet()) {
      Long n = counts.remove(each);
      if (n != null) {
        all.put(each, n);
      }
    }
    return all;
  }

  /** Who comes in as it closes is late anyway. */
  void shutdown() {
    for (Runnable hook : hooks) {
      hook.run();
    }
    hooks.clear();
  }

  /** Another word for it. */
  void release() {
    hooks.forEach(Runnable::run);
    hooks.clear();
  }

  long bytes() {
    long sum = bytes.sum();
    bytes.reset(); // want NonAtomicUpdate "bytes"
    return sum;
  }

  long bytesRight() {
    return bytes.sumThenReset();
  }

  int errors() {
    int seen = errors.get();
    errors.set(0); // want NonAtomicUpdate "errors"
    return seen;
  }

  int errorsRight() {
    return errors.getAndSet(0);
  }

  int dropped() {
    synchronized (lock) {
      int seen = dropped;
      dropped = 0;
      return seen;
    }
  }

  /** Nobody counts with it: whoever comes last has set it. */
  long last() {
    long seen = last.get();
    last.set(0);
    return seen;
  }

  /** Starts all over, whatever was there. */
  void restart() {
    queue.clear();
    errors.set(0);
    bytes.reset();
  }

  /** The only one that takes anything out, and still not alone. */
  static class Writer extends Thread {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final List<String> own = new CopyOnWriteArrayList<>();

    void write(String line) {
      lines.add(line);
    }

    @Override
    public void run() {
      List<String> all = new ArrayList<>(lines);
      lines.clear(); // want NonAtomicUpdate "lines"
      own.addAll(all);
      List<String> kept = new ArrayList<>(own);
      own.clear();
      kept.forEach(System.out::println);
    }
  }
}
