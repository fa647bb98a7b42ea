package cases.nonatomicupdate;

import java.util.stream.IntStream;

/** Rows and ranges of arrays that tasks have for themselves, and those that they have in common. */
public class RowsOfTasks {
  private final double[][] product = new double[8][8];
  private final double[][] common = new double[8][8];
  private final int[] values = new int[100];
  private final int[] twice = new int[100];
  private final int[][] table = new int[8][8];
  private final int[] columns = new int[8];

  /** Each task has a row. */
  void rows(double[][] a, double[][] b) throws InterruptedException {
    Thread[] started = new Thread[8];
    for (int i = 0; i < 8; i++) {
      int row = i;
      started[i] =
          new Thread(
              () -> {
                for (int j = 0; j < 8; j++) {
                  for (int k = 0; k < 8; k++) {
                    product[row][j] += a[row][k] * b[k][j];
                  }
                }
              });
      started[i].start();
    }
    for (Thread each : started) {
      each.join();
    }
  }

  /** All have the same one. */
  void oneRow(int row) {
    for (int i = 0; i < 8; i++) {
      new Thread(
              () -> {
                for (int j = 0; j < 8; j++) {
                  common[row][j] += 1; // want NonAtomicUpdate "common"
                }
              })
          .start();
    }
  }

  /** Each task has a range. */
  void ranges() {
    for (int i = 0; i < 4; i++) {
      int from = i * 25;
      int to = from + 25;
      new Thread(
              () -> {
                for (int j = from; j < to; j++) {
                  values[j] *= 2;
                }
              })
          .start();
    }
  }

  void wholeTwice() {
    for (int i = 0; i < 2; i++) {
      new Thread(
              () -> {
                for (int j = 0; j < 100; j++) {
                  twice[j] *= 2; // want NonAtomicUpdate "twice"
                }
              })
          .start();
    }
  }

  void numbers(int[][] from) {
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < 8; j++) {
                table[i][j] += from[j][i];
                columns[j] += from[i][j]; // want NonAtomicUpdate "columns"
              }
            });
  }

  /** A cell for each thread. */
  static class Cell extends Thread {
    private static final int[][] C = new int[3][3];
    private static final int[] ALL = new int[3];
    private final int row;
    private final int column;

    Cell(int row, int column) {
      this.row = row;
      this.column = column;
    }

    @Override
    public void run() {
      for (int k = 0; k < 3; k++) {
        C[row][column] += k;
        ALL[k] += 1; // want NonAtomicUpdate "ALL"
      }
    }

    static void all() {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          new Cell(i, j).start();
        }
      }
    }
  }

  /** A range for each thread. */
  static class Part extends Thread {
    private static int[] all = new int[100];
    private final int from;
    private final int to;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public void run() {
      for (int i = from; i < to; i++) {
        all[i] += i;
      }
    }

    static void go() {
      for (int i = 0; i < 4; i++) {
        new Part(25 * i, 25 * i + 25).start();
      }
    }
  }
}
