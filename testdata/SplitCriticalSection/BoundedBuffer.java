package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;

/** Tested in one block, acted in the next: between the two the lock is free. */
public class BoundedBuffer {
  private final Object lock = new Object();
  private final List<String> items = new ArrayList<>();
  private final int max;

  public BoundedBuffer(int max) {
    this.max = max;
  }

  public boolean offer(String item) {
    boolean full;
    synchronized (lock) {
      full = items.size() >= max;
    }
    if (!full) {
      synchronized (lock) {
        items.add(item); // want SplitCriticalSection "items"
      }
    }
    return !full;
  }

  public String takeOrNull() {
    synchronized (lock) {
      if (items.isEmpty()) {
        return null;
      }
    }
    synchronized (lock) {
      return items.remove(0); // want SplitCriticalSection "items"
    }
  }

  public boolean addOnce(String item) {
    boolean known;
    synchronized (lock) {
      known = items.contains(item);
    }
    if (known) {
      return false;
    }
    synchronized (lock) {
      items.add(item); // want SplitCriticalSection "items"
    }
    return true;
  }

  public boolean offerRight(String item) {
    synchronized (lock) {
      if (items.size() >= max) {
        return false;
      }
      items.add(item);
      return true;
    }
  }
}
