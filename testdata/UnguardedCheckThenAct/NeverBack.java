package cases.unguardedcheckthenact;

import java.util.concurrent.Future;

/** A flag that is set again where it was found set. */
public class NeverBack {
  private volatile boolean cancelled;
  private volatile boolean paused;
  private volatile Future<?> timer;

  void start(Future<?> started) {
    timer = started;
    if (cancelled) {
      cancel();
    }
  }

  /** Nobody ever takes it back. */
  void cancel() {
    cancelled = true;
    if (timer != null) {
      timer.cancel(false);
    }
  }

  void resume() {
    paused = false;
  }

  /** What {@code resume} did meanwhile is undone. */
  void keepPaused() {
    if (paused) {
      pause(); // want UnguardedCheckThenAct "paused"
    }
  }

  private void pause() {
    paused = true;
    timer.cancel(false);
  }
}
