package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicReference;

/** Who failed once says so at once to all who come later: whichever error it was will do. */
public class RememberedErrors {
  private final AtomicReference<Object> adaptive = new AtomicReference<>();
  private volatile RuntimeException failure;

  Object make() {
    return new StringBuilder();
  }

  public Object falseAlarm_instance() {
    Object instance = adaptive.get();
    if (instance == null) {
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
      synchronized (adaptive) {
        instance = adaptive.get();
        if (instance == null) {
          try {
            instance = make();
            adaptive.set(instance);
          } catch (RuntimeException e) {
            failure = e; // want UnguardedCheckThenAct "failure"
            throw e;
          }
        }
      }
    }
    return instance;
  }

  /** The first one is meant to stay. */
  public void failed(RuntimeException e) {
    if (failure == null) {
      failure = e; // want UnguardedCheckThenAct "failure"
    }
  }
}
