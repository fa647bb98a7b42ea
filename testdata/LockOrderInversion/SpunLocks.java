package cases.lockorderinversion;

import java.util.concurrent.atomic.AtomicBoolean;

/** Spinning for a lock waits for ever, too, when its holder waits for ours. */
class SpunLocks {
  private final AtomicBoolean input = new AtomicBoolean();
  private final AtomicBoolean output = new AtomicBoolean();
  private final AtomicBoolean started = new AtomicBoolean();

  void forward() {
    while (!input.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
    while (!output.compareAndSet(false, true)) { // want LockOrderInversion "input"
      Thread.onSpinWait();
    }
    output.set(false);
    input.set(false);
  }

  void backward() {
    while (!output.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
    while (!input.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
    input.set(false);
    output.set(false);
  }

  /** Who loses goes away. */
  void startThenRead() {
    if (started.compareAndSet(false, true)) {
      take(input);
    }
  }

  void readThenStart() {
    take(input);
    if (started.compareAndSet(false, true)) {
      input.set(false);
    }
  }

  /** One after the other. */
  void both() {
    take(output);
    output.set(false);
    take(input);
    input.set(false);
  }

  private static void take(AtomicBoolean lock) {
    while (!lock.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }
}
