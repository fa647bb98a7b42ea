package cases.loopwithoutyield.ownqueues;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.annotations.Cooperative;

/** Queues that are not thread-safe: nobody fills them while their own thread drains them. */
@Cooperative("event-loop")
class OwnQueues {
  private final Deque<String> lines = new ArrayDeque<>();
  private final Queue<Runnable> turns = new ArrayDeque<>();
  private final Queue<String> shared = new ConcurrentLinkedQueue<>();
  private final Object lock = new Object();
  private final java.util.concurrent.atomic.AtomicReference<Queue<String>> swapped =
      new java.util.concurrent.atomic.AtomicReference<>(new ConcurrentLinkedQueue<>());
  private volatile Queue<String> kept = new ConcurrentLinkedQueue<>();
  private Deque<String> late;
  private int count;

  void add(String line) {
    if (late == null) {
      late = new ArrayDeque<>();
    }
    late.add(line);
    lines.add(line);
  }

  void discard() {
    String line;
    while ((line = lines.poll()) != null) {
      count += line.length();
    }
    while (late != null && !late.isEmpty()) {
      count += late.removeFirst().length();
    }
  }

  /** Drained once, by whichever round comes first. */
  void discardEach(String[] names) {
    for (String name : names) {
      count += name.length();
      while (!lines.isEmpty()) {
        count += lines.removeFirst().length();
      }
    }
  }

  /** What runs may add its next turn. */
  void run() {
    Runnable turn;
    while ((turn = turns.poll()) != null) { // want LoopWithoutYield "`turns` as fast"
      turn.run();
    }
  }

  /** Each round adds again. */
  void rotate() {
    while (!lines.isEmpty()) { // want LoopWithoutYield "`lines` as fast"
      String line = lines.removeFirst();
      if (line.length() > count) {
        lines.addLast(line.substring(1));
      }
    }
  }

  /** A helper adds. */
  void rotateByHelper() {
    while (!lines.isEmpty()) { // want LoopWithoutYield "`lines` as fast"
      again(lines.removeFirst());
    }
  }

  private void again(String line) {
    if (line.length() > count) {
      lines.addLast(line.substring(1));
    }
  }

  /** A helper counts. */
  void discardByHelper() {
    while (!lines.isEmpty()) {
      count(lines.removeFirst());
    }
  }

  private void count(String line) {
    count += line.length();
    late.remove(line);
  }

  void underOneLock() {
    synchronized (lock) {
      while (!lines.isEmpty()) {
        count += lines.removeFirst().length();
      }
    }
  }

  void others() {
    String line;
    while ((line = shared.poll()) != null) { // want LoopWithoutYield "`shared` as fast"
      count += line.length();
    }
  }

  /** Taken away from those who fill it. */
  void flushOnce() {
    Queue<String> mine = kept;
    kept = null;
    String line;
    while ((line = mine.poll()) != null) {
      count += line.length();
    }
  }

  /** The same in one step. */
  void flushSwapped() {
    Queue<String> mine = swapped.getAndSet(new ConcurrentLinkedQueue<>());
    String line;
    while ((line = mine.poll()) != null) {
      count += line.length();
    }
  }

  /** Others still fill it. */
  void flushOn() {
    Queue<String> mine = kept;
    String line;
    while ((line = mine.poll()) != null) { // want LoopWithoutYield "`kept` as fast"
      count += line.length();
    }
    kept = null;
  }

  /** A set of the library, whatever sets there are here. */
  void collect(Runnable[] all) {
    java.util.Set<Runnable> known =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    java.util.Set<Runnable> more = new java.util.HashSet<>();
    for (Runnable each : all) {
      known.add(each);
      more.add(each);
    }
    count += known.size() + more.size();
  }

  /** Looks at all that it has with each that is added. */
  static final class Sorted extends java.util.AbstractSet<Runnable> {
    private final java.util.List<Runnable> all = new java.util.ArrayList<>();

    @Override
    public boolean add(Runnable added) {
      for (Runnable each : all) {
        if (each == added) {
          return false;
        }
      }
      return all.add(added);
    }

    @Override
    public java.util.Iterator<Runnable> iterator() {
      return all.iterator();
    }

    @Override
    public int size() {
      return all.size();
    }
  }
}
