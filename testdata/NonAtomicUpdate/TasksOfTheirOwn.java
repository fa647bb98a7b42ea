package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Tasks that are started in a loop: each round another one, or the same again. */
public class TasksOfTheirOwn {
  private final int[] slots = new int[4];
  private final Map<Thread, Integer> byThread = new ConcurrentHashMap<>();

  static class Part implements Runnable {
    private int done;
    private final long[] sums;
    private final int id;

    Part(int id, long[] sums) {
      this.id = id;
      this.sums = sums;
    }

    @Override
    public void run() {
      done++;
      sums[id] += done;
    }
  }

  static class Again implements Runnable {
    private int done;

    @Override
    public void run() {
      done++; // want NonAtomicUpdate "done"
    }
  }

  static class Summer extends Thread {
    private final long[] sums;
    private final int id;

    Summer(int id, long[] sums) {
      this.id = id;
      this.sums = sums;
    }

    @Override
    public void run() {
      for (int i = 0; i < 1000; i++) {
        sums[id] += i;
      }
    }
  }

  void inAnArray(ExecutorService pool) {
    Part[] parts = new Part[4];
    long[] sums = new long[4];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part(i, sums);
      pool.execute(parts[i]);
    }
  }

  void inAList(ExecutorService pool) {
    List<Part> parts = new ArrayList<>();
    long[] sums = new long[4];
    for (int i = 0; i < 4; i++) {
      parts.add(new Part(i, sums));
    }
    for (Part part : parts) {
      pool.execute(part);
    }
  }

  void threads() throws InterruptedException {
    Summer[] threads = new Summer[4];
    long[] sums = new long[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Summer(i, sums);
    }
    for (int i = 0; i < threads.length; i++) {
      threads[i].start();
    }
    for (Summer each : threads) {
      each.join();
    }
  }

  void again(ExecutorService pool) {
    Again one = new Again();
    for (int i = 0; i < 4; i++) {
      pool.execute(one);
    }
  }

  int oneAfterAnother() throws InterruptedException {
    int[] count = {0};
    for (int i = 0; i < 4; i++) {
      Thread each = new Thread(() -> count[0]++);
      each.start();
      each.join();
    }
    return count[0];
  }

  int together() throws InterruptedException {
    int[] count = {0};
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread each = new Thread(() -> count[0]++); // want NonAtomicUpdate "is not atomic"
      each.start();
      all.add(each);
    }
    for (Thread each : all) {
      each.join();
    }
    return count[0];
  }

  void hit() {
    Thread me = Thread.currentThread();
    byThread.put(me, byThread.getOrDefault(me, 0) + 1);
  }

  void ownNumbers() {
    for (int i = 0; i < slots.length; i++) {
      int own = i;
      new Thread(() -> count(own)).start();
    }
  }

  private void count(int slot) {
    slots[slot]++;
  }

  /** Numbers inside of numbers, all of them made anew in each round. */
  static class Batch {
    private final Part part = new Part(0, new long[1]);
    private int size;

    void add(int n) {
      size += n;
      part.done++;
    }
  }

  static class BatchJob implements Runnable {
    private final Batch batch;

    BatchJob(Batch batch) {
      this.batch = batch;
    }

    @Override
    public void run() {
      batch.add(1);
      batch.part.run();
    }
  }

  private static Batch read(int n) {
    Batch batch = new Batch();
    batch.add(n);
    return batch;
  }

  void batches(ExecutorService pool) {
    for (int i = 0; i < 10; i++) {
      Batch batch = read(i);
      pool.execute(new BatchJob(batch));
    }
  }
}
