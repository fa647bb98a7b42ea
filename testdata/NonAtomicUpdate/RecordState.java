package cases.nonatomicupdate;

import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Records, enums and interfaces hold shared state too. */
public final class RecordState {

  record Gauge(String name, AtomicInteger value, int[] window) {
    void up() {
      value.set(value.get() + 1); // want NonAtomicUpdate "value"
    }

    void upRight() {
      value.getAndIncrement();
    }
  }

  record Ballot(ConcurrentMap<String, Integer> votes) {
    void vote(String who) {
      votes().put(who, votes().getOrDefault(who, 0) + 1); // want NonAtomicUpdate "votes"
    }
  }

  enum Ticker {
    MAIN;

    private int ticks;

    void tick() {
      ticks++; // want NonAtomicUpdate "ticks"
    }

    synchronized int ticks() {
      return ticks;
    }
  }

  private RecordState() {}
}
