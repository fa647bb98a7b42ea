package org.lockkeeper.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
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

  /** Whether the object of the method is the task. */
  boolean itself() {
    boolean receiver = what.position() == Target.THIS;
    boolean instance = in.op(op) instanceof Op.Call c && c.dispatch() != Op.Dispatch.STATIC;
    int index = receiver ? 0 : what.position() + (instance ? 1 : 0);
    Sym[] args = in.args(op);
    return index < args.length && args[index] instanceof Sym.At at && Identities.self(at.place());
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

  /** Whether it happens in each round of a loop. */
  boolean starts(Loops.Loop loop) {
    return loop.blocks().get(starter().blockOf(starts()));
  }

  /** Whether each round has another object. */
  boolean remakes(MethodRef maker, Place object, Loops.Loop loop) {
    return starter().method().ref().equals(maker) && Tasks.another(object, loop, starter());
  }

  /** Whether each hand-over has another object. */
  boolean remakes(MethodRef maker, Place object) {
    return loops.stream().anyMatch(l -> starts(l) && remakes(maker, object, l));
  }

  /** A part of the object that the task belongs to, where the starter has just made that. */
  Optional<Place> made(Place part) {
    boolean made = what.args().length > 0 && Dispatch.made(what.args()[0]);
    return made ? part.rebase(((Sym.At) what.args()[0]).place()) : Optional.empty();
  }

  /** The body of the task and the methods of its class that it calls on the same object. */
  Set<MethodRef> own(Flows flows) {
    Set<MethodRef> all = new LinkedHashSet<>();
    reach(what.target().ref(), flows, all);
    return all;
  }

  private static void reach(MethodRef method, Flows flows, Set<MethodRef> into) {
    if (into.add(method)) {
      flows
          .flow(method)
          .ifPresent(
              f ->
                  f.calls(
                      (call, n) -> {
                        Sym on = Knowledge.receiver(call, n, f);
                        boolean self = on instanceof Sym.At at && Identities.self(at.place());
                        for (MethodInfo m :
                            self ? flows.targets(call, on) : List.<MethodInfo>of()) {
                          reach(m.ref(), flows, into);
                        }
                        for (Handoffs.Handoff h : flows.handoffs(call, n, f)) {
                          if (!h.later() && h.target().isLambda()) {
                            reach(h.target().ref(), flows, into);
                          }
                        }
                      }));
    }
  }
}
