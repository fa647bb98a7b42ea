package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Contexts;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Objects that a method has in variables: taken out of a container, or lent to a task. */
final class LocalObjects {
  /** Where a task runs beside the thread that hands it over, and not after it. */
  private static final Set<String> BESIDE = Set.of("pool", "thread", Contexts.FORK_JOIN);

  /** Waiting for these is not waiting for another thread of the program. */
  private static final Set<String> OUTSIDE =
      Set.of("file", "net", "dns", "jdbc", "stream", "console", "naming", "vm", "entropy");

  /** Helpers of helpers, at most, that may wait. */
  private static final int MAX_HELPERS = 2;

  private final Flows flows;
  private final FieldUses uses;

  LocalObjects(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** {@code queues.getAndSet(none)}, {@code queues.remove(key)}: nobody else finds it any more. */
  boolean takenOut(Place place, MethodFlow flow) {
    MethodRef taking = flow.callOf(place.root()).map(Op.Call::method).orElse(null);
    return taking != null
        && (flow.meaning(taking).removes()
            || flow.meaning(taking).atomic()
                && flows
                    .book()
                    .all(Fact.Acts.class, taking)
                    .contains(new Fact.Acts(Target.RECEIVER)));
  }

  /**
   * Why another thread may change what the method has made itself and uses: it has handed it to a
   * task that does, and has not waited since.
   */
  Optional<String> lent(Access act, MethodFlow flow) {
    Place made = Parts.container(act.target());
    Set<Trait> traits = uses.traits(made, flow);
    boolean concurrent = traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
    if (!concurrent || !made.path().isEmpty() || !(made.root() instanceof Root.Fresh)) {
      return Optional.empty();
    }
    String[] to = {null};
    flow.calls(
        (call, n) -> {
          for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
            if (h.later()
                && BESIDE.contains(h.context())
                && follows(n, act.op(), flow)
                && changes(h, made)
                && !waits(n, act.op(), flow)) {
              to[0] = call.method().name();
            }
          }
        });
    return Optional.ofNullable(to[0])
        .map(name -> "the task that `" + name + "` runs changes it as well");
  }

  private static boolean follows(int start, int op, MethodFlow flow) {
    int from = flow.blockOf(start);
    int to = flow.blockOf(op);
    return from == to && start < op || flow.reaches(from, to);
  }

  private boolean changes(Handoffs.Handoff h, Place made) {
    for (int i = h.receiver() ? 1 : 0; i < h.args().length; i++) {
      int param = i - (h.receiver() ? 1 : 0);
      boolean given = h.args()[i] instanceof Sym.At at && at.place().equals(made);
      for (Access a : given ? flows.accesses(h.target().ref()) : List.<Access>of()) {
        Place on = Parts.container(a.target());
        if (a.changes() && on.root() instanceof Root.Param p && p.index() == param) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a call in between may wait until the task is done. */
  private boolean waits(int start, int op, MethodFlow flow) {
    boolean[] found = {false};
    flow.calls(
        (call, n) ->
            found[0] |=
                n != start
                    && n != op
                    && follows(start, n, flow)
                    && follows(n, op, flow)
                    && waits(call, MAX_HELPERS));
    return found[0];
  }

  private boolean waits(Op.Call call, int depth) {
    for (Fact.Blocks blocks : flows.book().all(Fact.Blocks.class, call.method())) {
      if (!OUTSIDE.contains(blocks.kind())) {
        return true;
      }
    }
    boolean[] found = {false};
    for (MethodInfo target : depth > 0 ? flows.targets(call, null) : List.<MethodInfo>of()) {
      flows
          .flow(target.ref())
          .ifPresent(body -> body.calls((c, n) -> found[0] |= waits(c, depth - 1)));
    }
    return found[0];
  }
}
