package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Steps of a field from one fixed value to another, such as the states of a service: two threads
 * that take the same step come to the same, but a step that another thread took meanwhile to a
 * third value is lost.
 */
final class LostSteps {
  private static final String EQUALS = "equals";

  private final FieldUses uses;

  LostSteps(FieldUses uses) {
    this.uses = uses;
  }

  /** A write, by another method, of a value that the step puts its own over. */
  Optional<Access> by(CheckThenActs.Pair step, MethodFlow flow) {
    Sym other = compared(step, flow);
    Sym tested = other == null ? step.decision().right() : other;
    boolean left = other == null ? relation(step) == Op.Relation.NE : !equal(step);
    return step.act()
        .target()
        .field()
        .filter(f -> named(tested) && named(step.act().value()))
        .flatMap(
            f ->
                uses.of(f).stream()
                    .filter(u -> !u.access().owned())
                    .filter(u -> !u.method().equals(flow.method().ref()) || other(u, step, flow))
                    .map(FieldUses.Use::access)
                    .filter(a -> a.kind() == Access.Kind.WRITE && third(a, step, tested, left))
                    .findFirst());
  }

  /**
   * {@code if (on) on = false; else on = true}: of two threads that switch it, one does nothing.
   */
  boolean toggles(CheckThenActs.Pair step, MethodFlow flow) {
    Access act = step.act();
    boolean flag =
        act.value() instanceof Sym.Lit l
            && l.value() instanceof Boolean
            && step.decision().left() instanceof Sym.At at
            && at.origin() == step.check().op();
    return flag
        && act.target().field().map(uses::of).orElse(List.of()).stream()
            .filter(u -> u.method().equals(flow.method().ref()))
            .filter(u -> u.access().kind() == Access.Kind.WRITE && other(u, step, flow))
            .map(u -> u.access().value())
            .anyMatch(v -> v instanceof Sym.Lit && !CheckThenActs.sameValue(v, act.value()));
  }

  /** Another step that the same look decides: {@code switch (state) { case A: state = B; … }}. */
  private static boolean other(FieldUses.Use use, CheckThenActs.Pair step, MethodFlow flow) {
    int op = use.access().op();
    return step.act().via().isEmpty()
        && !step.decision().region().get(flow.blockOf(op))
        && new Decisions(flow, step.check().op()).over(op).isPresent();
  }

  private static boolean third(Access other, CheckThenActs.Pair step, Sym tested, boolean left) {
    return other.value() != null
        && other.value().options().stream()
            .filter(v -> named(v) && !CheckThenActs.sameValue(v, step.act().value()))
            .anyMatch(v -> left == CheckThenActs.sameValue(v, tested));
  }

  private static Op.Relation relation(CheckThenActs.Pair step) {
    return step.decision().test().relation();
  }

  /** What {@code equals} compares with the value that was read; {@code null} for other tests. */
  private static Sym compared(CheckThenActs.Pair step, MethodFlow flow) {
    Sym answer = step.decision().left();
    int made = answer instanceof Sym.At at ? flow.maker(at.place().root()) : -1;
    boolean equals =
        made >= 0 && flow.op(made) instanceof Op.Call c && EQUALS.equals(c.method().name());
    Sym[] two = equals ? flow.args(made) : new Sym[0];
    if (two.length != 2 || two[0] == null || two[1] == null) {
      return null;
    }
    return two[0].from(step.check().op()) ? two[1] : two[0];
  }

  private static boolean equal(CheckThenActs.Pair step) {
    boolean yes = new Sym.Lit(true).equals(step.decision().right());
    return yes == (relation(step) == Op.Relation.EQ);
  }

  /** A constant of more than two. */
  private static boolean named(Sym value) {
    return value instanceof Sym.Lit l && l.value() != null && !(l.value() instanceof Boolean)
        || value instanceof Sym.At at
            && at.place().root() instanceof Root.Static
            && at.place().isGlobal();
  }
}
