package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Values that one step of a shared map makes where there are none, and answers: {@code
 * shared.computeIfAbsent(k, make)}, also in a helper that returns them.
 */
final class ComputedValues {
  private static final int MAX_HELPERS = 2;

  private final Flows flows;

  ComputedValues(Flows flows) {
    this.flows = flows;
  }

  /** What asked for the value that a call of the method answers. */
  Optional<Access> at(int op, MethodFlow flow) {
    return at(op, flow, MAX_HELPERS);
  }

  private Optional<Access> at(int op, MethodFlow flow, int helpers) {
    if (op < 0 || !(flow.op(op) instanceof Op.Call call)) {
      return Optional.empty();
    }
    Meaning meaning = flow.meaning(call.method());
    Sym[] args = flow.args(op);
    boolean map = flow.works(call.method().owner(), Fact.Shape.MAP);
    boolean makes = map && meaning.atomic() && !meaning.runs().isEmpty();
    if (makes || !flows.book().all(Fact.Finds.class, call.method()).isEmpty()) {
      return args.length > 1
              && args[0] instanceof Sym.At on
              && !(on.place().root() instanceof Root.Fresh)
          ? Optional.of(Access.step(Kind.CHECK, on.place(), args[1], call, op, HeldLocks.NONE))
          : Optional.empty();
    }
    List<MethodInfo> targets = helpers > 0 ? flow.targets(call) : List.of();
    return targets.size() == 1
        ? flows.flow(targets.get(0).ref()).flatMap(f -> answered(f, call, op, args, helpers - 1))
        : Optional.empty();
  }

  private Optional<Access> answered(
      MethodFlow helper, Op.Call call, int op, Sym[] args, int helpers) {
    Terms terms = new Terms(args, call.dispatch() != Op.Dispatch.STATIC);
    for (int made : results(helper)) {
      Access inside = at(made, helper, helpers).orElse(null);
      Place on = inside == null ? null : terms.place(inside.target()).orElse(null);
      if (on != null && !(on.root() instanceof Root.Fresh)) {
        Sym key = inside.key() == null ? null : terms.sym(inside.key(), op);
        return Optional.of(Access.step(Kind.CHECK, on, key, call, op, HeldLocks.NONE));
      }
    }
    return Optional.empty();
  }

  /** What asked for an object whose field is read or written. */
  Optional<Access> below(Op.Slot slot, int op, MethodFlow flow) {
    Sym[] base = {null};
    flow.replay(
        (o, n, at) -> {
          if (n == op && slot.base().isPresent()) {
            base[0] = at.sym(slot.base().get());
          }
        });
    return base[0] instanceof Sym.At value ? found(value, flow) : Optional.empty();
  }

  /** What asked for a value that a helper has found in a map. */
  Optional<Access> found(Sym.At value, MethodFlow flow) {
    return isFound(value.place()) ? at(from(value, flow), flow) : Optional.empty();
  }

  /** {@code map[key]}. */
  static boolean isFound(Place place) {
    return place.last().filter(Place.Step.Part.class::isInstance).isPresent();
  }

  /** What answered a value: a call, also where it finds the same thing again; -1 for others. */
  private static int from(Sym.At value, MethodFlow flow) {
    Place place = value.place();
    int made = place.path().isEmpty() ? flow.maker(place.root()) : -1;
    int op = isFound(place) ? value.origin() : made;
    return op >= 0 && flow.op(op) instanceof Op.Call ? op : -1;
  }

  /** The calls whose answers the method returns as they are. */
  private static List<Integer> results(MethodFlow helper) {
    List<Integer> made = new ArrayList<>();
    helper.replay(
        (op, n, at) -> {
          Sym result =
              op instanceof Op.Return r && r.value().isPresent() ? at.sym(r.value().get()) : null;
          for (Sym option : result == null ? List.<Sym>of() : result.options()) {
            if (option instanceof Sym.At value) {
              made.add(from(value, helper));
            }
          }
        });
    return made;
  }
}
