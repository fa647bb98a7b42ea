package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Helpers that say whether their compare-and-set succeeded, and callers who do not listen. */
class DroppedOutcomes {
  private final AtomicInteger seats = new AtomicInteger(100);
  private final AtomicLong lastSweep = new AtomicLong();
  private final AtomicReference<List<String>> guests = new AtomicReference<>(List.of());
  private final AtomicInteger highest = new AtomicInteger();

  private boolean take(int count) {
    int free = seats.get();
    if (free < count) {
      return false;
    }
    return seats.compareAndSet(free, free - count);
  }

  private boolean giveBack(int count) {
    int free = seats.get();
    boolean done = seats.compareAndSet(free, free + count);
    return done;
  }

  private boolean enter(String guest) {
    List<String> before = guests.get();
    List<String> after = new ArrayList<>(before);
    after.add(guest);
    return guests.compareAndSet(before, after);
  }

  /** One of several threads that come at once is enough. */
  private boolean claimSweep(long now) {
    long last = lastSweep.get();
    return now - last > 1000 && lastSweep.compareAndSet(last, now);
  }

  private boolean raise(int to) {
    int now = highest.get();
    return to <= now || highest.compareAndSet(now, to);
  }

  private boolean takeForSure(int count) {
    while (true) {
      int free = seats.get();
      if (free < count) {
        return false;
      }
      if (seats.compareAndSet(free, free - count)) {
        return true;
      }
    }
  }

  void cancel(int count) {
    giveBack(count); // want NonAtomicUpdate "update of `seats` is not atomic"
  }

  void book(String guest) {
    if (take(1)) {
      enter(guest); // want NonAtomicUpdate "update of `guests` is not atomic"
    }
  }

  void bookForSure(String guest) {
    takeForSure(1);
    while (!enter(guest)) {
      Thread.onSpinWait();
    }
  }

  boolean tryCancel(int count) {
    return giveBack(count);
  }

  String cancelled(int count) {
    return giveBack(count) ? "done" : "try again";
  }

  void sweep() {
    claimSweep(System.currentTimeMillis());
    raise(10);
  }

  static int counted() {
    Tickets own = new Tickets();
    own.issue();
    return own.issued();
  }

  static class Tickets {
    private final AtomicInteger issued = new AtomicInteger();

    boolean issue() {
      int now = issued.get();
      return issued.compareAndSet(now, now + 1);
    }

    int issued() {
      return issued.get();
    }
  }

  private final Tickets tickets = new Tickets();

  void issueOne() {
    tickets.issue(); // want NonAtomicUpdate "update of `tickets.issued` is not atomic"
  }

  void issueOrTell() {
    boolean issued = tickets.issue();
    System.out.println(issued);
  }
}
