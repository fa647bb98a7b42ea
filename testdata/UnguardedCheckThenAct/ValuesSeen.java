package cases.unguardedcheckthenact;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A value that was seen decides what takes its place. */
public class ValuesSeen {
  private final ConcurrentMap<String, Integer> best = new ConcurrentHashMap<>();
  private final List<String> slots = new CopyOnWriteArrayList<>(List.of("", ""));
  private final List<String> seats = new CopyOnWriteArrayList<>(new String[2]);

  void raise(String who, int score) {
    Integer old = best.get(who);
    if (old != null && old < score) {
      best.replace(who, score); // want UnguardedCheckThenAct "best"
    }
  }

  void raiseSeen(String who, int score) {
    Integer old = best.get(who);
    if (old != null && old < score) {
      best.replace(who, old, score);
    }
  }

  /** Whoever is there gets it, if anybody is. */
  void reset(String who) {
    if (best.containsKey(who)) {
      best.replace(who, 0);
    }
  }

  boolean take(int slot, String who) {
    if (seats.get(slot) == null) {
      seats.set(slot, who); // want UnguardedCheckThenAct "seats"
      return true;
    }
    return false;
  }

  void fill(int slot, String who) {
    String there = slots.get(slot);
    if (there.isEmpty()) {
      slots.set(slot, who); // want UnguardedCheckThenAct "slots"
    }
  }

  /** Another one decides. */
  void mirror(int slot, String who) {
    if (slots.get(slot).isEmpty()) {
      slots.set(slot + 1, who);
    }
  }

  synchronized void add(String who) {
    slots.add(who);
  }
}
