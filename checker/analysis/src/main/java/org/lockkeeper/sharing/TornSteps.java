package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.ir.Op;

/**
 * One-call steps of a counter and a second call beside them that was meant to go together with the
 * first: {@code n.incrementAndGet(); return n.get()} may return what another thread's step made of
 * it, and {@code if (n.incrementAndGet() > MAX) n.set(0)} sets back what others have counted since.
 */
final class TornSteps {
  private static final Set<String> NUMBERS = Set.of("int", "long");

  private static final String ADVICE = "use what the step itself returns";

  private final MethodFlow flow;
  private final List<Access> accesses;

  TornSteps(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  /** Steps whose outcome is got by another call, and returned as if it was this thread's own. */
  List<Updates.Update> drawn() {
    List<Updates.Update> found = new ArrayList<>();
    for (Access step : accesses) {
      if (steps(step) && flow.drops((Op.Call) flow.op(step.op()), step.op())) {
        reads(step)
            .filter(a -> returns(step) && !Decisions.tested(flow, a.op()) && returned(a))
            .findFirst()
            .or(() -> asks(step).filter(a -> last(step, a)).findFirst())
            .map(r -> new Updates.Update(r, step, ADVICE, false, after(r, step) ? r : null))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whole-state steps by a call that would have told the outcome. */
  private boolean steps(Access a) {
    return a.kind() == Kind.ACT && a.atomic() && !a.keyed() && a.via().isEmpty() && !a.owned();
  }

  private boolean returns(Access step) {
    return Sym.parameter(step.value()) < 0
        && step.call().returns().equals(flow.method().ref().returns());
  }

  private Stream<Access> reads(Access step) {
    return asks(step).filter(a -> flow.blockOf(a.op()) == flow.blockOf(step.op()));
  }

  private Stream<Access> asks(Access step) {
    return accesses.stream()
        .filter(a -> a.kind() == Kind.CHECK && !a.keyed() && a.via().isEmpty())
        .filter(a -> CheckThenActs.sameContainer(a.target(), step.target()));
  }

  /** Whether the number is asked for after the step, whichever way. */
  private boolean after(Access read, Access step) {
    int from = flow.blockOf(step.op());
    int to = flow.blockOf(read.op());
    return step.op() < read.op()
        && (from == to
            || !Ways.from(flow.body(), new int[] {0}, at -> at != from, Ways::all).get(to));
  }

  /** {@code n.decrementAndGet(); if (n.get() == 0) close()}: two threads may both be the last. */
  private boolean last(Access step, Access read) {
    boolean counts = number(step) && number(read) && after(read, step);
    List<Decisions.Decision> all =
        counts ? new Decisions(flow, read.op()).all() : List.<Decisions.Decision>of();
    return all.stream()
        .filter(d -> d.test().relation() == Op.Relation.EQ && limit(d.right(), step))
        .filter(d -> got(d.left(), read) || everySo(d.left(), read))
        .anyMatch(this::calls);
  }

  private static boolean got(Sym value, Access read) {
    return value instanceof Sym.At at && at.origin() == read.op();
  }

  /** {@code n.get() % 100}: whoever comes to a round number. */
  private static boolean everySo(Sym value, Access read) {
    return value instanceof Sym.Calc c
        && Set.of("%", "&").contains(c.operator())
        && c.parts().size() == 2
        && got(c.parts().get(0), read);
  }

  /** A constant, or another field. */
  private static boolean limit(Sym value, Access step) {
    boolean field =
        value instanceof Sym.At at
            && at.place().field().isPresent()
            && !at.place().equals(step.target());
    return value instanceof Sym.Lit || field;
  }

  private static boolean number(Access a) {
    return a.call() != null && NUMBERS.contains(a.call().returns());
  }

  private boolean calls(Decisions.Decision d) {
    boolean[] found = new boolean[1];
    flow.calls((call, n) -> found[0] |= d.region().get(flow.blockOf(n)) && counts(call));
    return found[0];
  }

  /** Does more if it is done twice. */
  private boolean counts(Op.Call call) {
    return !call.method().isConstructor() && !flow.meaning(call.method()).idempotent();
  }

  private boolean returned(Access read) {
    return flow.returns(
        v -> v instanceof Sym.At at && at.origin() == read.op() && at.place().path().isEmpty());
  }

  /** Steps that went too far, and stores that undo them, with what others did meanwhile. */
  List<CheckThenActs.Pair> overruns() {
    List<CheckThenActs.Pair> found = new ArrayList<>();
    for (Access act : accesses) {
      boolean sets =
          act.kind() == Kind.ACT
              && !act.atomic()
              && !act.keyed()
              && act.via().isEmpty()
              && !act.owned()
              && act.value() instanceof Sym.Lit;
      for (Access step : sets ? accesses : List.<Access>of()) {
        if (step.kind() == Kind.ACT
            && step.atomic()
            && !step.keyed()
            && step.via().isEmpty()
            && CheckThenActs.sameContainer(step.target(), act.target())) {
          over(step, act).ifPresent(d -> found.add(CheckThenActs.pair(step, act, d)));
        }
      }
    }
    return found;
  }

  /** What is set to the very limit of the test stays there, whoever is last. */
  private Optional<Decisions.Decision> over(Access step, Access act) {
    List<Decisions.Decision> all = new Decisions(flow, step.op()).all();
    boolean limit = all.stream().anyMatch(d -> CheckThenActs.sameValue(d.right(), act.value()));
    return all.stream()
        .filter(d -> !limit && d.region().get(flow.blockOf(act.op())))
        .filter(d -> d.test().relation() != Op.Relation.EQ)
        .filter(d -> d.test().relation() != Op.Relation.NE)
        .findFirst();
  }
}
