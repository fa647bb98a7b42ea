package cases.loopwithoutyield;

import java.util.concurrent.atomic.AtomicLong;
import org.lockkeeper.annotations.Cooperative;

/** Rounds are counted in a variable, and every so many of them one lets others run. */
class CountedPauses {
  private final AtomicLong seed = new AtomicLong(1);
  private volatile boolean running = true;

  @Cooperative
  void afterTheTest() {
    int rounds = 0;
    while (running) {
      seed.incrementAndGet();
      if (rounds++ > 1000) {
        rounds = 0;
        Thread.yield();
      }
    }
  }

  @Cooperative
  void atTheEnd() {
    int rounds = 0;
    while (running) {
      if (rounds >= 1000) {
        Thread.yield();
        rounds = 0;
      }
      seed.incrementAndGet();
      rounds++;
    }
  }

  @Cooperative
  void countedDown() {
    int left = 1000;
    while (running) {
      seed.incrementAndGet();
      if (left-- == 0) {
        left = 1000;
        Thread.yield();
      }
    }
  }

  @Cooperative
  void inHead() {
    for (int rounds = 0; running; rounds++) {
      seed.incrementAndGet();
      if (rounds > 1000) {
        Thread.yield();
        rounds = 0;
      }
    }
  }

  @Cooperative
  void neverCounted() {
    int rounds = 0;
    while (running) { // want LoopWithoutYield "loop"
      seed.incrementAndGet();
      if (rounds > 1000) {
        rounds = 0;
        Thread.yield();
      }
    }
  }

  @Cooperative
  void countedSometimes() {
    int rounds = 0;
    while (running) { // want LoopWithoutYield "loop"
      if (seed.incrementAndGet() % 7 == seed.get()) {
        rounds++;
      }
      if (rounds > 1000) {
        rounds = 0;
        Thread.yield();
      }
    }
  }

  @Cooperative
  void leftEarly() {
    search:
    while (running) { // want LoopWithoutYield "loop"
      for (int i = 0; i < 3; i++) {
        if (seed.get() == i) {
          continue search;
        }
      }
      Thread.yield();
    }
  }

  @Cooperative
  void skipped() {
    int rounds = 0;
    while (running) { // want LoopWithoutYield "loop"
      if (seed.incrementAndGet() == 3) {
        continue;
      }
      if (rounds++ > 1000) {
        rounds = 0;
        Thread.yield();
      }
    }
  }
}
