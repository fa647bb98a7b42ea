package cases.blockingincooperative;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.lockkeeper.annotations.Cooperative;

// source door only: because class files that are read do not show how locals and casts are annotated

/** Annotated uses of functional interfaces within methods. */
public class LocalTasks {
  interface Loop {
    void submit(Runnable task);
  }

  private final Loop loop;

  LocalTasks(Loop loop) {
    this.loop = loop;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void lambda() {
    @Cooperative Runnable task = () -> pause(); // want BlockingInCooperative "pause"
    loop.submit(task);
  }

  void later(boolean quick) {
    @Cooperative("ui") Runnable task;
    if (quick) {
      task = () -> {};
    } else {
      task = Thread::yield;
      task =
          () -> {
            pause(); // want BlockingInCooperative "every other task of the ui"
          };
    }
    loop.submit(task);
  }

  void anonymous() {
    @Cooperative
    Callable<Integer> task =
        new Callable<>() {
          @Override
          public Integer call() {
            pause(); // want BlockingInCooperative "pause"
            return 1;
          }
        };
    loop.submit(
        () -> {
          try {
            task.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  void reference() {
    @Cooperative Runnable task = this::flush;
    loop.submit(task);
  }

  private void flush() {
    pause(); // want BlockingInCooperative "pause"
  }

  void cast() {
    loop.submit((@Cooperative Runnable) () -> pause()); // want BlockingInCooperative "pause"
    loop.submit((Runnable) () -> pause());
  }

  void elements() {
    List<@Cooperative Runnable> round = new ArrayList<>();
    round.add(() -> pause()); // want BlockingInCooperative "pause"
    round.add(Thread::yield);
    round.forEach(
        task -> {
          pause();
          task.run();
        });
    Queue<Runnable> plain = new ArrayDeque<>();
    plain.add(() -> pause());
    plain.remove().run();
  }

  void array() {
    @Cooperative
    Runnable[] steps = {
      () -> {}, () -> pause(), // want BlockingInCooperative "pause"
    };
    for (Runnable each : steps) {
      each.run();
    }
  }

  /** Nothing says that they are cooperative. */
  void plain() {
    Runnable task = () -> pause();
    @Deprecated Runnable old = () -> pause();
    task.run();
    old.run();
  }

  /** The function that is made inside is another one. */
  void nested() {
    @Cooperative
    Runnable task =
        () -> {
          Runnable blocking = () -> pause();
          loop.submit(blocking);
        };
    loop.submit(task);
  }
}
