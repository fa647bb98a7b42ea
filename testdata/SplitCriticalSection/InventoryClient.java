package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;

/** The same from outside: the client must hold the lock of the object that it asks twice. */
public class InventoryClient {

  /** A thread-safe list of seats. */
  public static class Seats {
    private final List<String> taken = new ArrayList<>();

    public synchronized boolean isTaken(String seat) {
      return taken.contains(seat);
    }

    public synchronized void take(String seat) {
      taken.add(seat);
    }

    public synchronized boolean tryTake(String seat) {
      return !taken.contains(seat) && taken.add(seat);
    }
  }

  private final Seats seats = new Seats();

  public boolean book(String seat) {
    if (seats.isTaken(seat)) {
      return false;
    }
    seats.take(seat); // want SplitCriticalSection "taken"
    return true;
  }

  public boolean bookLocked(String seat) {
    synchronized (seats) {
      if (seats.isTaken(seat)) {
        return false;
      }
      seats.take(seat);
      return true;
    }
  }

  public boolean bookAtomically(String seat) {
    return seats.tryTake(seat);
  }

  /** Only looks twice. */
  public String describe(String seat) {
    String first = seats.isTaken(seat) ? "taken" : "free";
    String second = seats.isTaken(seat) ? "taken" : "free";
    return first.equals(second) ? first : first + ", now " + second;
  }
}
