package cases.lockorderinversion;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.JButton;
import javax.swing.SwingUtilities;

/** Both orders run on one and the same thread, which cannot wait for itself. */
public class SameThread {

  static class Worker {
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Object plan = new Object();
    private final Object log = new Object();
    private int planned;
    private int logged;

    void plan() {
      worker.execute(
          () -> {
            synchronized (plan) {
              planned++;
              synchronized (log) {
                logged++;
              }
            }
          });
    }

    void rotate() {
      worker.execute(this::doRotate);
    }

    private void doRotate() {
      synchronized (log) {
        logged = 0;
        synchronized (plan) {
          planned = 0;
        }
      }
    }
  }

  static class Window {
    private final Object model = new Object();
    private final Object view = new Object();
    private int shown;

    void install(JButton button) {
      button.addActionListener(
          event -> {
            synchronized (model) {
              synchronized (view) {
                shown++;
              }
            }
          });
    }

    void refresh() {
      SwingUtilities.invokeLater(
          () -> {
            synchronized (view) {
              synchronized (model) {
                shown = 0;
              }
            }
          });
    }
  }

  /** A pool of several threads is another matter. */
  static class Pool {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Object plan = new Object();
    private final Object log = new Object();
    private int planned;

    void plan() {
      pool.execute(
          () -> {
            synchronized (plan) {
              synchronized (log) { // want LockOrderInversion "log"
                planned++;
              }
            }
          });
    }

    void rotate() {
      pool.execute(
          () -> {
            synchronized (log) {
              synchronized (plan) {
                planned = 0;
              }
            }
          });
    }
  }

  /** Two single threads are two threads. */
  static class TwoWorkers {
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final Object plan = new Object();
    private final Object log = new Object();
    private int planned;

    void plan() {
      reader.execute(
          () -> {
            synchronized (plan) {
              synchronized (log) { // want LockOrderInversion "log"
                planned++;
              }
            }
          });
    }

    void rotate() {
      writer.execute(
          () -> {
            synchronized (log) {
              synchronized (plan) {
                planned = 0;
              }
            }
          });
    }
  }
}
