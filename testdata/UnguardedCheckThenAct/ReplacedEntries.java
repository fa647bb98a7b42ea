package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What was there is ended, and then replaced, whoever has put something else there meanwhile. */
public class ReplacedEntries {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final ConcurrentMap<String, Future<?>> timeouts = new ConcurrentHashMap<>();
  private final Map<String, AutoCloseable> guarded = new HashMap<>();
  private final AtomicReference<Future<?>> heartbeat = new AtomicReference<>();

  void restart(String session, Runnable expire) {
    Future<?> old = timeouts.get(session);
    if (old != null) {
      old.cancel(false);
    }
    timeouts.put( // want UnguardedCheckThenAct "`timeouts` may change between get (line 21) and put"
        session, timer.schedule(expire, 30, TimeUnit.SECONDS));
  }

  void restartUnlessDone(String session, Future<?> fresh) {
    Future<?> old = timeouts.get(session);
    if (old != null && !old.isDone()) {
      old.cancel(false);
    }
    timeouts.put(session, fresh); // want UnguardedCheckThenAct "timeouts"
  }

  void beat(Future<?> next) {
    Future<?> old = heartbeat.get();
    if (old != null) {
      old.cancel(true);
    }
    heartbeat.set(next); // want UnguardedCheckThenAct "heartbeat"
  }

  void restartRight(String session, Runnable expire) {
    Future<?> old = timeouts.put(session, timer.schedule(expire, 30, TimeUnit.SECONDS));
    if (old != null) {
      old.cancel(false);
    }
  }

  void beatRight(Future<?> next) {
    Future<?> old = heartbeat.getAndSet(next);
    if (old != null) {
      old.cancel(true);
    }
  }

  /** Whatever came in between is ended as well. */
  void restartTwice(String session, Future<?> fresh) {
    Future<?> old = timeouts.get(session);
    if (old != null) {
      old.cancel(false);
    }
    Future<?> last = timeouts.put(session, fresh);
    if (last != null && last != old) {
      last.cancel(false);
    }
  }

  /** Nothing is done to what is there. */
  void tell(String session, Future<?> fresh) {
    Future<?> old = timeouts.get(session);
    if (old != null) {
      System.out.println("another timeout of " + session);
    }
    timeouts.put(session, fresh);
  }

  void move(String from, String to, Future<?> fresh) {
    Future<?> old = timeouts.get(from);
    if (old != null) {
      old.cancel(false);
    }
    timeouts.put(to, fresh);
  }

  synchronized void reopen(String name, AutoCloseable fresh) throws Exception {
    AutoCloseable old = guarded.get(name);
    if (old != null) {
      old.close();
    }
    guarded.put(name, fresh);
  }
}
