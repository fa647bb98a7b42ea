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
}
