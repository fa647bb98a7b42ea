package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;

/** Values computed between two sections: committed by version, or by index. */
public class Versions {
  private final Object lock = new Object();
  private final List<String> parts = new ArrayList<>();
  private int total;
  private int version;
  private boolean open = true;

  void add(int n) {
    int seen;
    int next;
    do {
      synchronized (lock) {
        seen = version;
        next = total;
      }
      next = next * 31 + n;
    } while (!commit(seen, next));
  }

  private boolean commit(int expected, int next) {
    synchronized (lock) {
      if (version != expected) {
        return false;
      }
      total = next;
      version++;
      return true;
    }
  }

  void addBlindly(int n) {
    int next;
    synchronized (lock) {
      next = total;
    }
    next = next * 31 + n;
    store(next); // want SplitCriticalSection "total"
  }

  private void store(int next) {
    synchronized (lock) {
      total = next;
      version++;
    }
  }

  synchronized int size() {
    return parts.size();
  }

  synchronized String get(int i) {
    return parts.get(i);
  }

  synchronized void push(String part) {
    parts.add(part);
  }

  synchronized String pop() {
    return parts.remove(parts.size() - 1);
  }

  String last() {
    return get(size() - 1); // want SplitCriticalSection "parts"
  }

  synchronized String lastRight() {
    return get(size() - 1);
  }

  void close() {
    synchronized (lock) {
      open = false;
    }
  }

  boolean missedAlarm_countIfOpen() {
    boolean counts;
    synchronized (lock) {
      counts = open;
    }
    if (counts) {
      synchronized (lock) {
        total++; // missed SplitCriticalSection
      }
    }
    return counts;
  }
}
