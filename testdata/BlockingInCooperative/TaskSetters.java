package cases.blockingincooperative;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.lockkeeper.annotations.Cooperative;

/** Function objects that reach an annotated field or parameter by another method. */
public class TaskSetters {
  private @Cooperative Runnable onIdle = () -> {};
  private Runnable onClose = () -> {};
  private @Cooperative("game-loop") Runnable onTick =
      new Runnable() {
        @Override
        public void run() {
          await(); // want BlockingInCooperative "every other task of the game-loop"
        }
      };
  private final @Cooperative Runnable poll = new Poll();

  private static final CountDownLatch READY = new CountDownLatch(1);

  private static void await() {
    try {
      READY.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static class Poll implements Runnable {
    private int polls;

    @Override
    public void run() {
      polls++;
      await(); // want BlockingInCooperative "await"
    }

    /** Not what a {@code Runnable} runs. */
    void drain() {
      await();
    }
  }

  void onIdle(Runnable task) {
    onIdle = Objects.requireNonNull(task);
  }

  TaskSetters onTick(Runnable task) {
    if (task != null) {
      onTick = task;
    }
    return this;
  }

  void onClose(Runnable task) {
    onClose = task;
  }

  void configure() {
    onTick(() -> await()); // want BlockingInCooperative "every other task of the game-loop"
    onTick(Thread::yield);
    onClose(() -> await());
  }

  void submit(@Cooperative Runnable task) {
    task.run();
  }

  void submitAll(@Cooperative Runnable... tasks) {
    for (Runnable each : tasks) {
      each.run();
    }
  }

  /** Passes it on. */
  void submitNamed(String name, Runnable task) {
    System.out.println(name);
    submit(task);
  }

  /** Makes another task of it, which does not run it. */
  void submitLater(Runnable task) {
    submit(() -> new Thread(task).start());
  }

  void use() {
    submitNamed("await", () -> await()); // want BlockingInCooperative "await"
    submitNamed("nothing", () -> {});
    submitLater(() -> await());
    submitAll(
        () -> {},
        () -> await()); // want BlockingInCooperative "await"
  }

  void tick() {
    onIdle.run();
    onTick.run();
    poll.run();
    onClose.run();
  }
}
