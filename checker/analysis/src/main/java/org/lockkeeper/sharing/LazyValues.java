package org.lockkeeper.sharing;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.facts.Fact.Shape;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Idempotence;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * Values that are found out when first asked for, and come out alike in every thread: constants,
 * what is found by its name, or computed from what never changes, as in {@code String.hashCode}.
 */
final class LazyValues {
  /** Methods that only look, by the conventions of the language. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "(get|is|to|has|starts|ends|contains|equals|hash|index|compare)([A-Z].*)?|length|size|charAt"
              + "|substring|valueOf|format|append|<init>|iterator|next|keySet|values|entrySet|stream");

  private static final int MAX_DEPTH = 3;

  private final Flows flows;
  private final FieldUses uses;

  LazyValues(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether two threads that both find the value missing write the same. */
  boolean same(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    Optional<FieldRef> field = act.target().field();
    boolean fills =
        act.kind() == Kind.WRITE
            && act.via().isEmpty()
            && pair.check().call() == null
            && pair.decision().test().relation() == Op.Relation.EQ
            && pair.decision().right() instanceof Sym.Lit;
    if (fills && field.isPresent() && flows.works(field.get().type(), Shape.NAMED)) {
      return found(act) && alone(pair, flow);
    }
    if (!fills || field.isEmpty() || !plain(field.get())) {
      return false;
    }
    BitSet region = pair.decision().region();
    boolean constant = true;
    for (FieldUses.Use use : uses.of(field.get())) {
      Access a = use.access();
      if (a.changes() && !a.owned()) {
        constant &= a.value() instanceof Sym.Lit l && l.value() != null;
        boolean here = use.method().equals(flow.method().ref());
        if (!here || !region.get(flow.blockOf(a.op())) && steps(a, act)) {
          return false;
        }
      }
    }
    return !tells(region, flow) && new Region(flow, field.get(), !constant).looks(region);
  }

  /** {@code switch (state) { case 0: state = 1; … case 1: state = 2; … }}: no missing value. */
  private static boolean steps(Access other, Access act) {
    return other.value() instanceof Sym.Lit
        && act.value() instanceof Sym.Lit
        && !CheckThenActs.sameValue(other.value(), act.value());
  }

  /** What another call has given, and nothing that is made here. */
  private static boolean found(Access act) {
    return act.value() != null
        && act.value().options().stream()
            .allMatch(v -> v instanceof Sym.At at && at.place().root() instanceof Root.Unknown);
  }

  /** Whether nothing follows the write that belongs to it and that others may find undone. */
  private static boolean alone(CheckThenActs.Pair pair, MethodFlow flow) {
    int written = pair.act().op();
    int[] home = {flow.blockOf(written)};
    BitSet region = pair.decision().region();
    BitSet after = Ways.from(flow.body(), home, region::get, Ways::normal);
    boolean[] all = {true};
    flow.replay(
        (op, n, at) -> {
          boolean follows =
              after.get(flow.blockOf(n)) && (flow.blockOf(n) != home[0] || n > written);
          boolean does =
              op instanceof Op.Write || op instanceof Op.Call call && !Idempotence.looks(call);
          all[0] &= !(follows && does);
        });
    return all[0];
  }

  /** {@code if (!done) { done = true; return true; } return false;}: who came first hears of it. */
  private static boolean tells(BitSet region, MethodFlow flow) {
    Set<Sym> first = new HashSet<>();
    Set<Sym> others = new HashSet<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Return r && r.value().isPresent() && !r.thrown()) {
            Sym answer = at.sym(r.value().get());
            boolean here = region.get(flow.blockOf(n));
            (here ? first : others).add(answer);
          }
        });
    return first.contains(new Sym.Lit(true)) && others.contains(new Sym.Lit(false))
        || first.contains(new Sym.Lit(false)) && others.contains(new Sym.Lit(true));
  }

  /** Who holds it cannot tell one from another that is equal. */
  private boolean plain(FieldRef field) {
    boolean primitive = Primitives.is(field.type());
    return primitive || uses.ofType(field.type()).contains(Trait.IMMUTABLE);
  }

  /** What runs when the value is missing. */
  private final class Region {
    private final MethodFlow flow;
    private final FieldRef field;
    private final boolean steady;

    Region(MethodFlow flow, FieldRef field, boolean steady) {
      this.flow = flow;
      this.field = field;
      this.steady = steady;
    }

    boolean looks(BitSet region) {
      boolean[] all = {true};
      flow.replay(
          (op, n, at) -> {
            if (region.get(flow.blockOf(n))) {
              all[0] &= looks(op, MAX_DEPTH, new HashSet<>()) && (!steady || !varies(op, at));
            }
          });
      return all[0];
    }

    /** Depends on an argument, which another call has otherwise. */
    private boolean varies(Op op, Point at) {
      for (Value v : Operands.used(op)) {
        Sym sym = at.sym(v);
        for (Sym leaf : sym == null ? List.<Sym>of() : sym.leaves()) {
          if (leaf instanceof Sym.At a && a.place().root() instanceof Root.Param) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean looks(Op op, int depth, Set<MethodRef> seen) {
      if (op instanceof Op.Write w) {
        return w.slot().field().equals(field) || w.slot().field().equals(FieldRef.ELEMENT);
      }
      if (op instanceof Op.Read r) {
        FieldRef read = r.slot().field();
        return !steady || read.equals(field) || read.equals(FieldRef.ELEMENT) || flows.fixed(read);
      }
      if (op instanceof Op.Call call) {
        return looks(call, depth, seen);
      }
      return !(op instanceof Op.Enter || op instanceof Op.Exit);
    }

    private boolean looks(Op.Call call, int depth, Set<MethodRef> seen) {
      List<MethodInfo> targets = flows.targets(call, null);
      boolean own = !targets.isEmpty();
      for (MethodInfo target : targets) {
        own &= depth > 0 && !seen.contains(target.ref()) && looks(target, depth - 1, seen);
      }
      boolean fixed = uses.ofType(call.method().owner()).contains(Trait.IMMUTABLE);
      boolean free = !steady || fixed || call.dispatch() != Op.Dispatch.VIRTUAL || text(call);
      return own
          || targets.isEmpty() && (fixed || LOOKS.matcher(call.method().name()).matches() && free);
    }

    /** A text that is put together. */
    private boolean text(Op.Call call) {
      return flows.hierarchy().isSubtype(call.method().owner(), "java.lang.Appendable");
    }

    private boolean looks(MethodInfo method, int depth, Set<MethodRef> seen) {
      seen.add(method.ref());
      boolean written = method.body().filter(b -> !Idempotence.empty(b)).isPresent();
      boolean all = written && !(steady && !method.ref().params().isEmpty());
      for (Block block : all ? method.body().get().blocks() : List.<Block>of()) {
        for (Op op : block.ops()) {
          all = all && looks(op, depth, seen);
        }
      }
      seen.remove(method.ref());
      return all;
    }
  }
}
