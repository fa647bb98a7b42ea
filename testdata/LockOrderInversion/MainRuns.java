package cases.lockorderinversion;

/** What {@code main} runs in threads, one after the other or side by side. */
public class MainRuns {

  static class Joined {
    private static final Object LEFT = new Object();
    private static final Object RIGHT = new Object();
    private static int steps;

    public static void main(String[] args) throws InterruptedException {
      back();
      Thread there = new Thread(Joined::there);
      there.start();
      there.join();
      Thread back = new Thread(() -> back());
      back.start();
      try {
        back.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      there();
    }

    private static void there() {
      synchronized (LEFT) {
        synchronized (RIGHT) {
          steps++;
        }
      }
    }

    private static void back() {
      synchronized (RIGHT) {
        synchronized (LEFT) {
          steps--;
        }
      }
    }
  }

  static class Together {
    private static final Object LEFT = new Object();
    private static final Object RIGHT = new Object();
    private static int steps;

    public static void main(String[] args) throws InterruptedException {
      Thread there =
          new Thread(
              () -> {
                synchronized (LEFT) {
                  synchronized (RIGHT) { // want LockOrderInversion "LEFT"
                    steps++;
                  }
                }
              });
      Thread back =
          new Thread(
              () -> {
                synchronized (RIGHT) {
                  synchronized (LEFT) {
                    steps--;
                  }
                }
              });
      there.start();
      back.start();
      there.join();
      back.join();
    }
  }

  /** The join gives up. */
  static class JoinedForAWhile {
    private static final Object LEFT = new Object();
    private static final Object RIGHT = new Object();
    private static int steps;

    public static void main(String[] args) throws InterruptedException {
      Thread there =
          new Thread(
              () -> {
                synchronized (LEFT) {
                  synchronized (RIGHT) { // want LockOrderInversion "LEFT"
                    steps++;
                  }
                }
              });
      there.start();
      there.join(100);
      synchronized (RIGHT) {
        synchronized (LEFT) {
          steps--;
        }
      }
    }
  }

  /** Others than {@code main} may call them, too. */
  static class Offered {
    private static final Object LEFT = new Object();
    private static final Object RIGHT = new Object();
    private static int steps;

    public static void main(String[] args) {
      there();
      back();
    }

    public static void there() {
      synchronized (LEFT) {
        synchronized (RIGHT) { // want LockOrderInversion "LEFT"
          steps++;
        }
      }
    }

    public static void back() {
      synchronized (RIGHT) {
        synchronized (LEFT) {
          steps--;
        }
      }
    }
  }

  /** Many threads of both kinds. */
  static class Crowd {
    private static final Object LEFT = new Object();
    private static final Object RIGHT = new Object();
    private static int steps;

    public static void main(String[] args) {
      for (int i = 0; i < 9; i++) {
        new Thread(Crowd::there).start();
        new Thread(Crowd::back).start();
      }
    }

    private static void there() {
      synchronized (LEFT) {
        synchronized (RIGHT) { // want LockOrderInversion "LEFT"
          steps++;
        }
      }
    }

    private static void back() {
      synchronized (RIGHT) {
        synchronized (LEFT) {
          steps--;
        }
      }
    }
  }
}
