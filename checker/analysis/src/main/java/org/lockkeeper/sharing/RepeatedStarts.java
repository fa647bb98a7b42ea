package org.lockkeeper.sharing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Handoffs;
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

/**
 * Functions that a call runs for one element after the other, and that start a task in each of
 * these rounds: {@code range(0, 8).forEach(i -> new Thread(task).start())}.
 */
final class RepeatedStarts {
  /** Longest chain of calls to who starts a task. */
  private static final int MAX_CALLERS = 2;

  /** Who goes round. */
  enum Rounds {
    /** Nobody, or loops of the method that hands the task over. */
    NONE,
    /** That method runs again and again itself: what it makes is another each time. */
    STARTER,
    /** The same, of several objects. */
    STARTERS,
    /** A helper that it hands the task to: that is the same each time. */
    HELPER
  }

  private final Flows flows;
  private final Captures captures;
  private final Set<MethodRef> rounds = new HashSet<>();

  RepeatedStarts(Flows flows, Captures captures) {
    this.flows = flows;
    this.captures = captures;
    flows.all().forEach(this::collect);
  }

  private void collect(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          if (eachElement(call, flow)) {
            for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
              if (!h.later() && (h.target().isLambda() || own(h))) {
                rounds.add(h.target().ref());
              }
            }
          }
        });
  }

  /** {@code names.forEach(this::startWorker)}. */
  static boolean own(Handoffs.Handoff h) {
    return !h.receiver()
        || h.args()[0] instanceof Sym.At on && on.place().root() instanceof Root.This;
  }

  private boolean eachElement(Op.Call call, MethodFlow flow) {
    return flow.works(call.method().owner(), Fact.Shape.STREAM)
        || flows.book().says(Fact.Iterates.class, call.method());
  }

  /**
   * Whether the method starts the task once a round, and leaves it running.
   *
   * @param pool whether the task goes to a pool, which many a method does that is called in a loop,
   *     but only if no task of the kind runs
   */
  Rounds of(MethodFlow starter, AfterStart.Beside task, boolean pool) {
    return task.left() ? again(starter.method(), pool ? 0 : MAX_CALLERS) : Rounds.NONE;
  }

  /** Whether a helper starts what it is given again before it waits for it. */
  boolean inLoop(HandedTasks.Way way, AfterStart starts) {
    for (Loops.Loop loop : new Loops(way.in()).all()) {
      if (loop.blocks().get(way.in().blockOf(way.op())) && starts.again(way.in(), way.op())) {
        return true;
      }
    }
    return false;
  }

  /** How others run the method in rounds. */
  private Rounds again(MethodInfo method, int callers) {
    if (rounds.contains(method.ref())) {
      return Rounds.STARTER;
    }
    Rounds found = Rounds.NONE;
    for (Callers.Caller caller :
        callers > 0 ? flows.callers().of(method.ref()) : List.<Callers.Caller>of()) {
      boolean one = method.isStatic() || caller.self();
      Rounds here = one ? again(caller.in().method(), callers - 1) : Rounds.NONE;
      here = one && here == Rounds.NONE ? looped(caller, method.isStatic()) : here;
      found = found == Rounds.NONE || here == Rounds.STARTER ? here : found;
    }
    return found;
  }

  private static Rounds looped(Callers.Caller caller, boolean common) {
    int block = caller.in().blockOf(caller.op());
    Rounds found = Rounds.NONE;
    for (Loops.Loop loop : new Loops(caller.in()).all()) {
      boolean one = common || caller.on() != null && !Tasks.another(caller.on(), loop, caller.in());
      if (loop.blocks().get(block) && found != Rounds.STARTER) {
        found = one ? Rounds.STARTER : Rounds.STARTERS;
      }
    }
    return found;
  }

  /** Whether an object is the same in all rounds; {@code null} for that of the method. */
  boolean same(Place object, MethodFlow starter, Rounds by) {
    return by == Rounds.HELPER
        || by == Rounds.STARTER
            && (object == null
                || object.root() instanceof Root.This
                || object.root() instanceof Root.Static
                || captures.resolve(object, starter).isPresent());
  }
}
