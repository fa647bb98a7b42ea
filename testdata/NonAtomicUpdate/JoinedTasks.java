package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Once a loop has waited for all tasks of a list, their starter is alone again. */
public class JoinedTasks {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private int counted;
  private int summed;
  private int hurried;
  private int left;

  void threads() throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread each = new Thread(() -> counted++); // want NonAtomicUpdate "counted"
      started.add(each);
      each.start();
    }
    for (Thread each : started) {
      each.join();
    }
    counted++;
  }

  void futures() throws Exception {
    List<Future<?>> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(pool.submit(() -> summed += 2)); // want NonAtomicUpdate "summed"
    }
    for (Future<?> each : started) {
      each.get();
    }
    summed += 1;
  }

  void tooEarly() throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread each = new Thread(() -> hurried++); // want NonAtomicUpdate "hurried"
      started.add(each);
      each.start();
    }
    hurried++; // want NonAtomicUpdate "hurried"
    for (Thread each : started) {
      each.join();
    }
  }

  void notAwaited() {
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread each = new Thread(() -> left++); // want NonAtomicUpdate "left"
      started.add(each);
      each.start();
    }
    for (Thread each : started) {
      each.setName("left");
    }
    left++; // want NonAtomicUpdate "left"
  }
}
