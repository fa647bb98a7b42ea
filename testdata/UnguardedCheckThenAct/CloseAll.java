package cases.unguardedcheckthenact;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread alone shuts down, but those that it closes may leave by themselves meanwhile. */
public class CloseAll {
  protected final Set<Runnable> open = ConcurrentHashMap.newKeySet();
  private final Set<Runnable> last = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean down = new AtomicBoolean();

  public void shutdown() {
    if (down.compareAndSet(false, true)) {
      closeAll();
      closeLast();
    }
  }

  private void closeAll() {
    while (!open.isEmpty()) {
      Runnable next = open.iterator().next(); // want UnguardedCheckThenAct "open"
      next.run();
      open.remove(next);
    }
  }

  /** Nobody else takes from these. */
  private void closeLast() {
    while (!last.isEmpty()) {
      Runnable next = last.iterator().next();
      next.run();
      last.remove(next);
    }
  }

  public void atLast(Runnable runnable) {
    last.add(runnable);
  }
}
