package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Steps on what a variable holds that is one of several objects: {@code v = map.get(k); if (v ==
 * null) map.put(k, v = new Tally()); v.count++}.
 */
final class EitherValues {
  private final MethodFlow flow;
  private final Flows flows;
  private final Map<Integer, Op.Slot> reads = new HashMap<>();
  private final List<Access> found = new ArrayList<>();

  EitherValues(MethodFlow flow, Flows flows) {
    this.flow = flow;
    this.flows = flows;
  }

  /** Writes without a lock of what was read before, one for each object that it may be. */
  List<Access> steps() {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Read read && either(read.slot(), at) != null) {
            reads.put(n, read.slot());
          } else if (op instanceof Op.Write write && at.heldAgainstOthers().isEmpty()) {
            step(write, n, at);
          } else if (op instanceof Op.Call call && at.heldAgainstOthers().isEmpty()) {
            called(call, n);
          }
        });
    return found;
  }

  private static Sym.Any either(Op.Slot slot, Point at) {
    boolean object = slot.base().isPresent();
    return object && at.sym(slot.base().get()) instanceof Sym.Any any ? any : null;
  }

  private void step(Op.Write write, int n, Point at) {
    Sym.Any on = either(write.slot(), at);
    Sym value = at.sym(write.value());
    boolean steps = on != null && reads.keySet().stream().anyMatch(r -> feeds(r, write, value));
    for (Sym option : steps ? on.options() : List.<Sym>of()) {
      FieldRef field = write.slot().field();
      option
          .where()
          .flatMap(p -> p.then(new Place.Step.Field(field), field.type()))
          .ifPresent(p -> found.add(access(p, value, n, write, List.of())));
    }
  }

  private boolean feeds(int read, Op.Write write, Sym value) {
    return reads.get(read).equals(write.slot()) && value != null && flow.dependsOn(value, read);
  }

  /** A method of the object takes the step. */
  private void called(Op.Call call, int n) {
    Sym[] args = flow.args(n);
    boolean object = call.dispatch() != Op.Dispatch.STATIC && args.length > 0 && args[0] != null;
    List<Sym> out =
        object ? args[0].options().stream().filter(o -> comesOut(o, args[0])).toList() : List.of();
    List<MethodInfo> targets = out.isEmpty() ? List.of() : flow.targets(call);
    for (Sym option : targets.size() == 1 ? out : List.<Sym>of()) {
      Sym[] one = args.clone();
      one[0] = option;
      for (Access a : flows.accesses(targets.get(0).ref())) {
        boolean step = a.via().isEmpty() && a.held().isEmpty() && TaskRivals.steps(a);
        Optional<Place> place = step ? new Terms(one, true).place(a.target()) : Optional.empty();
        List<Summary.Via> via = List.of(new Summary.Via(call.site(), targets.get(0).ref()));
        place.ifPresent(p -> found.add(access(p, a.value(), n, call, via)));
      }
    }
  }

  /** What a call gave, or made where there was none: others may do so at the same time. */
  private boolean comesOut(Sym value, Sym either) {
    return value instanceof Sym.At at
        && at.place().path().isEmpty()
        && flow.callOf(at.place().root())
            .filter(c -> either instanceof Sym.Any || flow.meaning(c.method()).atomic())
            .isPresent();
  }

  private static Access access(Place on, Sym value, int n, Op op, List<Summary.Via> via) {
    return new Access(
        Kind.WRITE,
        on,
        null,
        false,
        value,
        null,
        HeldLocks.NONE,
        n,
        op.site(),
        false,
        false,
        Fact.When.ALWAYS,
        via,
        op.site());
  }
}
