package cases.nonatomicupdate;

import java.util.Arrays;
import java.util.Random;

/** Which element it is, the callers tell: one of their own, or any. */
public class SharedAccounts {
  private final double[] accounts = new double[100];
  private final int[] own = new int[100];
  private final int[][] grid = new int[10][10];

  SharedAccounts() {
    Arrays.fill(accounts, 1000);
  }

  void transfer(int from, int to, double amount) {
    accounts[from] -= amount; // want NonAtomicUpdate "accounts[from]"
    accounts[to] += amount; // want NonAtomicUpdate "accounts[to]"
  }

  void count(int who) {
    own[who]++;
  }

  void visit(int x, int y) {
    grid[x][y]++; // want NonAtomicUpdate "grid"
  }

  int size() {
    return accounts.length;
  }

  public static void main(String[] args) {
    SharedAccounts bank = new SharedAccounts();
    for (int i = 0; i < bank.size(); i++) {
      int from = i;
      Runnable customer =
          () -> {
            Random random = new Random();
            while (!Thread.currentThread().isInterrupted()) {
              int to = (int) (bank.size() * Math.random());
              bank.transfer(from, to, 1000 * Math.random());
              bank.count(from);
              bank.visit(random.nextInt(10), random.nextInt(10));
            }
          };
      new Thread(customer).start();
    }
  }
}
