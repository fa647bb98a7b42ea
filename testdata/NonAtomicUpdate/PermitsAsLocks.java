package cases.nonatomicupdate;

import java.util.concurrent.Semaphore;

/** A semaphore with one permit is a lock, one with more is not; also those that a program makes. */
public class PermitsAsLocks {
  static final class Turn {
    private int permits = 1;

    synchronized void acquire() throws InterruptedException {
      while (permits == 0) {
        wait();
      }
      permits--;
    }

    synchronized boolean tryAcquire() {
      if (permits == 0) {
        return false;
      }
      permits--;
      return true;
    }

    synchronized void release() {
      permits++;
      notify();
    }
  }

  static final class Pair {
    private int free = 2;

    synchronized void acquire() throws InterruptedException {
      while (free <= 0) {
        wait();
      }
      free = free - 1;
    }

    synchronized void release() {
      free = free + 1;
      notifyAll();
    }
  }

  static final class Permits {
    private int left;

    Permits(int left) {
      this.left = left;
    }

    synchronized void down() throws InterruptedException {
      while (left < 1) {
        wait();
      }
      left -= 1;
    }

    synchronized void up() {
      left += 1;
      notify();
    }
  }

  /** Somebody may add permits. */
  static final class Growing {
    private int permits = 1;

    synchronized void acquire() throws InterruptedException {
      while (permits == 0) {
        wait();
      }
      permits--;
    }

    synchronized void release() {
      permits++;
      notify();
    }

    synchronized void grow(int to) {
      permits = to;
      notifyAll();
    }
  }

  private final Turn turn = new Turn();
  private final Pair pair = new Pair();
  private final Permits one = new Permits(1);
  private final Permits three = new Permits(3);
  private final Growing growing = new Growing();
  private final Semaphore single = new Semaphore(1);
  private final Semaphore several = new Semaphore(4);

  private volatile int taken;
  private volatile int paired;
  private volatile int guarded;
  private volatile int shared;
  private volatile int grown;
  private volatile int singled;
  private volatile int many;

  public void take() throws InterruptedException {
    turn.acquire();
    try {
      taken = taken * 2 + 1;
    } finally {
      turn.release();
    }
  }

  public void takeIfFree() {
    if (turn.tryAcquire()) {
      try {
        taken = taken * 2 + 1;
      } finally {
        turn.release();
      }
    }
  }

  public void takeAnyway() {
    boolean got = turn.tryAcquire();
    taken = taken * 2 + 1; // want NonAtomicUpdate "taken"
    if (got) {
      turn.release();
    }
  }

  public void pair() throws InterruptedException {
    pair.acquire();
    try {
      paired = paired * 2 + 1; // want NonAtomicUpdate "paired"
    } finally {
      pair.release();
    }
  }

  public void guard() throws InterruptedException {
    one.down();
    try {
      guarded = guarded * 2 + 1;
    } finally {
      one.up();
    }
  }

  public void share() throws InterruptedException {
    three.down();
    try {
      shared = shared * 2 + 1; // want NonAtomicUpdate "shared"
    } finally {
      three.up();
    }
  }

  public void grow() throws InterruptedException {
    growing.acquire();
    try {
      grown = grown * 2 + 1; // want NonAtomicUpdate "grown"
    } finally {
      growing.release();
    }
  }

  public void single() throws InterruptedException {
    single.acquire();
    try {
      singled = singled * 2 + 1;
    } finally {
      single.release();
    }
  }

  public void many() throws InterruptedException {
    several.acquire();
    try {
      many = many * 2 + 1; // want NonAtomicUpdate "many"
    } finally {
      several.release();
    }
  }

  public void afterRelease() throws InterruptedException {
    turn.acquire();
    int seen = taken;
    turn.release();
    taken = seen * 2; // want NonAtomicUpdate "taken"
  }
}
