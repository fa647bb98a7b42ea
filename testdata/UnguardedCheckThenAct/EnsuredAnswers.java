package cases.uncheckedcheckthenact;

import com.google.common.base.Preconditions;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tests that a library's precondition makes: who goes on relies on the answer. */
class EnsuredAnswers {
  private final Map<String, Integer> seats = new ConcurrentHashMap<>();
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final Object lock = new Object();

  void reserve(String seat, int guest) {
    Preconditions.checkState(!seats.containsKey(seat));
    seats.put(seat, guest); // want UnguardedCheckThenAct "seats"
  }

  void reserveFree(String seat, int guest) {
    Preconditions.checkArgument(seats.get(seat) == null, "taken");
    seats.put(seat, guest); // want UnguardedCheckThenAct "seats"
  }

  int guest(String seat) {
    boolean taken = seats.containsKey(seat);
    Preconditions.checkState(taken, "free");
    return seats.get(seat); // want UnguardedCheckThenAct "seats"
  }

  String next() {
    Preconditions.checkState(!waiting.isEmpty(), "nobody waits");
    return waiting.remove(); // want UnguardedCheckThenAct "waiting"
  }

  void leave(String seat) {
    synchronized (lock) {
      Preconditions.checkState(seats.containsKey(seat));
      seats.remove(seat);
    }
  }

  /** Another seat. */
  void move(String from, String to, int guest) {
    Preconditions.checkState(from.length() == to.length());
    seats.put(to, guest);
  }

  /** One step, which says what it found. */
  void reserveRight(String seat, int guest) {
    Preconditions.checkState(seats.putIfAbsent(seat, guest) == null);
  }

  /** Looks after it has acted. */
  void add(String name) {
    waiting.add(name);
    Preconditions.checkState(!waiting.isEmpty());
  }
}
