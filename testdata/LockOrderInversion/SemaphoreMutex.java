package cases.lockorderinversion;

import java.util.concurrent.Semaphore;

/** A semaphore with one permit is a lock; one with many is not. */
public class SemaphoreMutex {
  private final Semaphore device = new Semaphore(1);
  private final Object settings = new Object();
  private int gain;
  private int frames;

  public void capture() throws InterruptedException {
    device.acquire();
    try {
      frames++;
      synchronized (settings) { // want LockOrderInversion "settings"
        gain = Math.max(gain, frames % 7);
      }
    } finally {
      device.release();
    }
  }

  public void tune(int to) {
    synchronized (settings) {
      gain = to;
      device.acquireUninterruptibly();
      try {
        frames = 0;
      } finally {
        device.release();
      }
    }
  }

  static class Throttle {
    private final Semaphore connections = new Semaphore(32);
    private final Object stats = new Object();
    private int served;

    void serve() throws InterruptedException {
      connections.acquire();
      try {
        synchronized (stats) {
          served++;
        }
      } finally {
        connections.release();
      }
    }

    int probe() throws InterruptedException {
      synchronized (stats) {
        connections.acquire();
        try {
          return served;
        } finally {
          connections.release();
        }
      }
    }
  }
}
