package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.flow.LockGraph.Edge;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/**
 * Locks of one object in two threads: where both mean the same lock of it, they mean the same
 * object, and so its other locks are the same, too.
 */
final class SameOwner {
  private SameOwner() {}

  /** Whether both hold one lock of the object whose lock the first waits for. */
  static boolean gates(Edge waits, Edge holds) {
    List<Lock> mine = new ArrayList<>(waits.gates());
    mine.add(waits.held());
    for (Lock a : mine) {
      for (Lock b : holds.gates()) {
        boolean apart = a.exclusive() || b.exclusive();
        if (apart && same(a.place(), waits.acquired().place(), b.place(), holds.held().place())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether two places name the same thing, if two others do.
   *
   * @param a what the one thread names
   * @param known what both name, as the one thread does
   * @param b what the other thread names
   * @param same what both name, as the other thread does
   */
  static boolean same(Place a, Place known, Place b, Place same) {
    int common = 0;
    int most = Math.min(known.path().size(), same.path().size());
    while (common <= most) {
      int mine = known.path().size() - common;
      int theirs = same.path().size() - common;
      if (common > 0 && !known.path().get(mine).equals(same.path().get(theirs))) {
        return false;
      }
      List<Step> own = below(a, known, mine);
      if (own != null && own.equals(below(b, same, theirs))) {
        return true;
      }
      common++;
    }
    return false;
  }

  /** How a place goes on from the first steps of another; {@code null} when it does not. */
  private static List<Step> below(Place place, Place whole, int steps) {
    boolean starts =
        place.root().equals(whole.root())
            && place.path().size() >= steps
            && place.path().subList(0, steps).equals(whole.path().subList(0, steps));
    return starts ? place.path().subList(steps, place.path().size()) : null;
  }
}
