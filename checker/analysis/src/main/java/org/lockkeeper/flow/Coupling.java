package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/**
 * Locks that a loop hands on, hand over hand: whatever node its variable means when a round begins,
 * that node is locked.
 */
final class Coupling {
  /** By loop head and variable: the ways from the object to its lock. */
  private final Map<Integer, Map<Integer, Set<List<Step>>>> found = new HashMap<>();

  /** Notes which locks two ways to a loop's head hold of the objects that a variable means. */
  void note(State mine, State other, int head) {
    for (int slot = 0; slot < mine.vars.length && !mine.held.isEmpty(); slot++) {
      Place a = place(mine.vars[slot]);
      Place b = place(other.vars[slot]);
      if (a != null && b != null && !a.equals(b)) {
        for (HeldLocks.Held h : mine.held.all()) {
          Place lock = h.lock().place();
          boolean below = lock.startsWith(a) && !keeps(other, lock);
          Optional<Place> there = below ? InnerNames.suffix(lock, a, b) : Optional.empty();
          if (there.flatMap(other.held::find).isPresent()) {
            found
                .computeIfAbsent(head, k -> new TreeMap<>())
                .computeIfAbsent(slot, k -> new HashSet<>())
                .add(way(a, lock));
          }
        }
      }
    }
  }

  /** The same state, where such locks are those of the variable. */
  State named(State state, int head) {
    Map<Integer, Set<List<Step>>> slots = found.get(head);
    if (slots == null) {
      return state;
    }
    State renamed = state.copy();
    List<HeldLocks.Held> held = new ArrayList<>();
    for (HeldLocks.Held h : state.held.all()) {
      Lock lock = new Lock(named(h.lock().place(), state, slots, head), h.lock().mode());
      held.add(new HeldLocks.Held(lock, h.site(), h.origin(), h.section(), h.handle()));
    }
    renamed.held = HeldLocks.of(held);
    return renamed;
  }

  /** By the variable whose object is nearest to the lock. */
  private static Place named(
      Place lock, State state, Map<Integer, Set<List<Step>>> slots, int head) {
    Place found = lock;
    int shortest = Integer.MAX_VALUE;
    for (Map.Entry<Integer, Set<List<Step>>> each : slots.entrySet()) {
      Sym sym = state.vars[each.getKey()];
      Place from = place(sym);
      List<Step> way = from == null || !lock.startsWith(from) ? null : way(from, lock);
      if (way != null && way.size() < shortest && each.getValue().contains(way)) {
        Place to = place(Phi.of(sym, head, each.getKey()));
        found = InnerNames.suffix(lock, from, to).orElse(lock);
        shortest = way.size();
      }
    }
    return found;
  }

  /** Whether a lock is held on, and not as that of the object that a variable has come to. */
  private static boolean keeps(State state, Place lock) {
    return state.held.find(lock).isPresent()
        && Arrays.stream(state.vars)
            .map(Coupling::place)
            .noneMatch(p -> p != null && lock.startsWith(p) && way(p, lock).size() < 2);
  }

  private static List<Step> way(Place object, Place lock) {
    return lock.path().subList(object.path().size(), lock.path().size());
  }

  private static Place place(Sym sym) {
    return sym instanceof Sym.At at ? at.place() : null;
  }
}
