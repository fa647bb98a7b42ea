package cases.nonatomicupdate;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Numbers that a task steps on, and what others may do to them meanwhile. */
public class TaskRivals {

  /** A thread that counts, and anybody who starts the count anew. */
  static class Ticker {
    private final Thread thread = new Thread(this::loop);
    private int ticks;
    private int rounds;
    private int started;
    private int last;

    void start() {
      started = 0;
      thread.start();
    }

    private void loop() {
      for (int i = 0; i < 10; i++) {
        ticks++; // want NonAtomicUpdate "ticks"
        rounds++;
        started++;
        last += i;
      }
    }

    void reset() {
      ticks = 0;
    }

    int rounds() {
      return rounds;
    }

    void stop() throws InterruptedException {
      thread.join();
      last = 0;
    }
  }

  /** A timer's task and the code that it watches count the same thing. */
  static class Watched {
    private final Timer timer = new Timer(true);
    private int events;
    private int flushes;

    void start() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              flushes++;
              events = 0;
            }
          },
          0,
          1000);
    }

    void event() {
      events++; // want NonAtomicUpdate "events"
    }
  }

  /** One thread runs all tasks: only what is done elsewhere comes in between. */
  static class Polls {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private int polls;
    private int failures;
    private int guarded;
    private int retries;

    void start() {
      timer.scheduleAtFixedRate(this::poll, 1, 1, TimeUnit.SECONDS);
    }

    private void poll() {
      polls += 2; // want NonAtomicUpdate "polls"
      failures++;
      if (failures > 3) {
        forget();
      }
      synchronized (this) {
        guarded++;
      }
      retries--;
    }

    void forget() {
      failures = 0;
    }

    void clear() {
      polls = 0;
    }

    synchronized void clearGuarded() {
      guarded = 0;
    }

    void setRetries(int retries) {
      this.retries = retries;
    }
  }
}
