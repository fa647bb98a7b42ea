package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;

/** What a helper looks up to find the place is no second look whether there is anything. */
public class LastByIndex {
  private final List<String> parts = new ArrayList<>();

  public synchronized void push(String part) {
    parts.add(part);
  }

  public synchronized boolean isEmpty() {
    return parts.isEmpty();
  }

  public synchronized String pop() {
    return parts.remove(parts.size() - 1);
  }

  public synchronized String popIfAny() {
    return parts.isEmpty() ? null : parts.remove(parts.size() - 1);
  }

  public String next() {
    if (!isEmpty()) {
      return pop(); // want SplitCriticalSection "parts"
    }
    return null;
  }

  public synchronized String nextRight() {
    if (!isEmpty()) {
      return pop();
    }
    return null;
  }

  public String nextHeeded() {
    if (!isEmpty()) {
      return popIfAny();
    }
    return null;
  }
}
