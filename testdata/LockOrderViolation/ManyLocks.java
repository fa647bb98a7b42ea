package cases.lockorderviolation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.LockOrder;

/** A field that holds many locks stands for each of them. */
@LockOrder({"table", "rows", "cells"})
public class ManyLocks {
  private final Object table = new Object();
  private final Object[] rows = new Object[8];
  private final List<Lock> cells = new ArrayList<>();
  private int changes;

  ManyLocks() {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Object();
      cells.add(new ReentrantLock());
    }
  }

  void rename(int row) {
    synchronized (rows[row]) {
      synchronized (table) { // want LockOrderViolation "table"
        changes++;
      }
    }
  }

  void clear(int row) {
    Lock cell = cells.get(row);
    cell.lock();
    try {
      synchronized (rows[row]) { // want LockOrderViolation "rows"
        changes++;
      }
    } finally {
      cell.unlock();
    }
  }

  void write(int row) {
    synchronized (table) {
      synchronized (rows[row]) {
        Lock cell = cells.get(row);
        cell.lock();
        try {
          changes++;
        } finally {
          cell.unlock();
        }
      }
    }
  }
}
