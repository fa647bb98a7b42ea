package cases.unguardedcheckthenact;

import java.util.List;

/** The largest so far: each round compares with what another thread may have replaced. */
class LargestInLoops {
  private volatile int largest;
  private volatile boolean more = true;

  void each(int[] all) {
    for (int each : all) {
      if (each > largest) {
        largest = each; // want UnguardedCheckThenAct "largest"
      }
    }
  }

  void listed(List<Integer> all) {
    for (Integer each : all) {
      if (largest < each) {
        largest = each; // want UnguardedCheckThenAct "largest"
      }
    }
  }

  void once(int[] all) {
    int best = 0;
    for (int each : all) {
      if (each > best) {
        best = each;
      }
    }
    synchronized (this) {
      System.out.println(best);
    }
  }

  /** The loop is over when there is no more, whoever finds out. */
  void drive(List<Integer> all) {
    while (more) {
      more = all.remove(0) > 0;
    }
  }

  static class Task extends Thread {
    private static int most;
    private final int[] data;

    Task(int[] data) {
      this.data = data;
    }

    @Override
    public void run() {
      for (int each : data) {
        if (each > most) {
          most = each; // want UnguardedCheckThenAct "most"
        }
      }
    }

    static int most(int[] one, int[] two) throws InterruptedException {
      Task first = new Task(one);
      Task second = new Task(two);
      first.start();
      second.start();
      first.join();
      second.join();
      return most;
    }
  }
}
