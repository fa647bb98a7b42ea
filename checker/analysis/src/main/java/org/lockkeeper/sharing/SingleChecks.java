package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.Shape;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * {@code Name n = name; if (n == null) { n = parse(); name = n; } return n;}: the single-check
 * idiom (Bloch, Effective Java, item 83). Each thread goes on with what it has made itself, and
 * nobody can tell one value from another that is equal.
 */
final class SingleChecks {
  private final Flows flows;
  private final FieldUses uses;

  SingleChecks(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether the value may be worked out twice: the field is read once, and never taken back. */
  boolean tolerated(CheckThenActs.Pair pair, MethodFlow flow) {
    Access check = pair.check();
    Access act = pair.act();
    Optional<FieldRef> field = act.target().field();
    return act.kind() == Kind.WRITE
        && check.kind() == Kind.READ
        && act.via().isEmpty()
        && check.via().isEmpty()
        && act.target().root() instanceof Root.This
        && act.target().path().size() == 1
        && missing(pair)
        && act.value() != null
        && flow.returns(v -> v.options().containsAll(act.value().options()))
        && field.isPresent()
        && seenWhole(field.get())
        && value(field.get().type(), flow)
        && once(pair, flow, field.get())
        && !changes(pair, flow)
        && !given(pair, flow);
  }

  /** The decision is that the field holds nothing yet. */
  private static boolean missing(CheckThenActs.Pair pair) {
    return pair.decision().test().relation() == Op.Relation.EQ
        && pair.decision().left() instanceof Sym.At at
        && at.origin() == pair.check().op()
        && pair.decision().right() instanceof Sym.Lit;
  }

  /** Others see all of the value, or nothing of it (JLS 17.5). */
  private boolean seenWhole(FieldRef field) {
    return uses.ofType(field.type()).contains(Trait.IMMUTABLE)
        || uses.info(field).filter(f -> f.has(Modifier.VOLATILE)).isPresent();
  }

  /** Two of them that are made of the same are equal, and stay so. */
  private boolean value(String type, MethodFlow flow) {
    Optional<ClassInfo> info = flows.hierarchy().find(type).filter(c -> c.superName().isPresent());
    return flow.is(type, Trait.IMMUTABLE)
        || flow.value(type)
            && !flow.works(type, Shape.COLLECTION)
            && !flow.works(type, Shape.MAP)
            && info.filter(c -> !c.isInterface()).isPresent()
            && info.get().fields().stream()
                .allMatch(f -> f.has(Modifier.FINAL) || f.has(Modifier.VOLATILE));
  }

  /** It is made of the caller's arguments, and another caller's are others. */
  private static boolean given(CheckThenActs.Pair pair, MethodFlow flow) {
    BitSet region = pair.decision().region();
    boolean[] given = {false};
    flow.replay(
        (op, n, at) -> {
          for (Value v : region.get(flow.blockOf(n)) ? Operands.used(op) : List.<Value>of()) {
            given[0] |= at.sym(v) instanceof Sym.At a && a.place().root() instanceof Root.Param;
          }
        });
    return given[0];
  }

  /** Nobody else writes it, and here it is read for the test alone. */
  private boolean once(CheckThenActs.Pair pair, MethodFlow flow, FieldRef field) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean here = use.method().equals(flow.method().ref());
      boolean again = here && a.kind() == Kind.READ && a.op() != pair.check().op();
      boolean elsewhere = !here && a.changes() && !a.owned();
      if (again || elsewhere) {
        return false;
      }
    }
    return true;
  }

  /** Something else is changed on the way, which is then done twice. */
  private boolean changes(CheckThenActs.Pair pair, MethodFlow flow) {
    BitSet region = pair.decision().region();
    return flows.accesses(flow.method().ref()).stream()
        .filter(a -> region.get(flow.blockOf(a.op())) && a.changes() && !a.owned())
        .anyMatch(a -> a.via().isEmpty() && a.op() != pair.act().op());
  }
}
