package cases.nonatomicupdate;

/** Tasks that are made with a number each, and with the same one. */
class OwnNumbersOfTasks {

  static class Half implements Runnable {
    private final long[] sums;
    private final int me;

    Half(long[] sums, int me) {
      this.sums = sums;
      this.me = me;
    }

    @Override
    public void run() {
      sums[me] += me;
    }

    static long both() throws InterruptedException {
      long[] sums = new long[2];
      Thread left = new Thread(new Half(sums, 0));
      Thread right = new Thread(new Half(sums, 1));
      left.start();
      right.start();
      left.join();
      right.join();
      return sums[0] + sums[1];
    }
  }

  static class Twice implements Runnable {
    private final long[] sums;
    private final int slot;

    Twice(long[] sums, int slot) {
      this.sums = sums;
      this.slot = slot;
    }

    @Override
    public void run() {
      sums[slot] += 2; // want NonAtomicUpdate "sums"
    }

    static void start() {
      long[] sums = new long[2];
      new Thread(new Twice(sums, 1)).start();
      new Thread(new Twice(sums, 1)).start();
    }
  }
}
