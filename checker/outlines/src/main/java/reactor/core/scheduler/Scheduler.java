package reactor.core.scheduler;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;

/** Outline of Reactor 3's {@code Scheduler}. */
public interface Scheduler extends Disposable {
  Disposable schedule(Runnable runnable);

  default Disposable schedule(Runnable runnable, long n, TimeUnit timeUnit) {
    throw new UnsupportedOperationException();
  }

  default Disposable schedulePeriodically(Runnable runnable, long n, long n2, TimeUnit timeUnit) {
    throw new UnsupportedOperationException();
  }

  default void dispose() {
    throw new UnsupportedOperationException();
  }
}
