package cases.splitcriticalsection;

import java.util.LinkedList;
import java.util.List;

/** The lock and the state belong to the superclass. */
public class Inherited {

  /** Base of all pools. */
  public abstract static class BasePool {
    protected final Object monitor = new Object();
    protected final List<Integer> idle = new LinkedList<>();
    protected int created;
  }

  /** Grows up to a limit. */
  public static class GrowingPool extends BasePool {
    private static final int LIMIT = 8;

    public Integer borrow() {
      boolean mayCreate;
      synchronized (monitor) {
        if (!idle.isEmpty()) {
          return idle.remove(0);
        }
        mayCreate = created < LIMIT;
      }
      if (!mayCreate) {
        return null;
      }
      Integer fresh = open();
      synchronized (monitor) {
        created++; // want SplitCriticalSection "created"
      }
      return fresh;
    }

    /** Claims the place first, under the lock of the test. */
    public Integer borrowRight() {
      synchronized (monitor) {
        if (!idle.isEmpty()) {
          return idle.remove(0);
        }
        if (created >= LIMIT) {
          return null;
        }
        created++;
      }
      boolean opened = false;
      try {
        Integer fresh = open();
        opened = true;
        return fresh;
      } finally {
        if (!opened) {
          synchronized (monitor) {
            created--;
          }
        }
      }
    }

    private Integer open() {
      return 42;
    }
  }
}
