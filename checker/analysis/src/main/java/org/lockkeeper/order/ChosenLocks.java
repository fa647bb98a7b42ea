package org.lockkeeper.order;

import java.util.Optional;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.InnerNames;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Locks that are one of several: {@code synchronized (pool != null ? pool : this)}. Who acquires
 * one of them inside may well be re-entering it.
 */
final class ChosenLocks {
  private ChosenLocks() {}

  /**
   * Whether what is held was chosen among locks of which the place is one, or is the same lock of
   * the outer object as a superclass names it.
   */
  static boolean may(HeldLocks.Held held, Place place, MethodFlow flow) {
    Optional<Place> own = InnerNames.ownOuter(place, flow.method().ref().owner());
    if (place.root() instanceof Root.This && own.filter(held.lock().place()::equals).isPresent()) {
      return !held.stamp();
    }
    boolean chosen = held.lock().place().root() instanceof Root.Unknown && held.origin() >= 0;
    Sym sym = chosen ? acquired(held.origin(), flow) : null;
    return sym != null
        && sym.options().stream().anyMatch(o -> o instanceof Sym.At at && at.place().equals(place));
  }

  /** What an operation locked. */
  static Sym acquired(int op, MethodFlow flow) {
    if (flow.op(op) instanceof Op.Call) {
      return flow.args(op).length > 0 ? flow.args(op)[0] : null;
    }
    Sym[] found = new Sym[1];
    flow.replay(
        (each, n, at) -> {
          if (n == op && each instanceof Op.Enter enter) {
            found[0] = at.sym(enter.lock());
          }
        });
    return found[0];
  }
}
