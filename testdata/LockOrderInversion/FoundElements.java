package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a loop or a stream finds is of its own class, whatever iterators the program declares. */
public class FoundElements {

  /** The only iterator around; it has nothing to do with the loops below. */
  static class Countdown implements Iterator<Integer> {
    private int left = 3;

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Integer next() {
      return left--;
    }
  }

  static class Cab {
    private final Office office;
    private int place;

    Cab(Office office) {
      this.office = office;
    }

    synchronized void drive(int to) {
      place = to;
      office.free(this); // want LockOrderInversion "office"
    }

    synchronized int place() {
      return place;
    }
  }

  static class Office {
    private final List<Cab> cabs = new ArrayList<>();
    private final List<Cab> free = new ArrayList<>();

    synchronized void free(Cab cab) {
      free.add(cab);
    }

    synchronized int places() {
      int sum = 0;
      for (Cab each : cabs) {
        sum += each.place();
      }
      return sum;
    }
  }

  interface Reader {
    void read(int page);
  }

  static class Press {
    private final Map<String, Reader> readers = new HashMap<>();
    private int page;

    synchronized void add(String name, Reader reader) {
      readers.put(name, reader);
    }

    synchronized void print() {
      page++;
      readers.values().forEach(r -> r.read(page)); // want LockOrderInversion "this"
    }
  }

  static class Subscriber implements Reader {
    private final Press press;
    private int last;

    Subscriber(Press press) {
      this.press = press;
    }

    @Override
    public synchronized void read(int page) {
      last = page;
    }

    synchronized void renew() {
      press.add("again", this);
    }
  }

  static class Ticker {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int ticks;

    void listen(Runnable listener) {
      listeners.add(listener);
    }

    synchronized void tick() {
      ticks++;
      listeners.forEach(Runnable::run); // want LockOrderInversion "this"
    }

    synchronized int ticks() {
      return ticks;
    }
  }

  static class Clock {
    private final Ticker ticker = new Ticker();
    private final Object face = new Object();
    private int shown;

    void start() {
      ticker.listen(
          () -> {
            synchronized (face) {
              shown++;
            }
          });
    }

    int behind() {
      synchronized (face) {
        return ticker.ticks() - shown;
      }
    }
  }

  /** Kept in a list, and run by nobody who holds the lock. */
  static class Backlog {
    private final Object orders = new Object();
    private final Object stock = new Object();
    private final List<Runnable> later = new ArrayList<>();
    private int sold;

    void sell() {
      synchronized (orders) {
        later.add(
            () -> {
              synchronized (stock) {
                sold++;
              }
            });
      }
    }

    void deliver() {
      List<Runnable> due;
      synchronized (orders) {
        due = new ArrayList<>(later);
        later.clear();
      }
      due.forEach(Runnable::run);
    }

    void reset() {
      synchronized (stock) {
        synchronized (orders) {
          sold = 0;
        }
      }
    }
  }
}
