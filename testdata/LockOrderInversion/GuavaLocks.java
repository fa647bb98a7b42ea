package cases.lockorderinversion;

import com.google.common.util.concurrent.Monitor;
import com.google.common.util.concurrent.Striped;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;

/** Guava's locks. */
public class GuavaLocks {
  private final Monitor seats = new Monitor();
  private final Monitor payments = new Monitor();
  private int free = 100;
  private int paid;

  public void book() {
    seats.enter();
    try {
      free--;
      payments.enter(); // want LockOrderInversion "payments"
      try {
        paid++;
      } finally {
        payments.leave();
      }
    } finally {
      seats.leave();
    }
  }

  public void refund() {
    payments.enter();
    try {
      paid--;
      seats.enter();
      try {
        free++;
      } finally {
        seats.leave();
      }
    } finally {
      payments.leave();
    }
  }

  static class ByKey {
    private final Striped<Lock> stripes = Striped.lock(64);
    private int moves;

    /** One key's lock inside another key's. */
    void move(String from, String to) {
      Lock source = stripes.get(from);
      Lock target = stripes.get(to);
      source.lock();
      try {
        target.lock(); // want LockOrderInversion "stripes"
        try {
          moves++;
        } finally {
          target.unlock();
        }
      } finally {
        source.unlock();
      }
    }
  }

  static class Bulk {
    private final Striped<Lock> stripes = Striped.lock(64);
    private int moves;

    /** {@code bulkGet} gives them in the one right order. */
    void move(String from, String to) {
      Iterable<Lock> both = stripes.bulkGet(Arrays.asList(from, to));
      for (Lock lock : both) {
        lock.lock();
      }
      try {
        moves++;
      } finally {
        for (Lock lock : both) {
          lock.unlock();
        }
      }
    }
  }

  /** An attempt to enter does not wait. */
  static class Attempt {
    private final Monitor front = new Monitor();
    private final Monitor back = new Monitor();
    private int served;

    boolean serve() {
      front.enter();
      try {
        if (back.tryEnter()) {
          try {
            served++;
            return true;
          } finally {
            back.leave();
          }
        }
        return false;
      } finally {
        front.leave();
      }
    }

    void close() {
      back.enter();
      try {
        front.enter();
        try {
          served = 0;
        } finally {
          front.leave();
        }
      } finally {
        back.leave();
      }
    }
  }
}
