package cases.unguardedcheckthenact;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.LongAccumulator;

/** What a map has for a key is looked up for the test, and once more for the step. */
class FoundTwice {
  private final ConcurrentMap<String, ConcurrentMap<String, Integer>> seats =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> left = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, BlockingQueue<String>> waiting = new ConcurrentHashMap<>();
  private final List<String> halls = new CopyOnWriteArrayList<>();
  private final AtomicMarkableReference<String> opened = new AtomicMarkableReference<>("", false);
  private final LongAccumulator longest = new LongAccumulator(Long::max, 0);

  void open(String hall, int capacity) {
    seats.putIfAbsent(hall, new ConcurrentHashMap<>());
    left.putIfAbsent(hall, new AtomicInteger(capacity));
    waiting.putIfAbsent(hall, new LinkedBlockingQueue<>());
  }

  void take(String hall, String seat, int guest) {
    if (!seats.get(hall).containsKey(seat)) {
      seats.get(hall).put(seat, guest); // want UnguardedCheckThenAct "may change between containsKey"
    }
  }

  boolean takeRight(String hall, String seat, int guest) {
    return seats.get(hall).putIfAbsent(seat, guest) == null;
  }

  void takeElsewhere(String hall, String other, String seat, int guest) {
    if (!seats.get(hall).containsKey(seat)) {
      seats.get(other).put(seat, guest);
    }
  }

  boolean book(String hall) {
    if (left.get(hall).get() > 0) {
      left.get(hall).decrementAndGet(); // want UnguardedCheckThenAct "may change between get"
      return true;
    }
    return false;
  }

  void call(String hall) {
    if (!waiting.get(hall).isEmpty()) {
      System.out.println(waiting.get(hall).remove()); // want UnguardedCheckThenAct "isEmpty"
    }
  }

  void callRight(String hall) {
    String next = waiting.get(hall).poll();
    if (next != null) {
      System.out.println(next);
    }
  }

  /** A list takes whatever it is given, so that its answer tells nothing. */
  boolean list(String hall) {
    return !halls.contains(hall) && halls.add(hall); // want UnguardedCheckThenAct "halls"
  }

  void openDoors(String name) {
    if (!opened.isMarked()) {
      opened.set(name, true); // want UnguardedCheckThenAct "opened"
      System.out.println("open");
    }
  }

  void openDoorsRight(String name) {
    if (opened.compareAndSet("", name, false, true)) {
      System.out.println("open");
    }
  }

  /** Takes the larger one anyway. */
  void waited(long millis) {
    if (longest.get() < millis) {
      longest.accumulate(millis);
    }
  }
}
