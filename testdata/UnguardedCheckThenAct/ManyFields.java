package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A step or two on each of many fields: as many mistakes, and not the states of one machine. */
class ManyFields {
  private final AtomicInteger ready = new AtomicInteger();
  private final AtomicInteger round = new AtomicInteger();
  private final AtomicLong late = new AtomicLong();
  private volatile int phase;
  private volatile boolean told;

  void prepare() {
    if (ready.get() == 0) {
      ready.set(1); // want UnguardedCheckThenAct "ready"
    }
  }

  void publish() {
    if (ready.get() == 1) {
      ready.set(2); // want UnguardedCheckThenAct "ready"
      System.out.println("published");
    }
  }

  void settle() {
    if (late.get() > 5) {
      late.set(0); // want UnguardedCheckThenAct "late"
    }
  }

  void begin() {
    if (phase == 0) {
      phase = 1; // want UnguardedCheckThenAct "phase"
      System.out.println("begun");
    }
  }

  void go() {
    if (phase == 1) {
      phase = 2; // want UnguardedCheckThenAct "phase"
      System.out.println("gone");
    }
  }

  void tell() {
    if (!told) {
      told = true; // want UnguardedCheckThenAct "told"
      System.out.println("told");
    }
  }

  void third() {
    if (round.get() != 3) {
      round.set(3); // want UnguardedCheckThenAct "round"
      System.out.println("third round");
    }
  }
}
