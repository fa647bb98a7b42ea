package cases.unguardedaccess;

import org.lockkeeper.annotations.GuardedBy;

/** The simplest forms: reads, writes, updates, with and without the monitor. */
public class Counter {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("this")
  private String last = "";

  @GuardedBy("this.lock")
  private long total;

  public Counter(int start) {
    count = start;
    total = start;
  }

  public int read() {
    return count; // want UnguardedAccess "count"
  }

  public void write(int n) {
    count = n; // want UnguardedAccess "count"
  }

  public void increment() {
    count++; // want UnguardedAccess "count"
  }

  public synchronized void wrongMonitor() {
    count = 0; // want UnguardedAccess "count"
  }

  public void test() {
    if (last.isEmpty()) { // want UnguardedAccess "last"
      reset();
    }
  }

  public void add(int n) {
    synchronized (this) {
      total += n; // want UnguardedAccess "total"
    }
  }

  public void afterwards(String text) {
    synchronized (lock) {
      count++;
    }
    count--; // want UnguardedAccess "count"
  }

  public int right() {
    synchronized (lock) {
      total++;
      return count;
    }
  }

  public synchronized String lastRight() {
    return last;
  }

  public void setLast(String text) {
    synchronized (this) {
      last = text;
    }
  }

  private void reset() {}
}
