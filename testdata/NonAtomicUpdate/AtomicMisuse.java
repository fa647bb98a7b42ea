package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Atomics read and written in two calls. */
public class AtomicMisuse {
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicLong total = new AtomicLong();
  private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());
  private final AtomicIntegerArray slots = new AtomicIntegerArray(16);
  private static final AtomicLong SEQUENCE = new AtomicLong();

  public void submit() {
    pending.set(pending.get() + 1); // want NonAtomicUpdate "pending"
  }

  public void add(long n) {
    long old = total.get();
    total.set(old + n); // want NonAtomicUpdate "total"
  }

  public void lazy(long n) {
    total.lazySet(total.get() * n); // want NonAtomicUpdate "total"
  }

  public void append(String name) {
    List<String> copy = new ArrayList<>(names.get());
    copy.add(name);
    names.set(copy); // want NonAtomicUpdate "names"
  }

  public void slot(int i) {
    slots.set(i, slots.get(i) + 1); // want NonAtomicUpdate "slots"
  }

  public static long next() {
    long n = SEQUENCE.get() + 1;
    SEQUENCE.set(n); // want NonAtomicUpdate "SEQUENCE"
    return n;
  }

  public void submitRight() {
    pending.incrementAndGet();
  }

  public void addRight(long n) {
    total.addAndGet(n);
  }

  public void appendRight(String name) {
    names.updateAndGet(
        old -> {
          List<String> copy = new ArrayList<>(old);
          copy.add(name);
          return copy;
        });
  }

  public void appendLoop(String name) {
    List<String> old;
    List<String> copy;
    do {
      old = names.get();
      copy = new ArrayList<>(old);
      copy.add(name);
    } while (!names.compareAndSet(old, copy));
  }

  public void slotRight(int i) {
    slots.getAndIncrement(i);
  }

  /** Another atomic's value. */
  public void mirror() {
    total.set(pending.get() + 1);
  }

  /** What is added between the two is never told. */
  public long reset() {
    long old = total.get();
    total.set(0); // want NonAtomicUpdate "total"
    return old;
  }

  public long resetRight() {
    return total.getAndSet(0);
  }
}
