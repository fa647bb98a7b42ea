package cases.unguardedaccess;

import java.util.concurrent.Semaphore;
import org.lockkeeper.annotations.GuardedBy;

/** Several guards at once, a binary semaphore, arrays, ternaries and records. */
public class SeveralGuards {
  private final Object left = new Object();
  private final Object right = new Object();
  private final Semaphore mutex = new Semaphore(1);

  @GuardedBy({"left", "right"})
  private int both;

  @GuardedBy("mutex")
  private int counted;

  @GuardedBy("left")
  private final int[] cells = new int[8];

  @GuardedBy("left")
  private boolean ready;

  public void neither() {
    both++; // want UnguardedAccess "both"
  }

  public void nested() {
    synchronized (left) {
      synchronized (right) {
        both++;
      }
    }
  }

  public void semaphore() throws InterruptedException {
    mutex.acquire();
    try {
      counted++;
    } finally {
      mutex.release();
    }
  }

  public void semaphoreMissing() {
    counted++; // want UnguardedAccess "counted"
  }

  public int cell(int i) {
    return cells[i]; // want UnguardedAccess "cells"
  }

  public void setCell(int i, int v) {
    synchronized (right) {
      cells[i] = v; // want UnguardedAccess "cells"
    }
  }

  public int sum() {
    synchronized (left) {
      int sum = 0;
      for (int c : cells) {
        sum += c;
      }
      return ready ? sum : 0;
    }
  }

  public String ternary() {
    return ready ? "ready" : "busy"; // want UnguardedAccess "ready"
  }

  public boolean notNot() {
    return !(!ready); // want UnguardedAccess "ready"
  }

  /** The guard is a component of the record. */
  record Cell(Object guard, @GuardedBy("guard") int[] value) {
    void set(int v) {
      synchronized (guard) {
        value[0] = v;
      }
    }

    void setUnguarded(int v) {
      value[0] = v; // want UnguardedAccess "value"
    }
  }
}
