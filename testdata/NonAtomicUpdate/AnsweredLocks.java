package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Helpers that take a lock in some cases only, and say in a variable whether they did. */
class AnsweredLocks {
  /** Waits for its turn, but not for ever. */
  static class Installed {
    private Thread owner;
    private int count;
    private volatile List<String> names = new ArrayList<>();

    synchronized boolean acquire(int rounds) throws InterruptedException {
      boolean late = false;
      while (!late && owner != null && owner != Thread.currentThread()) {
        wait(100);
        if (--rounds < 0) {
          late = true;
        }
      }
      if (!late) {
        count++;
        owner = Thread.currentThread();
      }
      return !late;
    }

    synchronized void release() {
      count--;
      if (count == 0) {
        owner = null;
        notifyAll();
      }
    }

    void add(String name) throws InterruptedException {
      boolean locked = acquire(10);
      if (!locked) {
        throw new IllegalStateException("busy");
      }
      try {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        names = more;
      } finally {
        release();
      }
    }

    /** Goes on without. */
    void hasty(String name) throws InterruptedException {
      boolean locked = acquire(1);
      List<String> more = new ArrayList<>(names);
      more.add(name);
      names = more; // want NonAtomicUpdate "names"
      if (locked) {
        release();
      }
    }
  }

  static class Counted {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<String> names = new ArrayList<>();

    private boolean enter(int size) {
      boolean taken = false;
      if (size > 3) {
        lock.lock();
        taken = true;
      }
      return taken;
    }

    void add(String name) {
      if (!enter(name.length())) {
        return;
      }
      try {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        names = more;
      } finally {
        lock.unlock();
      }
    }

    /** The wrong way round. */
    void addShort(String name) {
      if (enter(name.length())) {
        lock.unlock();
        return;
      }
      List<String> more = new ArrayList<>(names);
      more.add(name);
      names = more; // want NonAtomicUpdate "names"
    }
  }

  /** Its answer says that it has not taken the lock. */
  static class Skipped {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<String> names = new ArrayList<>();

    private boolean skips(int size) {
      boolean skipped = false;
      if (size > 3) {
        lock.lock();
      } else {
        skipped = true;
      }
      return skipped;
    }

    void add(String name) {
      if (skips(name.length())) {
        return;
      }
      try {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        names = more;
      } finally {
        lock.unlock();
      }
    }

    void addSkipped(String name) {
      if (!skips(name.length())) {
        lock.unlock();
        return;
      }
      List<String> more = new ArrayList<>(names);
      more.add(name);
      names = more; // want NonAtomicUpdate "names"
    }
  }
}
