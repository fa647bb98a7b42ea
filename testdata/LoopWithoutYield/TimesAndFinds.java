package cases.loopwithoutyield;

import org.lockkeeper.annotations.Cooperative;

/** Loops that pass a span of time, and loops that look for so many of something. */
class TimesAndFinds {
  @Cooperative
  void untilMillis() {
    long end = System.currentTimeMillis() + 600;
    while (System.currentTimeMillis() < end) { // want LoopWithoutYield "passes the time"
      step();
    }
  }

  @Cooperative
  void spanOfMillis() {
    long start = System.currentTimeMillis();
    while (System.currentTimeMillis() - start < 600) { // want LoopWithoutYield "passes the time"
      step();
    }
  }

  @Cooperative
  void aMoment() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < 5_000_000) {
      step();
    }
  }

  @Cooperative
  void aFewMillis() {
    long start = System.currentTimeMillis();
    while (System.currentTimeMillis() - start < 20) {
      step();
    }
  }

  @Cooperative
  void untilAFewMillis() {
    long end = System.currentTimeMillis() + 20;
    while (System.currentTimeMillis() < end) {
      step();
    }
  }

  @Cooperative
  int findTen() {
    int found = 0;
    int number = 0;
    while (found < 10) { // want LoopWithoutYield "`found` decides"
      if (perfect(number)) {
        found++;
      }
      number++;
    }
    return number;
  }

  @Cooperative
  int findAmongSome(int[] numbers) {
    int found = 0;
    for (int i = 0; i < numbers.length && found < 10; i++) {
      if (perfect(numbers[i])) {
        found++;
      }
    }
    return found;
  }

  @Cooperative
  int tenRounds() {
    int done = 0;
    int found = 0;
    while (done < 10) {
      if (perfect(done)) {
        found++;
      }
      done++;
    }
    return found;
  }

  private void step() {}

  private static boolean perfect(int number) {
    return number % 496 == 28;
  }
}
