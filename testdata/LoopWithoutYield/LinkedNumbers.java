package cases.loopwithoutyield;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.lockkeeper.annotations.Cooperative;

/** Arrays whose elements say which one is next are lists; what others count down is not. */
@Cooperative
public class LinkedNumbers {
  private final int[] parent = new int[100];
  private final int[] next = new int[100];
  private final boolean[] used = new boolean[100];

  int find(int x) {
    while (parent[x] != x) {
      parent[x] = parent[parent[x]];
      x = parent[x];
    }
    return x;
  }

  int length(int first) {
    int n = 0;
    for (int each = next[first]; each != -1; each = next[each]) {
      n++;
    }
    return n;
  }

  int root(int v) {
    while (parent[v] >= 0) {
      v = parent[v];
    }
    return v;
  }

  int free(Random random) {
    int i = 0;
    while (used[i]) { // want LoopWithoutYield "loop"
      i = random.nextInt(100);
    }
    return i;
  }

  void await(int i) {
    while (next[i] == 0) { // want LoopWithoutYield "loop"
      Math.sqrt(2);
    }
  }

  void spin(CountDownLatch latch) {
    while (latch.getCount() > 0) { // want LoopWithoutYield "getCount"
      Thread.onSpinWait();
    }
  }

  void spinPolitely(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.yield();
    }
  }
}
