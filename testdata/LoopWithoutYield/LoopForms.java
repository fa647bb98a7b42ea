package cases.loopwithoutyield;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lockkeeper.annotations.Cooperative;

/** One unbounded loop in every form that Java has. */
public class LoopForms {
  private volatile boolean running = true;
  private volatile long target;

  @Cooperative
  long whileFlag() {
    long steps = 0;
    while (running) { // want LoopWithoutYield "loop"
      steps += target % 7;
    }
    return steps;
  }

  @Cooperative
  double forWithCondition() {
    double x = 1;
    for (int i = 0; running; i++) { // want LoopWithoutYield "loop"
      x = (x + i / x) / 2;
    }
    return x;
  }

  @Cooperative
  long labelled() {
    long found = 0;
    search:
    while (running) { // want LoopWithoutYield "loop"
      for (int i = 0; i < 3; i++) {
        if (target == i) {
          found++;
          continue search;
        }
      }
    }
    return found;
  }

  /** A stream that goes on until it finds something. */
  @Cooperative
  long stream() {
    return Stream.iterate(1L, x -> x * 31 + 7)
        .filter(x -> x == target)
        .findFirst() // want LoopWithoutYield "findFirst"
        .orElse(0L);
  }

  @Cooperative
  void generated() {
    LongStream.generate(() -> target).forEach(x -> target = x + 1); // want LoopWithoutYield "forEach"
  }

  /** Ended by limit, to a small number: short. */
  @Cooperative
  int limited() {
    return IntStream.iterate(1, x -> x * 2).limit(16).sum();
  }

  /** A large number of rounds is a long loop as well. */
  @Cooperative
  double pi() {
    double sum = 0;
    for (int i = 0; i < 50_000_000; i++) { // want LoopWithoutYield "loop"
      sum += (i % 2 == 0 ? 4.0 : -4.0) / (2 * i + 1);
    }
    return sum;
  }

  /** A queue that its own tasks may refill. */
  static class Agenda {
    private final Queue<Runnable> pending = new ArrayDeque<>();

    @Cooperative
    void drain() {
      while (!pending.isEmpty()) { // want LoopWithoutYield "loop"
        pending.poll().run();
      }
    }
  }
}
