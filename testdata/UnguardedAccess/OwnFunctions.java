package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.lockkeeper.annotations.GuardedBy;

/** Functions that are kept for a moment and run before the lock is gone, or not. */
public class OwnFunctions {
  @GuardedBy("this")
  private int level;

  @GuardedBy("this")
  private final List<String> names = new ArrayList<>();

  private List<Runnable> kept = List.of();

  public synchronized void listed() {
    for (Runnable each : List.of((Runnable) () -> level++, () -> level--)) {
      each.run();
    }
  }

  public synchronized void inLocal() {
    List<Runnable> steps = Arrays.asList(() -> level++, () -> level--);
    steps.forEach(Runnable::run);
  }

  public synchronized void inArray() {
    Runnable[] steps = {() -> level++, () -> level--};
    for (Runnable each : steps) {
      each.run();
    }
  }

  public synchronized void named(String which) {
    Map<String, Runnable> steps = Map.of("up", () -> level++, "down", () -> level--);
    steps.get(which).run();
  }

  public synchronized int largest() {
    int most = 0;
    for (IntSupplier each : List.<IntSupplier>of(() -> level, names::size)) {
      most = Math.max(most, each.getAsInt());
    }
    return most;
  }

  public synchronized void perhaps() {
    Optional.of((Runnable) () -> level++).get().run();
  }

  public synchronized void byHelper() {
    all(() -> level++, () -> level--);
    each(List.of(() -> level++, this::grow));
  }

  private static void all(Runnable... steps) {
    for (Runnable step : steps) {
      step.run();
    }
  }

  private void each(List<Runnable> steps) {
    for (Runnable step : steps) {
      step.run();
    }
  }

  private void grow() {
    level++;
  }

  public void madeBefore() {
    List<Runnable> steps = List.of(() -> level++, () -> level--);
    synchronized (this) {
      steps.forEach(Runnable::run);
    }
  }

  public void onlyCounted() {
    List<Runnable> steps = List.of(() -> level++); // want UnguardedAccess "level"
    synchronized (this) {
      System.out.println(steps.size());
    }
    steps.forEach(Runnable::run);
  }

  public synchronized List<Runnable> given() {
    return List.of(() -> level++); // want UnguardedAccess "level"
  }

  public synchronized void stored() {
    kept = List.of(() -> level--); // want UnguardedAccess "level"
  }

  public synchronized Runnable[] givenArray() {
    return new Runnable[] {() -> level++}; // want UnguardedAccess "level"
  }

  public void withoutLock() {
    for (Runnable each : List.of((Runnable) () -> level++)) { // want UnguardedAccess "level"
      each.run();
    }
  }

  public void afterLock() {
    List<Runnable> steps;
    synchronized (this) {
      steps = List.of(() -> level++); // want UnguardedAccess "level"
    }
    steps.forEach(Runnable::run);
  }

  public synchronized void elsewhere(Executor executor) {
    for (Runnable each : List.of((Runnable) () -> level++)) { // want UnguardedAccess "level"
      executor.execute(each);
    }
  }

  public synchronized void byHelperElsewhere(Executor executor) {
    submit(executor, () -> level++); // want UnguardedAccess "level"
  }

  private void submit(Executor executor, Runnable... steps) {
    for (Runnable step : steps) {
      executor.execute(step);
    }
  }

  public synchronized void runKept() {
    kept.forEach(Runnable::run);
  }
}
