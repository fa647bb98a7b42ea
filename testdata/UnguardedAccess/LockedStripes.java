package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** All stripes are locked before the whole is looked at. */
class LockedStripes {
  static class Stripe {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int count;

    void lock() {
      lock.lock();
    }

    void unlock() {
      lock.unlock();
    }
  }

  static class Segment extends ReentrantLock {
    @GuardedBy("this")
    int count;
  }

  private final Stripe[] stripes = new Stripe[4];
  private final List<Stripe> spares = new ArrayList<>();
  private final Segment[] segments = new Segment[4];

  LockedStripes() {
    for (int i = 0; i < 4; i++) {
      stripes[i] = new Stripe();
      segments[i] = new Segment();
    }
  }

  int sum() {
    for (Stripe each : stripes) {
      each.lock.lock();
    }
    try {
      int sum = 0;
      for (Stripe each : stripes) {
        sum += each.count;
      }
      return sum + stripes[0].count;
    } finally {
      for (Stripe each : stripes) {
        each.lock.unlock();
      }
    }
  }

  void clearByIndex() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i].lock();
    }
    for (int i = 0; i < stripes.length; i++) {
      stripes[i].count = 0;
    }
    for (int i = 0; i < stripes.length; i++) {
      stripes[i].unlock();
    }
  }

  void clearAndUnlock() {
    for (Stripe each : spares) {
      each.lock();
    }
    for (Stripe each : spares) {
      each.count = 0;
      each.unlock();
    }
  }

  int sumSegments() {
    for (Segment each : segments) {
      each.lock();
    }
    int sum = 0;
    for (Segment each : segments) {
      sum += each.count;
    }
    for (Segment each : segments) {
      each.unlock();
    }
    return sum;
  }

  void clearTooLate() {
    for (Stripe each : stripes) {
      each.lock.lock();
    }
    for (Stripe each : stripes) {
      each.lock.unlock();
      each.count = 0; // want UnguardedAccess "count"
    }
    for (Stripe each : stripes) {
      each.count = 0; // want UnguardedAccess "count"
    }
  }

  void clearNotKept() {
    for (Stripe each : stripes) {
      each.lock.lock();
      each.lock.unlock();
    }
    for (Stripe each : stripes) {
      each.count = 0; // want UnguardedAccess "count"
    }
  }

  void clearOthers() {
    for (Stripe each : spares) {
      each.lock.lock();
    }
    for (Stripe each : stripes) {
      each.count = 0; // want UnguardedAccess "count"
    }
    for (Stripe each : spares) {
      each.lock.unlock();
    }
  }

  void clearPerhaps(boolean safely) {
    if (safely) {
      for (Stripe each : stripes) {
        each.lock.lock();
      }
    }
    for (Stripe each : stripes) {
      each.count = 0; // want UnguardedAccess "count"
    }
    for (Stripe each : stripes) {
      if (safely) {
        each.lock.unlock();
      }
    }
  }
}
