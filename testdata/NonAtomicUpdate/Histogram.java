package cases.nonatomicupdate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Array elements and fields updated by tasks. */
public class Histogram {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final long[] buckets = new long[32];
  private int tasks;

  public void record(List<Integer> values) {
    for (int v : values) {
      pool.execute(() -> buckets[v & 31]++); // want NonAtomicUpdate "buckets"
    }
  }

  public void count() {
    pool.submit(
        () -> {
          tasks += 1; // want NonAtomicUpdate "tasks"
        });
  }

  public void methodReference() {
    pool.execute(this::bump);
    pool.execute(this::bump);
  }

  private void bump() {
    tasks++; // want NonAtomicUpdate "tasks"
  }

  public int parallelSum(List<Integer> values) {
    int[] sum = new int[1];
    values.parallelStream().forEach(v -> sum[0] += v); // want NonAtomicUpdate "sum"
    return sum[0];
  }

  public int sequentialSum(List<Integer> values) {
    int[] sum = new int[1];
    values.forEach(v -> sum[0] += v);
    values.stream().forEach(v -> sum[0] += v);
    return sum[0];
  }

  /** A local that never leaves. */
  public static long[] count(int[] values) {
    long[] result = new long[8];
    for (int v : values) {
      result[v & 7]++;
    }
    Arrays.sort(result);
    return result;
  }
}
