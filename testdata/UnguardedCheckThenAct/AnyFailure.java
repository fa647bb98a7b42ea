package cases.unguardedcheckthenact;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Steps that fail at once: whichever failure is kept will do, unless the first is asked for. */
public class AnyFailure {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private volatile Throwable failure;

  AtomicReference<Exception> run(List<Runnable> steps) {
    AtomicReference<Exception> failed = new AtomicReference<>();
    for (Runnable step : steps) {
      pool.execute(
          () -> {
            try {
              if (failed.get() == null) {
                step.run();
              }
            } catch (RuntimeException e) {
              failed.set(e);
            }
          });
    }
    return failed;
  }

  void step(Runnable step) {
    if (failure == null) {
      try {
        step.run();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
  }

  /** The first is meant to stay. */
  void keepFirst(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (failure == null) {
        failure = e; // want UnguardedCheckThenAct "failure"
      }
    }
  }

  /** Whoever finds none makes one, and everybody throws it. */
  void fail() throws Throwable {
    if (failure == null) {
      failure = new IllegalStateException(); // want UnguardedCheckThenAct "failure"
    }
    throw failure;
  }
}
