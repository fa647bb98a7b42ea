package cases.nonatomicupdate;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/** Slots of atomic arrays, read and stored in whatever memory order. */
public class AtomicArrays {
  private final AtomicLongArray sums = new AtomicLongArray(16);
  private final AtomicIntegerArray counts = new AtomicIntegerArray(16);
  private final AtomicLongArray positions = new AtomicLongArray(16);

  public void add(int slot, long more) {
    sums.set(slot, sums.getAcquire(slot) + more); // want NonAtomicUpdate "sums"
  }

  public void addLater(int slot, long more) {
    long sum = sums.getPlain(slot);
    sums.lazySet(slot, sum + more); // want NonAtomicUpdate "sums"
  }

  public void count(int slot) {
    counts.setRelease(slot, counts.get(slot) + 1); // want NonAtomicUpdate "counts"
  }

  public void countRight(int slot) {
    counts.incrementAndGet(slot);
  }

  public void shift(int slot) {
    counts.setRelease(slot + 1, counts.get(slot));
  }

  /** Nobody writes in another way: each slot has one writer. */
  public void move(int slot) {
    positions.lazySet(slot, positions.get(slot) + 1);
  }
}
