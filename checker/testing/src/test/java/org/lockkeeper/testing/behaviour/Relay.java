package org.lockkeeper.testing.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * A scheduler that cannot take the thread away: of its tasks one runs, until it yields or ends, and
 * a seed decides which is next.
 */
final class Relay {
  private final List<Semaphore> turns = new ArrayList<>();
  private final List<Integer> waiting = new ArrayList<>();
  private final Random random;
  private int now;
  private long rounds;
  private long longest;

  Relay(int tasks, long seed) {
    random = new Random(seed);
    for (int i = 0; i < tasks; i++) {
      turns.add(new Semaphore(0));
      waiting.add(i);
    }
  }

  /** The first task may run. */
  void begin() {
    next();
  }

  /** Returns when it is a task's turn for the first time. */
  void enter(int task) {
    turns.get(task).acquireUninterruptibly();
  }

  /** A loop of the task whose turn it is goes round. */
  void round() {
    rounds++;
    longest = Math.max(longest, rounds);
  }

  /** Another one, or the same, gets its turn. */
  void yielded() {
    int me = now;
    waiting.add(me);
    next();
    enter(me);
  }

  /** The task whose turn it is has ended. */
  void leave() {
    if (!waiting.isEmpty()) {
      next();
    }
  }

  private void next() {
    rounds = 0;
    now = waiting.remove(random.nextInt(waiting.size()));
    turns.get(now).release();
  }

  /** Most rounds of loops that others had to wait for. */
  long longest() {
    return longest;
  }
}
