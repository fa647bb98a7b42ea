package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lockkeeper.annotations.GuardedBy;

/** A lambda that runs now keeps the lock; one that runs later has lost it. */
public class Reports {
  private final Executor executor;

  @GuardedBy("this")
  private final List<String> lines = new ArrayList<>();

  @GuardedBy("this")
  private final Map<String, Integer> totals = new HashMap<>();

  @GuardedBy("this")
  private int printed;

  public Reports(Executor executor) {
    this.executor = executor;
    executor.execute(() -> printed = 0); // want UnguardedAccess "printed"
  }

  public synchronized void later() {
    executor.execute(
        () -> {
          printed++; // want UnguardedAccess "printed"
        });
  }

  public synchronized void thread() {
    new Thread(() -> lines.clear()).start(); // want UnguardedAccess "lines"
  }

  public synchronized void anonymous() {
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            lines.add("printed"); // want UnguardedAccess "lines"
          }
        });
  }

  public synchronized void reference() {
    executor.execute(this::bump);
  }

  private void bump() {
    printed++; // want UnguardedAccess "printed"
  }

  public synchronized Supplier<Integer> stored() {
    return () -> printed; // want UnguardedAccess "printed"
  }

  public void laterRight() {
    executor.execute(
        () -> {
          synchronized (this) {
            printed++;
          }
        });
  }

  public synchronized int now(List<String> more) {
    more.forEach(line -> lines.add(line));
    more.forEach(lines::add);
    lines.removeIf(line -> line.isEmpty() && printed > 0);
    totals.computeIfAbsent("lines", key -> lines.size());
    totals.merge("prints", 1, (a, b) -> a + b + printed);
    return more.stream().map(String::length).filter(n -> n > printed).mapToInt(n -> n).sum();
  }

  public synchronized String direct() {
    Supplier<String> text = () -> printed + " printed";
    return text.get();
  }
}
