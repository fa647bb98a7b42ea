package cases.lockorderinversion;

import java.util.concurrent.Executor;

/** Tasks that look as if they ran elsewhere, but run in the thread that holds the outer lock. */
public class DirectRuns {

  static class Direct {
    private final Object entries = new Object();
    private final Object audit = new Object();
    private final Executor executor = Runnable::run;
    private int posted;

    void post() {
      synchronized (entries) {
        executor.execute(
            () -> {
              synchronized (audit) { // want LockOrderInversion "audit"
                posted++;
              }
            });
      }
    }

    int export() {
      synchronized (audit) {
        synchronized (entries) {
          return posted;
        }
      }
    }
  }

  static class NotStarted {
    private final Object entries = new Object();
    private final Object audit = new Object();
    private int posted;

    void post() {
      synchronized (entries) {
        Thread thread =
            new Thread(
                () -> {
                  synchronized (audit) {
                    posted++;
                  }
                });
        thread.run(); // want LockOrderInversion "audit"
      }
    }

    int export() {
      synchronized (audit) {
        synchronized (entries) {
          return posted;
        }
      }
    }
  }

  static class Started {
    private final Object entries = new Object();
    private final Object audit = new Object();
    private int posted;

    void post() {
      synchronized (entries) {
        new Thread(
                () -> {
                  synchronized (audit) {
                    posted++;
                  }
                })
            .start();
      }
    }

    int export() {
      synchronized (audit) {
        synchronized (entries) {
          return posted;
        }
      }
    }
  }

  static class Given {
    private final Object entries = new Object();
    private final Object audit = new Object();
    private final Executor executor;
    private int posted;

    Given(Executor executor) {
      this.executor = executor;
    }

    void post() {
      synchronized (entries) {
        executor.execute(
            () -> {
              synchronized (audit) {
                posted++;
              }
            });
      }
    }

    int export() {
      synchronized (audit) {
        synchronized (entries) {
          return posted;
        }
      }
    }
  }
}
