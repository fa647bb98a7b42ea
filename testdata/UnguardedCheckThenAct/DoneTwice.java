package cases.uncheckedcheckthenact;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Flags around what may be done twice, and flags that one caller at a time sets. */
public class DoneTwice {

  /** Shutting down twice is shutting down once. */
  static class Worker {
    private final ExecutorService pool;
    private final Thread watchdog;
    private volatile boolean disposed;
    private volatile boolean released;
    private volatile boolean watching;
    private volatile Future<?> ticks;
    private final AtomicInteger users;

    Worker(ExecutorService pool, Thread watchdog, AtomicInteger users) {
      this.pool = pool;
      this.watchdog = watchdog;
      this.users = users;
    }

    void dispose() {
      if (!disposed) {
        disposed = true;
        pool.shutdownNow();
        watchdog.interrupt();
      }
    }

    /** What is cancelled may be gone by then. */
    void stopTicking() {
      if (ticks != null) {
        ticks.cancel(true);
        ticks = null; // want UnguardedCheckThenAct "ticks"
      }
    }

    void startTicking() {
      ticks = pool.submit(() -> System.out.println("tick"));
    }

    /** Starting twice throws. */
    void watch() {
      if (!watching) {
        watching = true; // want UnguardedCheckThenAct "watching"
        watchdog.start();
      }
    }

    /** One user fewer each time. */
    void release() {
      if (!released) {
        released = true; // want UnguardedCheckThenAct "released"
        users.decrementAndGet();
      }
    }
  }

  /** Cancelling is done by helpers, and what must be done once is claimed. */
  static class Merge extends AtomicInteger {
    private static final long serialVersionUID = 1;

    private final transient Flow.Subscription[] sources;
    private final transient Queue<String> queue;
    private final transient List<String> log;
    private volatile boolean cancelled;
    private volatile boolean closed;
    private volatile boolean ended;

    Merge(Flow.Subscription[] sources, Queue<String> queue, List<String> log) {
      this.sources = sources;
      this.queue = queue;
      this.log = log;
    }

    void cancel() {
      if (!cancelled) {
        cancelled = true;
        cancelAll();
        if (getAndIncrement() == 0) {
          queue.clear();
        }
      }
    }

    private void cancelAll() {
      for (Flow.Subscription each : sources) {
        each.cancel();
      }
    }

    /** The helper also tells somebody. */
    void close() {
      if (!closed) {
        closed = true; // want UnguardedCheckThenAct "closed"
        tellAll();
      }
    }

    private void tellAll() {
      cancelAll();
      log.add("closed");
    }

    /** Counted twice, and not claimed. */
    void end() {
      if (!ended) {
        ended = true; // want UnguardedCheckThenAct "ended"
        incrementAndGet();
      }
    }
  }

  /** Two ways to end, of which one comes from any thread. */
  static class Stop extends AtomicReference<Object> implements Flow.Subscriber<String> {
    private static final long serialVersionUID = 1;
    private static final Object STOPPED = new Object();

    private final transient Runnable end;
    private volatile boolean stopped;
    private volatile boolean paused;

    Stop(Runnable end) {
      this.end = end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
      if (!paused) {
        paused = true; // want UnguardedCheckThenAct "paused"
        end.run();
      }
    }

    public void resume() {
      paused = false;
    }

    @Override
    public void onError(Throwable failure) {
      if (get() != STOPPED) {
        lazySet(STOPPED);
        end.run();
      }
    }

    @Override
    public void onComplete() {
      if (!stopped) {
        stopped = true;
        end.run();
      }
    }

    public void stop() {
      stopped = true;
      getAndSet(STOPPED);
    }
  }

  /** Signals come one after the other; requests do not. */
  static class Last implements Flow.Subscriber<String> {
    private final Flow.Subscriber<String> next;
    private volatile boolean done;
    private volatile boolean requested;
    private volatile Flow.Subscription upstream;

    Last(Flow.Subscriber<String> next) {
      this.next = next;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      upstream = subscription;
      next.onSubscribe(subscription);
    }

    @Override
    public void onNext(String item) {
      if (!done) {
        next.onNext(item);
      }
    }

    @Override
    public void onError(Throwable failure) {
      if (!done) {
        finish();
        next.onError(failure);
      }
    }

    @Override
    public void onComplete() {
      if (done) {
        return;
      }
      done = true;
      next.onComplete();
    }

    private void finish() {
      done = true;
    }

    public void request() {
      if (!requested) {
        requested = true; // want UnguardedCheckThenAct "requested"
        upstream.request(Long.MAX_VALUE);
      }
    }
  }
}
