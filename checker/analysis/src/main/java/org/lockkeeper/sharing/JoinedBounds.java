package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Two fields of which each is only set to what the other allows, such as the ends of a range:
 * {@code if (n > upper.get()) throw …; lower.set(n)} and the reverse. Each test may be outdated by
 * the other's write (Goetz et al. 2006, 4.3.3).
 */
final class JoinedBounds {
  private final Flows flows;

  JoinedBounds(Flows flows) {
    this.flows = flows;
  }

  /** Tests of one field, and writes of the other that they decide, in one solved method. */
  List<CheckThenActs.Pair> all(MethodFlow flow) {
    List<CheckThenActs.Pair> found = new ArrayList<>();
    for (CheckThenActs.Pair pair : bounds(flow)) {
      if (counterpart(pair, flow).isPresent()) {
        found.add(pair);
      }
    }
    return found;
  }

  /** The write of what the pair tests, decided by what it writes. */
  Optional<Access> counterpart(CheckThenActs.Pair pair, MethodFlow flow) {
    FieldRef tested = field(pair.check()).orElse(null);
    FieldRef written = field(pair.act()).orElse(null);
    if (tested == null || tested.equals(written)) {
      return Optional.empty();
    }
    String owner = flow.method().ref().owner();
    for (MethodInfo m : flows.hierarchy().find(owner).map(ClassInfo::methods).orElse(List.of())) {
      for (CheckThenActs.Pair other : flows.flow(m.ref()).map(this::bounds).orElse(List.of())) {
        boolean reverse = field(other.check()).filter(f -> f.equals(written)).isPresent();
        if (reverse && field(other.act()).filter(tested::equals).isPresent()) {
          return Optional.of(other.act());
        }
      }
    }
    return Optional.empty();
  }

  private List<CheckThenActs.Pair> bounds(MethodFlow flow) {
    List<Access> accesses = flows.accesses(flow.method().ref());
    List<CheckThenActs.Pair> found = new ArrayList<>();
    Map<Integer, Decisions> made = new HashMap<>();
    for (Access act : accesses) {
      Sym value = act.changes() && act.via().isEmpty() && !act.owned() ? set(act, flow) : null;
      for (Access check : value == null ? List.<Access>of() : accesses) {
        if (asks(check) && field(check).isPresent() && !field(check).equals(field(act))) {
          Decisions of = made.computeIfAbsent(check.op(), n -> new Decisions(flow, n));
          decision(of, check, flow.blockOf(act.op()), value)
              .ifPresent(d -> found.add(CheckThenActs.pair(check, act, d)));
        }
      }
    }
    return found;
  }

  /** The value that the field is set to. */
  private static Sym set(Access act, MethodFlow flow) {
    if (field(act).isEmpty() || act.call() == null) {
      return field(act).isEmpty() ? null : act.value();
    }
    Sym[] args = flow.args(act.op());
    return act.keyed() || act.atomic() || args.length != 2 ? null : args[1];
  }

  private static boolean asks(Access check) {
    boolean kind = check.kind() == Kind.CHECK || check.kind() == Kind.READ;
    return kind && check.via().isEmpty() && !check.keyed() && !check.owned();
  }

  /** The value must not be beyond what the check found. */
  private static Optional<Decisions.Decision> decision(
      Decisions of, Access check, int block, Sym value) {
    for (Decisions.Decision d : of.all()) {
      boolean order =
          d.test().relation() != Op.Relation.EQ && d.test().relation() != Op.Relation.NE;
      boolean found = is(d.left(), check) && CheckThenActs.sameValue(value, d.right());
      found |= is(d.right(), check) && CheckThenActs.sameValue(value, d.left());
      if (order && found && d.region().get(block)) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }

  private static boolean is(Sym sym, Access check) {
    return sym instanceof Sym.At at && at.origin() == check.op();
  }

  /** A field of the object itself, or a static one. */
  private static Optional<FieldRef> field(Access access) {
    Place on = access.target();
    boolean own = on.root() instanceof Root.This || on.root() instanceof Root.Static;
    return own && AfterStart.own(on) ? on.field() : Optional.empty();
  }
}
