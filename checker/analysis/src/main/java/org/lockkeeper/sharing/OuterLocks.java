package org.lockkeeper.sharing;

import java.util.List;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Locks of the object around an object of an inner class (JLS 8.1.3).
 *
 * @param hierarchy which class is below which
 */
record OuterLocks(Hierarchy hierarchy) {

  /**
   * Whether an object of an inner class takes a lock of the one around it, and another method the
   * same of its own object: whoever finds an inner object is taken for the one around it.
   */
  boolean around(Lock theirs, Lock ours) {
    List<Step> inner = theirs.place().path();
    List<Step> path = ours.place().path();
    int from = outers(inner);
    int own = outers(path);
    return from > 0
        && ours.place().root() instanceof Root.This
        && hierarchy.isSubtype(owner(ours.place(), own), owner(theirs.place(), from))
        && inner.subList(from, inner.size()).equals(path.subList(own, path.size()));
  }

  /** How many steps lead from object to the one around it. */
  private static int outers(List<Step> path) {
    return (int) path.stream().takeWhile(Step::outer).count();
  }

  /** The type of what the first steps lead to. */
  private static String owner(Place place, int steps) {
    return steps == 0 ? place.rootType() : ((Step.Field) place.path().get(steps - 1)).ref().type();
  }
}
