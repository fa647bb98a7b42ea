package cases.nonatomicupdate;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Futures of what flows: who waits for them does not move their state. */
public class FlowFutures {

  /** It is told of elements one after the other, and its rounds follow each other. */
  abstract static class Sent implements Flow.Subscriber<String>, Future<Void>, Runnable {
    private final AtomicInteger rounds = new AtomicInteger();
    private final Executor loop;
    private int requested;
    private int pending;

    Sent(Executor loop) {
      this.loop = loop;
    }

    @Override
    public void onNext(String element) {
      if (rounds.getAndIncrement() == 0) {
        loop.execute(this);
      }
    }

    boolean trySuccess() {
      requested--;
      pending--;
      return requested == 0;
    }

    @Override
    public Void get(long timeout, TimeUnit unit) {
      if (pending > 0) {
        throw new CancellationException();
      }
      return null;
    }
  }

  /** Nobody tells this executor anything one after the other. */
  abstract static class Counting implements Executor, Runnable {
    private final AtomicInteger rounds = new AtomicInteger();
    private int executed;

    @Override
    public void execute(Runnable task) {
      executed++; // want NonAtomicUpdate "executed"
      rounds.incrementAndGet();
    }
  }
}
