package org.lockkeeper.sharing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Place;

/**
 * Locks that tasks hold whenever they use an object.
 *
 * @param <T> names an object in whichever method it is used
 */
final class LockedCalls<T> {
  private final Map<T, Set<Object>> common = new HashMap<>();

  /**
   * A use of one.
   *
   * @param names of locks; empty for those that others do not have
   */
  void used(T object, HeldLocks held, Function<Place, Optional<T>> names) {
    Set<Object> locks = new LinkedHashSet<>();
    for (HeldLocks.Held h : held.all()) {
      Place lock = h.lock().place();
      if (h.lock().exclusive() && lock.isGlobal()) {
        locks.add(lock);
      } else if (h.lock().exclusive()) {
        names.apply(lock).ifPresent(locks::add);
      }
    }
    common.merge(
        object,
        locks,
        (before, now) -> {
          before.retainAll(now);
          return before;
        });
  }

  /** Whether any use of the object is known. */
  boolean knows(T object) {
    return common.containsKey(object);
  }

  /** Whether all uses hold one lock. */
  boolean always(T object) {
    return !common.getOrDefault(object, Set.of()).isEmpty();
  }

  /** Operations that the method, or all who call it, keep others out of. */
  static BitSet in(MethodFlow flow, Flows flows) {
    BitSet locked = new BitSet();
    if (!flows.inherited(flow.method().ref()).isEmpty()) {
      locked.set(0, flow.ops());
    } else if (flow.locks()) {
      flow.replay((op, n, at) -> locked.set(n, !at.held().isEmpty()));
    }
    return locked;
  }
}
