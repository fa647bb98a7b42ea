package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Tests in helpers that throw for the wrong answer: {@code requireAbsent(key)}. Who comes past the
 * call relies on what they found.
 */
final class Refusals {
  private static final int MAX = 4;

  private final MethodFlow flow;
  private final List<Access> accesses;
  private List<Integer> ensuring;

  Refusals(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  /** What the method has asked whenever it returns, if it does not act on that itself. */
  List<Access> all() {
    List<Access> out = new ArrayList<>();
    Harmless harmless = new Harmless(flow);
    for (Access a : accesses) {
      if (out.size() == MAX || a.owned() || !Summarizer.portable(a.target()) || actsOn(a)) {
        continue;
      }
      if (a.kind() == Kind.REFUSE && flow.blockOf(a.op()) == 0) {
        out.add(a);
      } else if (a.kind() == Kind.CHECK || a.kind() == Kind.READ) {
        passing(a, harmless).ifPresent(v -> out.add(a.refusing(v)));
      }
    }
    return List.copyOf(out);
  }

  private Optional<Sym> passing(Access a, Harmless harmless) {
    for (Decisions.Decision d : new Decisions(flow, a.op()).all()) {
      boolean direct = d.left() instanceof Sym.At at && at.origin() == a.op();
      if (direct && d.test().relation() == Op.Relation.EQ && harmless.refuses(d)) {
        return fixed(d.right());
      }
    }
    return Optional.empty();
  }

  private static Optional<Sym> fixed(Sym value) {
    if (value instanceof Sym.At at && at.place().root() instanceof Root.Static) {
      return Optional.of(new Sym.At(at.place(), -1));
    }
    return Optional.ofNullable(value).filter(Sym.Lit.class::isInstance);
  }

  private boolean actsOn(Access asked) {
    return accesses.stream()
        .anyMatch(a -> a.changes() && CheckThenActs.sameContainer(a.target(), asked.target()));
  }

  /** The last one before an action on what was asked about. */
  Optional<Access> before(Access act) {
    Access last = null;
    for (Access each : accesses) {
      Access a = ensured(each, act).map(each::refusing).orElse(each);
      boolean alike = (a.call() == null) == (act.call() == null);
      if (a.kind() == Kind.REFUSE
          && alike
          && a.op() < act.op()
          && comes(flow.blockOf(a.op()), flow.blockOf(act.op()))
          && CheckThenActs.sameContainer(a.target(), act.target())
          && (!a.keyed() || act.keyed() && new SameValues(flow).same(a.key(), act.key()))) {
        last = a;
      }
    }
    return Optional.ofNullable(last);
  }

  /** {@code checkState(!map.containsKey(key))}: the answer with which the method goes on. */
  private Optional<Sym> ensured(Access asked, Access act) {
    boolean asks = asked.kind() == Kind.CHECK || asked.kind() == Kind.READ;
    for (int n : asks ? ensuring() : List.<Integer>of()) {
      if (asked.op() < n && n < act.op()) {
        Op.Call call = (Op.Call) flow.op(n);
        for (Fact.Ensures f : flow.meaning(call.method()).ensures()) {
          Optional<Sym> passes = passes(asked, call, f.argument().position(), n);
          if (passes.isPresent()) {
            return passes;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Calls that return only when an argument is true. */
  private List<Integer> ensuring() {
    if (ensuring == null) {
      ensuring = new ArrayList<>();
      flow.calls(
          (call, n) -> {
            if (flow.meaning(call.method()).ensures().stream()
                .anyMatch(f -> f.when() == When.ALWAYS)) {
              ensuring.add(n);
            }
          });
    }
    return ensuring;
  }

  private Optional<Sym> passes(Access asked, Op.Call call, int argument, int n) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym arg = Outcomes.argument(argument, flow.args(n), receiver);
    if (arg instanceof Sym.At at && at.origin() == asked.op()) {
      return Optional.of(new Sym.Lit(true));
    }
    Value joined = call.args().get(argument + (receiver ? 1 : 0));
    for (Decisions.Decision d : new Decisions(flow, asked.op()).all()) {
      boolean direct = d.left() instanceof Sym.At at && at.origin() == asked.op();
      boolean same = direct && d.test().relation() == Op.Relation.EQ;
      for (int b = d.region().nextSetBit(0); same && b >= 0; b = d.region().nextSetBit(b + 1)) {
        if (sets(flow.body().blocks().get(b), joined)) {
          return fixed(d.right());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a block makes a variable true. */
  private static boolean sets(Block block, Value variable) {
    return block.ops().stream()
        .anyMatch(
            op ->
                op instanceof Op.Copy c
                    && c.to().equals(variable)
                    && c.from().equals(List.of(Const.TRUE)));
  }

  private boolean comes(int from, int to) {
    return from == to || flow.reaches(from, to);
  }

  /** That the answer was the right one. */
  Decisions.Decision decision(Access refusal, Access act) {
    BitSet region = new BitSet();
    region.set(flow.blockOf(act.op()));
    Op.Test test = new Op.Test(Const.TRUE, Op.Relation.EQ, Const.TRUE, refusal.site());
    Sym right = refusal.value();
    return new Decisions.Decision(test, right, right, flow.blockOf(refusal.op()), region);
  }
}
