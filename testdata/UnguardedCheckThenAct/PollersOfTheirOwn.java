import java.util.concurrent.ExecutorService;

/** Tasks that are objects made for one thread each. */
class PollersOfTheirOwn {
  private final ExecutorService pool;
  private volatile Poller poller;
  private volatile boolean pauseWanted;

  PollersOfTheirOwn(ExecutorService pool) {
    this.pool = pool;
  }

  synchronized void start() {
    poller = new Poller();
    pool.execute(poller);
  }

  boolean isPaused() {
    return poller != null && poller.isPaused();
  }

  void pause(boolean wanted) {
    pauseWanted = wanted;
  }

  private final class Poller implements Runnable {
    private volatile boolean paused;

    @Override
    public void run() {
      while (!Thread.currentThread().isInterrupted()) {
        poll();
      }
    }

    boolean isPaused() {
      return paused;
    }

    protected void poll() {
      if (!paused && pauseWanted) {
        System.out.println("paused");
        paused = true;
      }
      if (paused && !pauseWanted) {
        System.out.println("resumed");
        paused = false;
      }
    }
  }

  void startSome(int threads) {
    for (int i = 0; i < threads; i++) {
      new Thread(new Warmer()).start();
    }
    Shared both = new Shared();
    pool.execute(both);
    pool.execute(both);
  }

  /** Each thread has its own. */
  private final class Warmer implements Runnable {
    private volatile boolean paused;

    @Override
    public void run() {
      poll();
    }

    protected void poll() {
      if (!paused && pauseWanted) {
        System.out.println("paused");
        paused = true;
      }
      if (paused && !pauseWanted) {
        System.out.println("resumed");
        paused = false;
      }
    }
  }

  /** Two threads have the same. */
  private final class Shared implements Runnable {
    private volatile boolean paused;

    @Override
    public void run() {
      if (!paused && pauseWanted) {
        System.out.println("paused");
        paused = true; // want UnguardedCheckThenAct "`paused` may change"
      }
      if (paused && !pauseWanted) {
        System.out.println("resumed");
        paused = false; // want UnguardedCheckThenAct "`paused` may change"
      }
    }
  }
}
