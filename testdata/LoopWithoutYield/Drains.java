package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.lockkeeper.annotations.Cooperative;

/** Shared queues emptied to the end: as long as somebody adds, they never end. */
@Cooperative
public class Drains {
  private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
  private final Deque<String> events = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private String last = "";

  void drainCommands() {
    Runnable command;
    while ((command = commands.poll()) != null) { // want LoopWithoutYield "loop"
      command.run();
    }
  }

  void drainEvents() {
    for (String event = events.pollFirst(); event != null; event = events.pollFirst()) { // want LoopWithoutYield "loop"
      handle(event);
    }
  }

  /** Timers fire and set new ones. */
  @Cooperative
  static class Timers {
    private final PriorityQueue<Long> due = new PriorityQueue<>();

    void fire(long now) {
      while (!due.isEmpty() && due.peek() <= now) { // want LoopWithoutYield "loop"
        long at = due.remove();
        due.add(at + 1);
      }
    }
  }

  /** One sweep takes what is there at the moment, and no more. */
  void sweep() {
    List<String> now = new ArrayList<>();
    lines.drainTo(now);
    for (String line : now) {
      handle(line);
    }
  }

  private void handle(String what) {
    last = what;
  }
}
