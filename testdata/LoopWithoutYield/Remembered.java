package cases.loopwithoutyield;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.annotations.Cooperative;

/** Two calls for one: twice the work at every level, unless it is remembered or only one is made. */
@Cooperative
public class Remembered {
  private final Map<Integer, Long> known = new HashMap<>();
  private final long[] table = new long[100];
  private int moves;

  long fibonacci(int n) {
    if (n < 2) {
      return n;
    }
    return fibonacci(n - 1) + fibonacci(n - 2); // want LoopWithoutYield "fibonacci"
  }

  /** Computes each of them once. */
  long inMap(int n) {
    if (n < 2) {
      return n;
    }
    Long before = known.get(n);
    if (before != null) {
      return before;
    }
    long value = inMap(n - 1) + inMap(n - 2);
    known.put(n, value);
    return value;
  }

  long inArray(int n) {
    if (n < 2) {
      return n;
    }
    if (table[n] == 0) {
      table[n] = inArray(n - 1) + inArray(n - 2);
    }
    return table[n];
  }

  long whereMissing(int n) {
    if (n < 2) {
      return n;
    }
    if (!known.containsKey(n)) {
      known.put(n, whereMissing(n - 1) + whereMissing(n - 2));
    }
    return known.get(n);
  }

  /** Writes down what it never looks up. */
  long inVain(int n) {
    if (n < 2) {
      return n;
    }
    long value = inVain(n - 1) + inVain(n - 2); // want LoopWithoutYield "inVain"
    known.put(n, value);
    return value;
  }

  /** Paths through a grid. */
  long paths(int right, int down) {
    return right == 0 || down == 0 ? 1 : paths(right - 1, down) + paths(right, down - 1); // want LoopWithoutYield "paths"
  }

  void hanoi(int discs, int from, int to, int over) {
    if (discs > 0) {
      hanoi(discs - 1, from, over, to); // want LoopWithoutYield "hanoi"
      moves++;
      hanoi(discs - 1, over, to, from);
    }
  }

  /** One of the two. */
  int steps(int n, boolean even) {
    if (n < 1) {
      return 0;
    }
    if (even) {
      return 1 + steps(n - 1, false);
    }
    return 2 + steps(n - 2, true);
  }

  int gcd(int a, int b) {
    return a == b ? a : a > b ? gcd(a - b, b) : gcd(a, b - a);
  }

  /** With and without the next one. */
  int subsets(int[] all, int next, int sum) {
    if (next == all.length) {
      return sum == 0 ? 1 : 0;
    }
    return subsets(all, next + 1, sum) + subsets(all, next + 1, sum - all[next]); // want LoopWithoutYield "subsets"
  }

  /** Every column of every row below. */
  int queens(int row, int size) {
    if (row == size) {
      return 1;
    }
    int all = 0;
    for (int column = 0; column < size; column++) {
      all += queens(row + 1, size); // want LoopWithoutYield "queens"
    }
    return all;
  }

  /** To the end, once. */
  int length(List<String> all, int from) {
    return from == all.size() ? 0 : all.get(from).length() + length(all, from + 1);
  }

  /** Halves: each element once. */
  int largest(int[] all, int from, int to) {
    if (to - from < 2) {
      return all[from];
    }
    int middle = (from + to) / 2;
    return Math.max(largest(all, from, middle), largest(all, middle, to));
  }

  /** Pieces that do not overlap. */
  void quickSort(int[] all, int from, int to) {
    if (from < to) {
      int at = partition(all, from, to);
      quickSort(all, from, at - 1);
      quickSort(all, at + 1, to);
    }
  }

  private static int partition(int[] all, int from, int to) {
    int at = from;
    for (int i = from; i < to; i++) {
      if (all[i] < all[to]) {
        int t = all[i];
        all[i] = all[at];
        all[at] = t;
        at++;
      }
    }
    int t = all[to];
    all[to] = all[at];
    all[at] = t;
    return at;
  }

  /** A heap is a tree: every node once. */
  int heap(int[] all, int node) {
    if (node >= all.length) {
      return 0;
    }
    return all[node] + heap(all, 2 * node + 1) + heap(all, 2 * node + 2);
  }
}
