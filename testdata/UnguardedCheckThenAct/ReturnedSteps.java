package cases.unguardedcheckthenact;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What a step answers is given to the caller, who cannot tell that it went too far. */
public class ReturnedSteps {
  private final AtomicInteger used = new AtomicInteger();
  private final Queue<Integer> numbers = new ConcurrentLinkedQueue<>();

  int take(int max) {
    if (used.get() < max) {
      return used.incrementAndGet(); // want UnguardedCheckThenAct "used"
    }
    return -1;
  }

  int give() {
    return used.get() > 0 ? used.decrementAndGet() : 0; // want UnguardedCheckThenAct "used"
  }

  int takeRight(int max) {
    int n = used.incrementAndGet();
    return n > max ? -1 : n;
  }

  int poll() {
    while (numbers.isEmpty()) {
      Thread.yield();
    }
    return numbers.poll(); // want UnguardedCheckThenAct "numbers"
  }

  /** The caller is told when there is nothing. */
  Integer pollOrNull() {
    if (numbers.isEmpty()) {
      return null;
    }
    return numbers.poll();
  }
}
