package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicBoolean;

/** Who waits until something is free and then takes it, without a step that does both. */
class WaitedTurns {

  /** A printer that one job uses at a time, or so its author thought. */
  static class Printer {
    private volatile boolean busy;
    private final AtomicBoolean jammed = new AtomicBoolean();

    void await() {
      while (busy) {
        Thread.onSpinWait();
      }
      busy = true; // want UnguardedCheckThenAct "`busy` may change between its test (line 14) and its write (line 17)"
    }

    void poll() throws InterruptedException {
      while (true) {
        if (!busy) {
          busy = true; // want UnguardedCheckThenAct "`busy` may change"
          return;
        }
        Thread.sleep(1);
      }
    }

    void jam() {
      for (; ; ) {
        if (!jammed.get()) {
          jammed.set(true); // want UnguardedCheckThenAct "`jammed` may change between get"
          return;
        }
        Thread.yield();
      }
    }

    void right() {
      while (!jammed.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
    }

    void done() {
      busy = false;
      jammed.set(false);
    }
  }

  /** Rooms by number; who finds a free one moves in. */
  static class Hotel {
    private final boolean[] taken = new boolean[20];
    private final boolean[] cleaned = new boolean[20];

    int checkIn() {
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i]) {
          taken[i] = true; // want UnguardedCheckThenAct "`taken[i]` may change"
          return i;
        }
      }
      return -1;
    }

    synchronized int reserve() {
      int i = 0;
      while (i < taken.length && taken[i]) {
        i++;
      }
      return i;
    }

    void clean() {
      for (int i = 0; i < cleaned.length; i++) {
        if (!cleaned[i]) {
          cleaned[i] = true;
        }
      }
    }

    public static void main(String[] args) {
      Hotel hotel = new Hotel();
      for (int i = 0; i < 3; i++) {
        new Thread(
                () -> {
                  hotel.checkIn();
                  hotel.clean();
                  hotel.reserve();
                })
            .start();
      }
    }
  }

  /** To end a loop twice is to end it once. */
  static class Service {
    private volatile boolean running = true;
    private volatile boolean stopped;

    void serve(long end) {
      while (running) {
        if (System.nanoTime() > end) {
          running = false;
          return;
        }
      }
    }

    void drain(long end) {
      for (; ; ) {
        if (stopped) {
          return;
        }
        if (System.nanoTime() > end) {
          stopped = true;
        }
      }
    }
  }

  /** One reader waits for each message; to forget it is not to claim it. */
  static class Mailbox {
    private volatile String message;

    void send(String text) {
      message = text;
    }

    void receive() {
      while (message == null) {
        Thread.onSpinWait();
      }
      message = null;
    }
  }
}
