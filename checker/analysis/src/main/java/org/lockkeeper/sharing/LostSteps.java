package org.lockkeeper.sharing;

import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Steps of a field from one fixed value to another, such as the states of a service: two threads
 * that take the same step come to the same, but a step that another thread took meanwhile to a
 * third value is lost.
 */
final class LostSteps {
  private final FieldUses uses;

  LostSteps(FieldUses uses) {
    this.uses = uses;
  }

  /** A write, by another method, of a value that the step puts its own over. */
  Optional<Access> by(CheckThenActs.Pair step, MethodFlow flow) {
    return step.act()
        .target()
        .field()
        .filter(f -> named(step.decision().right()) && named(step.act().value()))
        .flatMap(
            f ->
                uses.of(f).stream()
                    .filter(u -> !u.method().equals(flow.method().ref()) && !u.access().owned())
                    .map(FieldUses.Use::access)
                    .filter(a -> a.kind() == Access.Kind.WRITE && third(a, step))
                    .findFirst());
  }

  private static boolean third(Access other, CheckThenActs.Pair step) {
    Sym tested = step.decision().right();
    boolean left = step.decision().test().relation() == Op.Relation.NE;
    return other.value() != null
        && other.value().options().stream()
            .filter(v -> named(v) && !CheckThenActs.sameValue(v, step.act().value()))
            .anyMatch(v -> left == CheckThenActs.sameValue(v, tested));
  }

  /** A constant of more than two. */
  private static boolean named(Sym value) {
    return value instanceof Sym.Lit l && l.value() != null && !(l.value() instanceof Boolean)
        || value instanceof Sym.At at
            && at.place().root() instanceof Root.Static
            && at.place().isGlobal();
  }
}
