package org.lockkeeper.flow;

import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/**
 * A lock as one method names it. Equality is "must": the same object within one thread. {@link
 * #shape} is "may": what two threads can agree on.
 *
 * @param place the lock object; the read-write lock itself for its sides
 * @param mode how it is held
 */
public record Lock(Place place, Mode mode) {

  /** The lock behind a place, seeing through the sides of a read-write lock. */
  public static Lock of(Place place, Mode mode) {
    Step last = place.last().orElse(null);
    if (Step.Side.READ.equals(last)) {
      return new Lock(place.parent(), Mode.SHARED);
    }
    if (Step.Side.WRITE.equals(last)) {
      return new Lock(place.parent(), Mode.EXCLUSIVE);
    }
    return new Lock(place, mode);
  }

  /** Whether it keeps out everybody else. */
  public boolean exclusive() {
    return mode == Mode.EXCLUSIVE || mode == Mode.PERMIT;
  }

  /** See {@link Place#shape}; modes do not count. */
  public String shape() {
    return place.shape();
  }

  @Override
  public String toString() {
    return place
        + (mode == Mode.SHARED ? " (read)" : mode == Mode.OPTIMISTIC ? " (optimistic)" : "");
  }
}
