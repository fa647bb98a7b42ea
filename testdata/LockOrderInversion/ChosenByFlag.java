package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A condition chooses which of two locks comes first. */
public class ChosenByFlag {
  private final Lock east = new ReentrantLock();
  private final Lock west = new ReentrantLock();
  private int trains;

  void pass(boolean eastbound) {
    Lock first = eastbound ? west : east;
    Lock second = eastbound ? east : west;
    first.lock();
    try {
      second.lock(); // want LockOrderInversion "west"
      try {
        trains++;
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }
}

class ChosenByBranch {
  private static final Object UP = new Object();
  private static final Object DOWN = new Object();
  private static int boats;

  static void lift(boolean up) {
    Object first;
    Object second;
    if (up) {
      first = DOWN;
      second = UP;
    } else {
      first = UP;
      second = DOWN;
    }
    synchronized (first) {
      synchronized (second) { // want LockOrderInversion "DOWN"
        boats++;
      }
    }
  }
}

/** The smaller hash first: all threads agree. */
class ChosenByHash {
  private final Object left;
  private final Object right;
  private int weighed;

  ChosenByHash(Object left, Object right) {
    this.left = left;
    this.right = right;
  }

  void weigh() {
    boolean turn = System.identityHashCode(left) < System.identityHashCode(right);
    Object first = turn ? left : right;
    Object second = turn ? right : left;
    synchronized (first) {
      synchronized (second) {
        weighed++;
      }
    }
  }
}

/** One of the two, and then a third one. */
class ChosenAndFixed {
  private final Lock day = new ReentrantLock();
  private final Lock night = new ReentrantLock();
  private final Lock log = new ReentrantLock();
  private int shifts;

  void work(boolean late) {
    Lock shift = late ? night : day;
    shift.lock();
    try {
      log.lock();
      try {
        shifts++;
      } finally {
        log.unlock();
      }
    } finally {
      shift.unlock();
    }
  }
}

/** Five locks, each nested in the one before, and the first in the last. */
class FiveStages {
  private final Object cut = new Object();
  private final Object bend = new Object();
  private final Object weld = new Object();
  private final Object paint = new Object();
  private final Object pack = new Object();
  private int parts;

  void cut() {
    synchronized (cut) {
      synchronized (bend) { // want LockOrderInversion "cut"
        parts++;
      }
    }
  }

  void bend() {
    synchronized (bend) {
      synchronized (weld) {
        parts++;
      }
    }
  }

  void weld() {
    synchronized (weld) {
      synchronized (paint) {
        parts++;
      }
    }
  }

  void paint() {
    synchronized (paint) {
      synchronized (pack) {
        parts++;
      }
    }
  }

  void pack() {
    synchronized (pack) {
      synchronized (cut) {
        parts++;
      }
    }
  }
}

/** Up to the parent and down to the parts, each under the folder's own lock object. */
class FolderTree {
  private final Object lock = new Object();
  private final java.util.List<FolderTree> parts = new java.util.ArrayList<>();
  private FolderTree parent;
  private long size;

  void grow(long by) {
    synchronized (lock) {
      size += by;
      if (parent != null) {
        parent.grow(by); // want LockOrderInversion "parent.lock"
      }
    }
  }

  long count() {
    synchronized (lock) {
      long all = size;
      for (FolderTree each : parts) {
        all += each.count();
      }
      return all;
    }
  }
}

/** Only down. */
class FolderTreeDown {
  private final Object lock = new Object();
  private final java.util.List<FolderTreeDown> parts = new java.util.ArrayList<>();
  private long size;

  long count() {
    synchronized (lock) {
      long all = size;
      for (FolderTreeDown each : parts) {
        all += each.count();
      }
      return all;
    }
  }
}

/** All of them share the lock that the outermost one was made with. */
class SharedTree {
  private final Object lock;
  private final java.util.List<SharedTree> parts = new java.util.ArrayList<>();
  private SharedTree parent;
  private long size;

  SharedTree(Object lock) {
    this.lock = lock;
  }

  void grow(long by) {
    synchronized (lock) {
      size += by;
      if (parent != null) {
        parent.grow(by);
      }
    }
  }

  long count() {
    synchronized (lock) {
      long all = size;
      for (SharedTree each : parts) {
        all += each.count();
      }
      return all;
    }
  }

  SharedTree part() {
    SharedTree part = new SharedTree(lock);
    synchronized (lock) {
      part.parent = this;
      parts.add(part);
    }
    return part;
  }
}

/** All of a building's valves share its lock. */
class Building {
  private final Object lock = new Object();
  private final Valve hot = new Valve(lock);
  private final Valve cold = new Valve(lock);

  void mix() {
    hot.follow(cold);
    cold.follow(hot);
  }

  static class Valve {
    private final Object lock;
    private int open;

    Valve(Object lock) {
      this.lock = lock;
    }

    void follow(Valve other) {
      synchronized (lock) {
        open = other.open();
      }
    }

    int open() {
      synchronized (lock) {
        return open;
      }
    }
  }
}

/** Each has its own. */
class Street {
  private final Valve hot = new Valve(new Object());
  private final Valve cold = new Valve(new Object());

  void mix() {
    hot.follow(cold);
    cold.follow(hot);
  }

  static class Valve {
    private final Object lock;
    private int open;

    Valve(Object lock) {
      this.lock = lock;
    }

    void follow(Valve other) {
      synchronized (lock) {
        open = other.open(); // want LockOrderInversion "other.lock"
      }
    }

    int open() {
      synchronized (lock) {
        return open;
      }
    }
  }
}
