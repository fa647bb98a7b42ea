package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks of one list, which a pool gets as a whole. */
public class ListedTasks {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private int asked;
  private int copied;
  private int named;
  private int listed;
  private int given;
  private int alone;
  private int apart;
  private int beside;

  void oneTaskTwice() throws InterruptedException {
    Callable<Integer> task = () -> ++asked; // want NonAtomicUpdate "asked"
    pool.invokeAll(List.of(task, task));
  }

  void oneTaskOften() throws InterruptedException {
    Callable<Integer> task = () -> ++copied; // want NonAtomicUpdate "copied"
    pool.invokeAll(Collections.nCopies(8, task));
  }

  void byName() throws InterruptedException {
    pool.invokeAll(Arrays.asList(this::name, this::name));
  }

  private Integer name() {
    return ++named; // want NonAtomicUpdate "named"
  }

  void twoTasks() throws InterruptedException {
    pool.invokeAll(
        List.of(
            () -> listed += 1, // want NonAtomicUpdate "listed"
            () -> listed += 2)); // want NonAtomicUpdate "listed"
  }

  void inRounds() throws InterruptedException {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(() -> ++given); // want NonAtomicUpdate "given"
    }
    pool.invokeAll(tasks);
  }

  /** Each changes something else. */
  void unlike() throws InterruptedException {
    pool.invokeAll(List.of(() -> ++apart, () -> ++beside));
  }

  void single() throws InterruptedException {
    Callable<Integer> task = () -> ++alone;
    pool.invokeAll(List.of(task));
  }

  /** Each has its own. */
  void own() throws InterruptedException {
    pool.invokeAll(List.of(new Tally(), new Tally()));
  }

  static class Tally implements Callable<Integer> {
    private int n;

    @Override
    public Integer call() {
      return ++n;
    }
  }

  void shared() throws InterruptedException {
    Shared tally = new Shared();
    pool.invokeAll(List.of(tally, tally));
  }

  static class Shared implements Callable<Integer> {
    private int n;

    @Override
    public Integer call() {
      return ++n; // want NonAtomicUpdate "n"
    }
  }
}
