package cases.blockingincooperative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Cooperative;

/** Containers that are declared to hold cooperative tasks. */
public class HeldTasks {
  private final List<@Cooperative Runnable> tasks = new CopyOnWriteArrayList<>();
  private final Queue<@Cooperative("event-loop") Runnable> queue = new ConcurrentLinkedQueue<>();
  private final Map<String, @Cooperative Runnable> named = new HashMap<>();
  private final List<Runnable> plain = new CopyOnWriteArrayList<>();
  private Supplier<@Cooperative Runnable> source = () -> null;

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void add() {
    tasks.add(() -> pause()); // want BlockingInCooperative "pause"
    tasks.add(() -> Thread.yield());
    queue.offer(() -> pause()); // want BlockingInCooperative "pause"
    named.put("pause", () -> pause()); // want BlockingInCooperative "pause"
  }

  void addPlain() {
    plain.add(() -> pause());
  }

  /** Who goes through them is not one of them. */
  void start() {
    tasks.forEach(
        task -> {
          pause();
          task.run();
        });
    tasks.removeIf(
        task -> {
          pause();
          return true;
        });
    named.computeIfAbsent(
        "later",
        name -> {
          pause();
          return Thread::yield;
        });
    source =
        () -> {
          pause();
          return Thread::yield;
        };
  }
}
