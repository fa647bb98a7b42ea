package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.Deque;

/** Between two sections of the only thread that takes something away, nothing is lost. */
public class SoleConsumers {
  static class Mailbox {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Thread worker = new Thread(this::work);

    Mailbox() {
      worker.start();
    }

    synchronized void post(Runnable task) {
      tasks.addLast(task);
      notifyAll();
    }

    private void work() {
      while (!Thread.currentThread().isInterrupted()) {
        Runnable task;
        synchronized (this) {
          if (tasks.isEmpty()) {
            continue;
          }
          task = tasks.peekFirst();
        }
        task.run();
        synchronized (this) {
          tasks.removeFirst();
        }
      }
    }
  }

  static class Cancelled {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Thread worker = new Thread(this::work);

    Cancelled() {
      worker.start();
    }

    synchronized void post(Runnable task) {
      tasks.addLast(task);
    }

    synchronized void cancelAll() {
      tasks.clear();
    }

    private void work() {
      while (!Thread.currentThread().isInterrupted()) {
        Runnable task;
        synchronized (this) {
          if (tasks.isEmpty()) {
            continue;
          }
          task = tasks.peekFirst();
        }
        task.run();
        synchronized (this) {
          tasks.removeFirst(); // want SplitCriticalSection "tasks"
        }
      }
    }
  }

  static class Team {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    void start() {
      for (int i = 0; i < 4; i++) {
        new Thread(this::work).start();
      }
    }

    synchronized void post(Runnable task) {
      tasks.addLast(task);
    }

    private void work() {
      Runnable task;
      synchronized (this) {
        if (tasks.isEmpty()) {
          return;
        }
        task = tasks.peekFirst();
      }
      task.run();
      synchronized (this) {
        tasks.removeFirst(); // want SplitCriticalSection "tasks"
      }
    }
  }

  static class Clock {
    private final Thread ticking = new Thread(this::tick);
    private long now;

    Clock() {
      ticking.start();
    }

    synchronized long now() {
      return now;
    }

    private void tick() {
      while (!Thread.currentThread().isInterrupted()) {
        long before = now();
        long next = before + System.nanoTime() % 1000;
        synchronized (this) {
          now = next;
        }
      }
    }
  }
}
