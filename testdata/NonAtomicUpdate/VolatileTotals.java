package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;

/**
 * Volatile: visible, not atomic. The one-statement forms are Error Prone's NonAtomicVolatileUpdate.
 */
public class VolatileTotals {
  private volatile int simple;
  private volatile long total;
  private volatile List<String> names = List.of();
  private volatile int[] buckets = new int[8];
  private volatile List<String> base = List.of();

  /** Left to Error Prone. */
  public void plainCase() {
    simple++;
    simple += 2;
    simple = simple + 1;
  }

  public void viaLocal(long n) {
    long old = total;
    long next = old + n;
    total = next; // want NonAtomicUpdate "total"
  }

  public long onOneLine(long n) {
    long old;
    total = (old = total) + n; // want NonAtomicUpdate "total"
    return old;
  }

  public void viaHelper(long n) {
    total = plus(n); // want NonAtomicUpdate "total"
  }

  private long plus(long n) {
    return total + n;
  }

  public void copyOnWrite(String name) {
    List<String> copy = new ArrayList<>(names);
    copy.add(name);
    names = copy; // want NonAtomicUpdate "names"
  }

  /** The reference is volatile, the elements are not. */
  public void bucket(int i) {
    buckets[i]++; // want NonAtomicUpdate "buckets"
  }

  /** One writer at a time, readers without the lock: the usual copy-on-write. */
  public synchronized void copyOnWriteRight(String name) {
    List<String> copy = new ArrayList<>(base);
    copy.add(name);
    base = copy;
  }

  public int size() {
    return base.size();
  }

  /** A new value that does not depend on the old one. */
  public void reset(long n) {
    long old = total;
    report(old);
    total = n;
  }

  private void report(long n) {}
}
