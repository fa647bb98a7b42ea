package cases.unguardedcheckthenact;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

// source door only: because class files have no comments

/** What documentation says of threads. */
public class SaidInComments {
  /**
   * Runs tasks at once, and what a task hands in after it.
   *
   * <p>This class is not thread-safe.
   */
  public static class Nested implements Executor {
    private boolean busy;
    private ArrayDeque<Runnable> later;

    @Override
    public void execute(Runnable task) {
      if (busy) {
        if (later == null) {
          later = new ArrayDeque<>();
        }
        later.add(task);
        return;
      }
      busy = true;
      task.run();
      busy = false;
    }
  }

  /**
   * Draws numbers.
   *
   * <p>Not safe for use from multiple threads as it does not implement any barriers.
   */
  public static class Numbers {
    private volatile int next;

    int draw(int most) {
      if (next < most) {
        next = most;
      }
      return next;
    }
  }

  /** Runs tasks at once, whatever is not thread-safe among them, and what they hand in later. */
  public static class Open implements Executor {
    private ArrayDeque<Runnable> later;

    @Override
    public void execute(Runnable task) {
      if (later == null) {
        later = new ArrayDeque<>(); // want UnguardedCheckThenAct "later"
      }
      later.add(task);
    }
  }

  private final AtomicInteger size = new AtomicInteger();
  private final AtomicReference<String> head = new AtomicReference<>();

  /**
   * Appends a record.
   *
   * <p>This method is not thread-safe and must be protected with a lock; readers need none.
   */
  public int append(int bytes) {
    if (bytes > 1000 - size.get()) {
      throw new IllegalArgumentException("full");
    }
    size.set(size.get() + bytes);
    return bytes;
  }

  /**
   * Cuts the log. It is expected that no other threads will do writes when this function is called.
   */
  public int truncate(int target) {
    int before = size.get();
    if (target > before || target < 0) {
      throw new IllegalArgumentException("too long");
    }
    if (target < before) {
      size.set(target);
    }
    return before - target;
  }

  /** Drops what is there. The formats that it uses are not thread-safe, this method is. */
  public void clear() {
    if (size.get() > 0) {
      size.set(0); // want UnguardedCheckThenAct "size"
    }
  }

  /** Sets the head once. Not every caller knows that this may not be thread-safe. */
  public void head(String first) {
    if (head.get() == null) {
      head.set(first); // want UnguardedCheckThenAct "head"
    }
  }

  /** Sets the head. This method is not thread-safe unless the log is closed. */
  public void replace(String first) {
    if (head.get() != null) {
      head.set(first); // want UnguardedCheckThenAct "head"
    }
  }
}
