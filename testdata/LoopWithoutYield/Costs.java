package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lockkeeper.annotations.Cooperative;

/** How long a loop is, by what bounds it. */
public class Costs {
  private static final String[] UNITS = {"B", "kB", "MB", "GB"};
  private static final int RETRIES = 5;
  private final int[][] board = new int[8][8];

  /** Every pair: quadratic. One finding, on the loop that matters. */
  @Cooperative
  int closePairs(List<double[]> points) {
    int count = 0;
    for (double[] p : points) { // want LoopWithoutYield "loop"
      for (double[] q : points) {
        if (Math.abs(p[0] - q[0]) < 1) {
          count++;
        }
      }
    }
    return count;
  }

  @Cooperative
  void bubbleSort(int[] values) {
    for (int i = 0; i < values.length; i++) { // want LoopWithoutYield "loop"
      for (int j = i + 1; j < values.length; j++) {
        if (values[j] < values[i]) {
          int old = values[i];
          values[i] = values[j];
          values[j] = old;
        }
      }
    }
  }

  /** Three loops inside each other are still one finding. */
  @Cooperative
  double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) { // want LoopWithoutYield "loop"
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  /** The inner loop stands in a helper. */
  @Cooperative
  int shared(List<String> left, List<String> right) {
    int count = 0;
    for (String name : left) { // want LoopWithoutYield "loop"
      count += occurrences(name, right);
    }
    return count;
  }

  private static int occurrences(String name, List<String> names) {
    int count = 0;
    for (String other : names) {
      if (other.equals(name)) {
        count++;
      }
    }
    return count;
  }

  /** The inner one is a method of forEach. */
  @Cooperative
  void cross(List<String> left, List<String> right, Collection<String> out) {
    left.forEach(l -> right.forEach(r -> out.add(l + r))); // want LoopWithoutYield "forEach"
  }

  /** The outer loop yields between its linear rounds. */
  @Cooperative
  int politePairs(List<double[]> points) {
    int count = 0;
    for (double[] p : points) {
      for (double[] q : points) {
        if (Math.abs(p[0] - q[0]) < 1) {
          count++;
        }
      }
      Thread.yield();
    }
    return count;
  }

  /** Once through a collection is linear: not long by default. */
  @Cooperative
  int total(List<Integer> amounts) {
    int sum = 0;
    for (int amount : amounts) {
      sum += amount;
    }
    return sum;
  }

  @Cooperative
  int count(Map<String, List<String>> groups, String wanted) {
    int count = 0;
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      if (group.getKey().equals(wanted)) {
        count += group.getValue().size();
      }
    }
    return count;
  }

  @Cooperative
  void expire(Collection<Long> deadlines, long now) {
    for (Iterator<Long> it = deadlines.iterator(); it.hasNext(); ) {
      if (it.next() < now) {
        it.remove();
      }
    }
  }

  @Cooperative
  int hash(byte[] bytes) {
    int h = 0;
    for (int i = 0; i < bytes.length; i++) {
      h = 31 * h + bytes[i];
    }
    return h;
  }

  @Cooperative
  List<String> upper(List<String> names) {
    List<String> result = new ArrayList<>();
    names.forEach(name -> result.add(name.toUpperCase()));
    names.stream().filter(name -> !name.isEmpty()).map(String::strip).forEach(result::add);
    return result;
  }

  /** Two linear loops one after the other are linear. */
  @Cooperative
  int minPlusMax(int[] values) {
    int min = Integer.MAX_VALUE;
    for (int value : values) {
      min = Math.min(min, value);
    }
    int max = Integer.MIN_VALUE;
    for (int value : values) {
      max = Math.max(max, value);
    }
    return min + max;
  }

  /** Small constants. */
  @Cooperative
  String describe(long bytes) {
    long rest = bytes;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(rest & 0xff).append('.');
      rest >>>= 8;
    }
    for (String unit : UNITS) {
      text.append(unit);
    }
    for (String unit : new String[] {"KiB", "MiB"}) {
      text.append(unit);
    }
    for (int i : List.of(1, 2, 3)) {
      text.append(i);
    }
    for (TimeUnit unit : TimeUnit.values()) {
      text.append(unit);
    }
    return text.toString();
  }

  /** Small constants, nested. */
  @Cooperative
  int pieces() {
    int count = 0;
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 8; column++) {
        count += board[row][column];
      }
    }
    return count;
  }

  /** A linear loop around a small constant one is linear. */
  @Cooperative
  int bits(int[] words) {
    int count = 0;
    for (int word : words) {
      for (int bit = 0; bit < 32; bit++) {
        count += (word >>> bit) & 1;
      }
    }
    return count;
  }

  @Cooperative
  boolean retry(java.util.function.BooleanSupplier attempt) {
    for (int i = 0; i < RETRIES; i++) {
      if (attempt.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }
}
