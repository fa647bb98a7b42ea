package cases.uncheckedcheckthenact;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

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
