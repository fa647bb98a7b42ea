package cases.unguardedcheckthenact;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tasks that reach their only thread through the program's own helpers. */
public class PassedOnTasks {
  /** Makes the threads of the program. */
  static class NamedThread extends Thread {
    NamedThread(String name, Runnable task) {
      super(task, name);
      setDaemon(true);
    }

    static NamedThread daemon(String name, Runnable task) {
      return new NamedThread(name, task);
    }
  }

  /** What the timer's tasks may throw must not end it. */
  static class SafeTask extends TimerTask {
    private final Runnable task;

    SafeTask(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      try {
        task.run();
      } catch (RuntimeException e) {
        System.err.println(e);
      }
    }
  }

  /** One timer for the program. */
  static class Rounds {
    private final Timer timer = new Timer(true);
    private final Map<Runnable, TimerTask> running = new HashMap<>();

    synchronized void every(Runnable task, long millis) {
      TimerTask safe = new SafeTask(task);
      timer.schedule(safe, millis, millis);
      running.put(task, safe);
    }

    synchronized void cancel(Runnable task) {
      TimerTask known = running.remove(task);
      if (known != null) {
        known.cancel();
      }
    }
  }

  /** Logs in, and then again and again in a thread of its own. */
  static class Login {
    private volatile String ticket;
    private Thread refresher;

    void login(String first) {
      ticket = first;
      refresher =
          NamedThread.daemon(
              "refresh",
              () -> {
                renew();
                renew();
              });
      refresher.start();
    }

    private void renew() {
      if (ticket == null) {
        return;
      }
      synchronized (Login.class) {
        ticket = System.getProperty("user.name");
      }
    }

    String ticket() {
      return ticket;
    }
  }

  /** Somebody else may log out meanwhile. */
  static class LoginWithLogout {
    private volatile String ticket;
    private Thread refresher;

    void login(String first) {
      ticket = first;
      refresher = NamedThread.daemon("refresh", this::renew);
      refresher.start();
    }

    private void renew() {
      if (ticket != null) {
        ticket = System.getProperty("user.name"); // want UnguardedCheckThenAct "ticket"
      }
    }

    public void logout() {
      ticket = null;
    }
  }

  /** Every request starts a thread. */
  static class Probes {
    private volatile String slowest;

    void probe(String name) {
      NamedThread.daemon("probe", () -> took(name)).start();
    }

    private void took(String name) {
      if (slowest == null) {
        slowest = name; // want UnguardedCheckThenAct "slowest"
      }
    }

    String slowest() {
      return slowest;
    }
  }

  /** The task is kept in a field, and only its rounds remove. */
  static class Recent {
    private final ConcurrentLinkedDeque<Long> seen = new ConcurrentLinkedDeque<>();
    private final Rounds rounds = new Rounds();
    private final Runnable expire =
        new Runnable() {
          @Override
          public void run() {
            expire(System.nanoTime());
          }
        };

    void start() {
      rounds.every(expire, 1000);
    }

    void stop() {
      rounds.cancel(expire);
    }

    void add(long at) {
      seen.add(at);
    }

    void expire(long now) {
      while (!seen.isEmpty()) {
        if (seen.getFirst() > now) {
          break;
        }
        seen.removeFirst();
      }
    }
  }

  /** A second way to expire is public. */
  static class RecentToo {
    private long late;
    private final ConcurrentLinkedDeque<Long> seen = new ConcurrentLinkedDeque<>();
    private final Rounds rounds = new Rounds();
    private final Runnable expire =
        new Runnable() {
          @Override
          public void run() {
            expire(System.nanoTime());
          }
        };

    void start() {
      rounds.every(expire, 1000);
    }

    void add(long at) {
      seen.add(at);
    }

    public void clear() {
      seen.clear();
    }

    void expire(long now) {
      if (!seen.isEmpty()) {
        late += now - seen.removeFirst(); // want UnguardedCheckThenAct "seen"
      }
    }
  }

  /** Looks for changes from time to time, through a helper around the library's scheduler. */
  static class Watched {
    private final Schedules schedules = new Schedules();
    private volatile String content;

    class Look implements Runnable {
      @Override
      public void run() {
        if (content == null) {
          content = String.valueOf(System.nanoTime());
        }
      }
    }

    void start() {
      schedules.withDelay(new Look(), 5);
    }

    String content() {
      return content;
    }
  }

  /** Wraps the library's scheduler. */
  static class Schedules {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

    void withDelay(Runnable task, long seconds) {
      executor.scheduleWithFixedDelay(task, 0, seconds, TimeUnit.SECONDS);
    }

    void once(Runnable task, long seconds) {
      executor.schedule(task, seconds, TimeUnit.SECONDS);
    }
  }

  /** The same task runs whenever somebody asks for it: two may overlap. */
  static class AskedFor {
    private final Schedules schedules = new Schedules();
    private final ArrayDeque<String> done = new ArrayDeque<>();
    private volatile String content;

    class Look implements Runnable {
      @Override
      public void run() {
        if (content == null) {
          content = String.valueOf(System.nanoTime()); // want UnguardedCheckThenAct "content"
        }
      }
    }

    void ask() {
      schedules.once(new Look(), 5);
    }

    String content() {
      return content + done;
    }
  }
}
