package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests that only save a step which does nothing when it is not needed, and others. */
public class SavedSteps {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentMap<String, Integer> sizes = new ConcurrentHashMap<>();
  private final AtomicBoolean seen = new AtomicBoolean();
  private final AtomicInteger tokens = new AtomicInteger(10);
  private volatile int level;
  private volatile int previous;

  void setLevel(int next) {
    if (level != next) {
      level = next;
    }
  }

  void raise(int by) {
    if (level != by) {
      level = by + 1; // want UnguardedCheckThenAct "level"
    }
  }

  void setLevelOnce(int next) {
    if (level != next) {
      level = next; // want UnguardedCheckThenAct "level"
      notify(next);
    }
  }

  private void notify(int next) {
    previous = next;
    lines.add("level " + next);
  }

  void seeFirst(Runnable action) {
    if (!seen.get()) {
      seen.set(true); // want UnguardedCheckThenAct "seen"
      action.run();
    }
  }

  void refill() {
    if (tokens.get() != 10) {
      tokens.set(10);
    }
  }

  void fill(int n) {
    if (tokens.get() != n) {
      tokens.set(n + 1); // want UnguardedCheckThenAct "tokens"
    }
  }

  void forgetLines() {
    if (!lines.isEmpty()) {
      lines.clear();
    }
  }

  void printLines() {
    if (!lines.isEmpty()) {
      print(lines);
      lines.clear(); // want UnguardedCheckThenAct "lines"
    }
  }

  private static void print(List<String> all) {
    System.out.println(all);
  }

  void bound(int max) {
    if (sizes.size() > max) {
      sizes.clear(); // want UnguardedCheckThenAct "sizes"
    }
  }

  /** To cancel a subscription again does no more: its contract says so. */
  static final class Cancelling implements Flow.Subscription {
    private final Runnable end;
    private volatile boolean cancelled;
    private volatile boolean closed;

    Cancelling(Runnable end) {
      this.end = end;
    }

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
      if (!cancelled) {
        cancelled = true;
        end.run();
      }
    }

    void close() {
      if (!closed) {
        closed = true; // want UnguardedCheckThenAct "closed"
        end.run();
      }
    }
  }
}
