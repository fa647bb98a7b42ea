package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Others change the state, but nothing that they do makes the test's answer wrong. */
public class NoCompetitor {
  /** What is noted of slow consumers; who is told of one notes it. */
  static class Slow {
    protected final Map<String, Integer> slow = new ConcurrentHashMap<>();

    public void told(String consumer) {
      slow.put(consumer, 1);
    }

    public void aborted(String consumer) {
      slow.remove(consumer);
    }
  }

  /** Only its rounds add: others remove, and what it was told is for objects of other classes. */
  static class SlowByTime extends Slow {
    private final Timer timer = new Timer(true);

    SlowByTime() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              look("a", System.nanoTime());
            }
          },
          10,
          10);
    }

    @Override
    public void told(String consumer) {}

    private void look(String consumer, long time) {
      if (!slow.containsKey(consumer)) {
        slow.put(consumer, (int) time);
      }
    }
  }

  /** Tells of what it meets. */
  static class Meeting {
    private final Slow known;

    Meeting(Slow known) {
      this.known = known;
    }

    void met(String consumer) {
      known.told(consumer);
    }
  }

  /** Also those that it is told of. */
  static class SlowByBoth extends Slow {
    private final Timer timer = new Timer(true);

    SlowByBoth() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              look("a", System.nanoTime());
            }
          },
          10,
          10);
    }

    private void look(String consumer, long time) {
      if (!slow.containsKey(consumer)) {
        slow.put(consumer, (int) time); // want UnguardedCheckThenAct "slow"
      }
    }
  }

  /** What is there may be removed by others meanwhile. */
  static class Expiring extends Slow {
    private final Timer timer = new Timer(true);
    private int total;

    Expiring() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              look("a");
            }
          },
          10,
          10);
    }

    private void look(String consumer) {
      if (slow.containsKey(consumer)) {
        total += slow.get(consumer); // want UnguardedCheckThenAct "slow"
      }
    }
  }

  /** Only tests set the latch: the branch is dead. */
  static class Leader {
    volatile CountDownLatch beforeReset = null;

    void reset() throws InterruptedException {
      if (beforeReset != null) {
        beforeReset.await();
        beforeReset = null;
      }
    }
  }

  /** Somebody sets it. */
  static class LeaderWithHook {
    volatile CountDownLatch beforeReset = null;

    void hook(int count) {
      beforeReset = count > 0 ? new CountDownLatch(count) : null;
    }

    void reset() {
      if (beforeReset != null) {
        beforeReset.countDown();
        beforeReset = null; // want UnguardedCheckThenAct "beforeReset"
      }
    }
  }
}
