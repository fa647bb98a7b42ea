package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Helpers that throw for the wrong answer: who comes past them relies on it. */
public class ThrowingHelpers {
  enum State {
    NEW,
    RUNNING,
    DONE
  }

  private final Map<String, String> parts = new ConcurrentHashMap<>();
  private final AtomicBoolean open = new AtomicBoolean();
  private volatile State state = State.NEW;
  private volatile long stamp = -1;
  private int runs;

  private void requireAbsent(String name) {
    if (parts.containsKey(name)) {
      throw new IllegalStateException(name);
    }
  }

  private void requirePresent(String name) {
    if (!parts.containsKey(name)) {
      throw new NoSuchElementException(name);
    }
  }

  private void check(String name) {
    Objects.requireNonNull(name);
    requireAbsent(name);
  }

  private void requireNew() {
    if (state != State.NEW) {
      throw new IllegalStateException("not new");
    }
  }

  private void requireClosed() {
    if (open.get()) {
      throw new IllegalStateException("open");
    }
  }

  public void define(String name, String part) {
    requireAbsent(name);
    parts.put(name, part); // want UnguardedCheckThenAct "parts"
  }

  public void defineChecked(String name, String part) {
    check(name);
    String trimmed = part.trim();
    parts.put(name, trimmed); // want UnguardedCheckThenAct "parts"
  }

  public void defineRight(String name, String part) {
    requireAbsent(name);
    if (parts.putIfAbsent(name, part) != null) {
      throw new IllegalStateException(name);
    }
  }

  /** Another key. */
  public void alias(String name, String other) {
    requireAbsent(other);
    parts.put(name, other);
  }

  public int length(String name) {
    requirePresent(name);
    return parts.get(name).length(); // want UnguardedCheckThenAct "parts"
  }

  public void undefine(String name) {
    parts.remove(name);
  }

  public void start() {
    requireNew();
    state = State.RUNNING; // want UnguardedCheckThenAct "state"
    runs();
  }

  private synchronized void runs() {
    runs++;
  }

  public void open() {
    requireClosed();
    open.set(true); // want UnguardedCheckThenAct "open"
    runs();
  }

  public void close() {
    open.set(false);
    state = State.DONE;
  }

  /** What is too young is refused; what fails later gets a new stamp anyway. */
  public void call(boolean fresh, Runnable work) {
    if (fresh) {
      if (System.nanoTime() - stamp < 1000) {
        throw new IllegalStateException("too soon");
      }
    }
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      stamp = System.nanoTime();
    }
  }
}
