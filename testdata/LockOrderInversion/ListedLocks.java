package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that a method lists and then takes one after the other. */
public class ListedLocks {

  static class Turned {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      for (Lock each : List.of(left, right)) {
        each.lock(); // want LockOrderInversion "`left` before `right`"
      }
      try {
        moves++;
      } finally {
        left.unlock();
        right.unlock();
      }
    }

    void back() {
      for (Lock each : List.of(right, left)) {
        each.lock();
      }
      try {
        moves--;
      } finally {
        left.unlock();
        right.unlock();
      }
    }
  }

  static class InArrays {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      Lock[] both = {left, right};
      for (Lock each : both) {
        each.lock(); // want LockOrderInversion "`left` before `right`"
      }
      moves++;
      left.unlock();
      right.unlock();
    }

    void back() {
      Lock[] both = {right, left};
      for (Lock each : both) {
        each.lock();
      }
      moves--;
      left.unlock();
      right.unlock();
    }
  }

  static class Added {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      List<Lock> both = new ArrayList<>();
      both.add(left);
      both.add(right);
      for (Lock each : both) {
        each.lock(); // want LockOrderInversion "`left` before `right`"
      }
      moves++;
      left.unlock();
      right.unlock();
    }

    void back() {
      for (Lock each : List.of(right, left)) {
        each.lock();
      }
      moves--;
      left.unlock();
      right.unlock();
    }
  }

  /** Always in the same order. */
  static class Alike {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      for (Lock each : List.of(left, right)) {
        each.lock();
      }
      moves++;
      right.unlock();
      left.unlock();
    }

    void back() {
      Lock[] both = {left, right};
      for (Lock each : both) {
        each.lock();
      }
      moves--;
      right.unlock();
      left.unlock();
    }
  }

  /** Put in an order first. */
  static class Sorted {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      List<Lock> both = new ArrayList<>(List.of(left, right));
      both.sort(Comparator.comparingInt(System::identityHashCode));
      for (Lock each : both) {
        each.lock();
      }
      moves++;
      right.unlock();
      left.unlock();
    }

    void back() {
      Lock[] both = {right, left};
      Arrays.sort(both, Comparator.comparingInt(System::identityHashCode));
      for (Lock each : both) {
        each.lock();
      }
      moves--;
      right.unlock();
      left.unlock();
    }
  }

  /** One at a time, or only tried. */
  static class OneByOne {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      for (Lock each : List.of(left, right)) {
        each.lock();
        try {
          moves++;
        } finally {
          each.unlock();
        }
      }
    }

    void back() {
      for (Lock each : List.of(right, left)) {
        each.lock();
        moves--;
        each.unlock();
      }
    }

    boolean tried() {
      for (Lock each : List.of(right, left)) {
        if (!each.tryLock()) {
          return false;
        }
      }
      left.unlock();
      right.unlock();
      return true;
    }
  }

  static class AsList {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      for (Lock each : Arrays.asList(left, right)) {
        each.lock(); // want LockOrderInversion "`left` before `right`"
      }
      moves++;
      left.unlock();
      right.unlock();
    }

    void back() {
      List<Lock> both = Arrays.asList(right, left);
      for (Lock each : both) {
        each.lock();
      }
      moves--;
      left.unlock();
      right.unlock();
    }
  }

  /** The list is sorted before. */
  static class AsListSorted {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      List<Lock> both = Arrays.asList(left, right);
      both.sort(Comparator.comparingInt(System::identityHashCode));
      both.forEach(Lock::lock);
      moves++;
      right.unlock();
      left.unlock();
    }

    void back() {
      List<Lock> both = Arrays.asList(right, left);
      both.sort(Comparator.comparingInt(System::identityHashCode));
      for (Lock each : both) {
        each.lock();
      }
      moves--;
      right.unlock();
      left.unlock();
    }
  }
}
