package org.lockkeeper.sharing;

import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.interprocedural.EntryLocks;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.HandedLocks;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** Whether what is held at a point is what a guard asks for. */
final class KeptGuards {
  private final Flows flows;
  private final HandedLocks handed;
  private final LockedElements elements;

  KeptGuards(Flows flows) {
    this.flows = flows;
    this.handed = new HandedLocks(flows);
    this.elements = new LockedElements(flows);
  }

  /** How far a guard is kept, best first. */
  enum Level {
    /** Held as it must be. */
    KEPT,
    /** Held for reading only. */
    TOO_WEAK,
    /** Not held. */
    MISSING
  }

  /**
   * How far a guard is kept.
   *
   * @param need how it must be held at least
   * @param op the operation that needs it
   */
  Level level(HeldLocks held, Lock wanted, Mode need, int op, MethodFlow flow) {
    Level best = Level.MISSING;
    Place ours = flows.guards().ofOurs(wanted.place(), flow.method());
    for (HeldLocks.Held h : held.all()) {
      Place place = h.lock().place();
      boolean same =
          place.equals(wanted.place()) || place.equals(ours) || handed.same(wanted.place(), place);
      Optional<Lock> lock =
          same
              ? Optional.of(h.lock())
              : handed.given(h.lock(), flow).filter(l -> l.place().equals(wanted.place()));
      if (lock.isPresent() && !monitorOfLock(h, flow)) {
        Mode mode = lock.get().mode();
        boolean strong = lock.get().exclusive() || need == Mode.SHARED && mode == Mode.SHARED;
        boolean stamped = need == Mode.SHARED && mode == Mode.OPTIMISTIC && validated(h, op, flow);
        if (strong || stamped) {
          return Level.KEPT;
        }
        best = mode == Mode.SHARED ? Level.TOO_WEAK : best;
      }
    }
    return elements.held(wanted, need, op, flow) ? Level.KEPT : best;
  }

  /** Synchronizing on a lock object does not lock it. */
  private boolean monitorOfLock(HeldLocks.Held held, MethodFlow flow) {
    return held.origin() >= 0
        && flow.op(held.origin()) instanceof Op.Enter
        && handed.isLock(held.lock().place().type());
  }

  /** A validation of the same lock follows the optimistic read, here or in all callers. */
  private boolean validated(HeldLocks.Held stamp, int op, MethodFlow flow) {
    boolean[] found = {stamp.origin() == EntryLocks.INHERITED};
    flow.replay(
        (each, n, at) -> {
          if (n > op && each instanceof Op.Call call) {
            for (Fact.Held f : flows.meaning(call.method()).proves()) {
              Place place = Outcomes.target(f.lock(), flow.args(n), true);
              found[0] |= stamp.lock().place().equals(place);
            }
          }
        });
    return found[0];
  }
}
