package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.RepeatedStarts.Rounds;

/**
 * The operation of a method that hands a task over, or begins a chain of them.
 *
 * @param by who has called the method; {@code null} if that does not matter
 * @param rounds whether it happens more often than that operation runs in its method
 */
record Handover(
    MethodFlow in,
    int op,
    int chain,
    Site site,
    Handoffs.Handoff what,
    List<Loops.Loop> loops,
    AfterStart.Beside beside,
    Callers.Caller by,
    Rounds rounds) {
  /** The same, for a call of the method that hands the task over. */
  Handover by(Callers.Caller caller, AfterStart.Beside after) {
    List<Loops.Loop> around = new Loops(caller.in()).all();
    Site call = caller.in().op(caller.op()).site();
    return new Handover(in, op, caller.op(), call, what, around, after, caller, Rounds.NONE);
  }

  /** The method whose doing it is. */
  MethodFlow starter() {
    return by == null ? in : by.in();
  }

  /** What the caller gives for a parameter. */
  Optional<Place> argument(Place place) {
    int index = Sym.parameter(new Sym.At(place, -1)) + (in.method().isStatic() ? 0 : 1);
    boolean given = place.root() instanceof Root.Param && place.path().isEmpty();
    Sym[] args = by.in().args(by.op());
    return given && index < args.length && args[index] != null
        ? args[index].where()
        : Optional.empty();
  }

  int starts() {
    return by == null ? op : by.op();
  }
}
