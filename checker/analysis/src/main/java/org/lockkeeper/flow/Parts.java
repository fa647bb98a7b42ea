package org.lockkeeper.flow;

import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/** Parts of objects that are no fields: elements of arrays and lists, views of containers. */
public final class Parts {
  private Parts() {}

  /** Whether a place is one of an array or list, by its index. */
  public static boolean isElement(Place place) {
    return place.last().filter(Parts::isElement).isPresent();
  }

  /** Whether a step leads to one of an array or list, by its index. */
  public static boolean isElement(Step step) {
    return step instanceof Step.Part p && p.text().startsWith("[");
  }

  /** Whether a step leads to either side of a read-write lock. */
  public static boolean isSide(Step step) {
    return Step.Side.READ.equals(step) || Step.Side.WRITE.equals(step);
  }

  /** The container behind views. */
  public static Place container(Place place) {
    Place at = place;
    while (at.last().isPresent() && at.last().get() instanceof Step.Part && !isElement(at)) {
      at = at.parent();
    }
    return at;
  }
}
