package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Who won a compare-and-set of an object's field has that field to itself until it sets it. */
public class UpdatedStates {

  interface Channel {
    void suspendReads();

    void resumeReads();
  }

  static class ReadListener {
    private static final int IDLE = 0;
    private static final int RUNNING = 1;
    private static final int CHANGING = 2;

    private static final AtomicIntegerFieldUpdater<ReadListener> STATE =
        AtomicIntegerFieldUpdater.newUpdater(ReadListener.class, "state");

    private volatile int state = IDLE;

    void readable(Channel channel) {
      while (STATE.get(this) != IDLE) {
        if (STATE.compareAndSet(this, RUNNING, CHANGING)) {
          try {
            channel.suspendReads();
          } finally {
            STATE.set(this, RUNNING);
          }
          return;
        }
      }
    }

    /** Nobody asks whether another one is changing it. */
    void done(Channel channel) {
      if (STATE.get(this) == RUNNING) {
        STATE.set(this, IDLE); // want UnguardedCheckThenAct "STATE"
        channel.resumeReads();
      }
    }

    /** Who won another object's field has not won this one's. */
    void follow(ReadListener leader, Channel channel) {
      if (STATE.get(this) == IDLE && STATE.compareAndSet(leader, RUNNING, CHANGING)) {
        STATE.set(this, RUNNING); // want UnguardedCheckThenAct "STATE"
        channel.resumeReads();
      }
    }
  }
}
