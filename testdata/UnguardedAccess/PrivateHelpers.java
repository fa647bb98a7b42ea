package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.GuardedBy;

/** A private helper holds what all of its callers hold. */
public class PrivateHelpers {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final List<String> log = new ArrayList<>();

  @GuardedBy("lock")
  private int dropped;

  public void add(String line) {
    synchronized (lock) {
      append(line);
    }
  }

  public void addAll(List<String> lines) {
    synchronized (lock) {
      for (String line : lines) {
        append(line);
      }
    }
  }

  /** Only called under the lock. */
  private void append(String line) {
    if (log.size() > 100) {
      trim();
    }
    log.add(line);
  }

  /** Two calls away from the lock. */
  private void trim() {
    log.remove(0);
    dropped++;
  }

  /** Recursive, still only under the lock. */
  private int depth(int n) {
    return n == 0 ? log.size() : depth(n - 1);
  }

  public int depth() {
    synchronized (lock) {
      return depth(3);
    }
  }

  /** One caller forgot the lock. */
  private void clear() {
    log.clear(); // want UnguardedAccess "log"
  }

  public void clearLocked() {
    synchronized (lock) {
      clear();
    }
  }

  public void clearUnlocked() {
    clear();
  }

  /** Anybody may call it. */
  public void drop() {
    dropped++; // want UnguardedAccess "dropped"
  }

  public void dropLocked() {
    synchronized (lock) {
      drop();
    }
  }

  /** Only the constructor calls it. */
  private void init() {
    log.add("started");
    dropped = 0;
  }

  public PrivateHelpers() {
    init();
    fill(3);
  }

  /** Itself, too, but always for the constructor. */
  private void fill(int more) {
    log.add("line " + more);
    if (more > 0) {
      fill(more - 1);
    }
  }

  /** Nobody else begins it than whoever may call it. */
  void count(int more) {
    dropped++; // want UnguardedAccess "dropped"
    if (more > 0) {
      count(more - 1);
    }
  }
}
