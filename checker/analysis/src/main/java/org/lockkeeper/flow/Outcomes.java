package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.facts.Target;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Value.Const;

/**
 * What a test on the result of a call shows: a lock taken, a stamp valid, a context, a finished
 * future.
 */
public final class Outcomes {
  /** Who gives a stamp to get another one stays in the critical section that it is of. */
  private static final List<String> STAMP = List.of("long");

  private final MethodFlow flow;
  private final Knowledge knowledge;

  Outcomes(MethodFlow flow, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
  }

  /** The state after the test; {@code null} when it cannot succeed. */
  State assume(Op.Test test, Live at) {
    return assume(at.sym(test.left()), test.relation(), at.sym(test.right()), at);
  }

  /** The same of two values. */
  State assume(Sym left, Relation relation, Sym right, Live at) {
    if (left instanceof Sym.Lit a && right instanceof Sym.Lit b && !possible(a, relation, b)) {
      return null;
    }
    Boolean truth = Compounds.truth(right);
    if (truth != null && (relation == Relation.EQ || relation == Relation.NE)) {
      List<Compounds.Part> parts = new Compounds(flow).of(left, truth == (relation == Relation.EQ));
      if (!parts.isEmpty()) {
        return compound(parts, at);
      }
    }
    if (!(right instanceof Sym.Lit) && truth == null) {
      return relation == Relation.EQ ? same(left, right, at) : at.state;
    }
    Sym.Lit lit = truth == null ? (Sym.Lit) right : new Sym.Lit(truth);
    int call = left instanceof Sym.At a && a.origin() >= 0 ? a.origin() : -1;
    if (call >= 0 && flow.op(call) instanceof Op.Call made) {
      Live after = at.in(at.state.copy());
      apply(made, call, relation, lit.value(), after);
      return after.state;
    }
    HeldLocks held = left == null || call >= 0 ? null : shown(left, relation, lit, at);
    if (held == null || held.equals(at.held())) {
      return at.state;
    }
    State after = at.state.copy();
    after.held = held;
    return after;
  }

  private State compound(List<Compounds.Part> parts, Live at) {
    State state = at.state;
    for (Compounds.Part part : parts) {
      state =
          state == null
              ? null
              : assume(part.value(), Relation.EQ, new Sym.Lit(part.wanted()), at.in(state));
    }
    return state;
  }

  /** {@code if (Thread.currentThread() == owner)}: here runs the thread that the object keeps. */
  private State same(Sym left, Sym right, Live at) {
    Sym own = Confinement.runs(left, flow) ? left : Confinement.runs(right, flow) ? right : null;
    Sym kept = own == left ? right : left;
    if (own == null || kept == null) {
      return at.state;
    }
    int asked = ((Sym.At) own).origin();
    Live after = at.in(at.state.copy());
    Confinement.kept(kept).ifPresent(l -> prove(l, (Op.Call) flow.op(asked), asked, after));
    return after.state;
  }

  /**
   * The locks held where one of several values is the one that the test asks for: on every way that
   * leads to such a value; {@code null} where that is unknown.
   */
  private HeldLocks shown(Sym value, Relation relation, Sym.Lit lit, Live at) {
    HeldLocks common = null;
    for (Sym option : value.options()) {
      Object constant = constant(option, flow);
      boolean known = constant != null;
      if (known && !possible(new Sym.Lit(constant), relation, lit)) {
        continue;
      }
      HeldLocks here = null;
      if (known) {
        here = option instanceof Sym.Calc verdict ? taken(verdict, at.held(), flow) : null;
      } else if (option instanceof Sym.At a
          && a.origin() >= 0
          && flow.op(a.origin()) instanceof Op.Call made) {
        Live after = at.in(at.state.copy());
        apply(made, a.origin(), relation, lit.value(), after);
        here = after.held();
      }
      if (here == null) {
        return null;
      }
      common = common == null ? here : common.and(here);
    }
    return common;
  }

  /** The truth value that an option stands for: itself, or what a condition was turned into. */
  public static Object constant(Sym option, MethodFlow flow) {
    if (option instanceof Sym.Lit l) {
      return l.value() instanceof Boolean ? l.value() : null;
    }
    return option instanceof Sym.Calc c
            && c.operator().equals(Sym.Calc.VERDICT)
            && flow.op(c.origin()) instanceof Op.Copy copy
            && copy.from().get(0) instanceof Const k
        ? k.value()
        : null;
  }

  /** What is held here, and what the calls that a condition asked took on the way to its value. */
  public static HeldLocks taken(Sym.Calc verdict, HeldLocks here, MethodFlow flow) {
    HeldLocks held = here;
    for (HeldLocks.Held h : flow.held(verdict.origin()).all()) {
      boolean asked = h.origin() >= 0 && verdict.parts().stream().anyMatch(p -> p.from(h.origin()));
      if (asked && held.find(h.lock().place()).isEmpty()) {
        held = held.plus(h);
      }
    }
    return held;
  }

  /** Takes in that a value is true, if it is what a call answered. */
  void ensured(Sym value, Live at) {
    if (value instanceof Sym.At a
        && a.origin() >= 0
        && flow.op(a.origin()) instanceof Op.Call asked) {
      apply(asked, a.origin(), Relation.EQ, true, at);
    }
  }

  private static boolean possible(Sym.Lit a, Relation relation, Sym.Lit b) {
    boolean known = a.value() instanceof Boolean || a.value() == null && b.value() == null;
    if (!known || !(b.value() == null || b.value() instanceof Boolean)) {
      return true;
    }
    boolean same = Objects.equals(a.value(), b.value());
    return relation == Relation.EQ ? same : relation != Relation.NE || !same;
  }

  /** Whether a result for which the test holds is one of those that {@code when} speaks of. */
  public static boolean shows(When when, Relation relation, Object value) {
    boolean equal = relation == Relation.EQ;
    boolean differs = relation == Relation.NE;
    boolean zero = value instanceof Number x && x.longValue() == 0;
    return switch (when) {
      case ALWAYS -> true;
      case IF_TRUE -> equal && Boolean.TRUE.equals(value) || differs && Boolean.FALSE.equals(value);
      case IF_FALSE ->
          equal && Boolean.FALSE.equals(value) || differs && Boolean.TRUE.equals(value);
      case IF_NULL -> equal && value == null;
      case IF_NOT_NULL -> differs && value == null;
      case IF_ZERO -> equal && zero;
      case IF_NOT_ZERO ->
          differs && zero
              || relation == Relation.GT && zero
              || equal && value instanceof Number && !zero;
    };
  }

  private void apply(Op.Call call, int n, Relation relation, Object value, Live at) {
    Meaning meaning = knowledge.meaning(call.method());
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    for (Fact.Acquires fact : meaning.acquires()) {
      if (fact.when() != When.ALWAYS && shows(fact.when(), relation, value)) {
        hold(target(fact.lock(), args, receiver), fact.mode(), call, n, at);
      }
    }
    for (Fact.Held fact : meaning.proves()) {
      Place place = target(fact.lock(), args, receiver);
      boolean shown = fact.mode() != Mode.OPTIMISTIC && shows(fact.when(), relation, value);
      if (shown && place != null) {
        prove(Lock.of(place, fact.mode()), call, n, at);
      }
    }
    for (Fact.Takes fact : meaning.takes()) {
      if (fact.when() != When.ALWAYS && shows(fact.when(), relation, value)) {
        guard(fact.guard(), call, n, receiver, at);
      }
    }
    ensured(meaning, args, receiver, relation, value, at);
    contexts(meaning, call, n, relation, value, at);
    for (Fact.Ready fact : meaning.ready()) {
      Place place = target(fact.what(), args, receiver);
      if (place != null && shows(fact.when(), relation, value)) {
        at.state.assume(Assumption.ready(place));
      }
    }
    if (receiver && call.method().name().equals("equals") && shows(When.IF_TRUE, relation, value)) {
      at.state = same(args[0], args[1], at);
    }
    if (meaning.atomic()) {
      spun(call, n, relation, value, at);
    }
    if (!meaning.locking()) {
      gains(call, n, relation, value, at);
    }
  }

  private void ensured(
      Meaning meaning, Sym[] args, boolean receiver, Relation relation, Object value, Live at) {
    for (Fact.Ensures fact : meaning.ensures()) {
      if (fact.when() != When.ALWAYS && shows(fact.when(), relation, value)) {
        ensured(argument(fact.argument().position(), args, receiver), at);
      }
    }
  }

  private static void contexts(
      Meaning meaning, Op.Call call, int n, Relation relation, Object value, Live at) {
    for (Fact.InContext fact : meaning.contexts()) {
      boolean in = shows(fact.when(), relation, value);
      at.state.assume(Assumption.context(fact.context(), in));
      Optional<Lock> own = in ? Confinement.of(fact.context()) : Optional.empty();
      own.ifPresent(l -> prove(l, call, n, at));
    }
  }

  private void spun(Op.Call call, int n, Relation relation, Object value, Live at) {
    boolean won =
        knowledge
            .homeMade()
            .spins()
            .wins(call, flow.blockOf(n), flow.body())
            .filter(w -> shows(w, relation, value))
            .isPresent();
    if (won) {
      hold(flow.args(n)[0].where().orElse(null), Mode.EXCLUSIVE, call, n, at);
    }
  }

  private void gains(Op.Call call, int n, Relation relation, Object value, Live at) {
    List<MethodInfo> targets = knowledge.targets(call, n, flow);
    if (targets.size() == 1) {
      Terms terms = new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
      Summary summary = knowledge.summary(targets.get(0).ref());
      summary
          .gainsIf()
          .forEach(
              (when, locks) -> {
                if (shows(when, relation, value)) {
                  locks.forEach(
                      k -> terms.lock(k).ifPresent(l -> hold(l.place(), l.mode(), call, n, at)));
                }
              });
      summary
          .readies()
          .forEach(
              (answer, places) -> {
                if (shows(answer ? When.IF_TRUE : When.IF_FALSE, relation, value)) {
                  places.forEach(
                      p -> terms.place(p).ifPresent(r -> at.state.assume(Assumption.ready(r))));
                }
              });
      if (shows(When.IF_TRUE, relation, value)) {
        summary.proves().forEach(lock -> terms.lock(lock).ifPresent(l -> prove(l, call, n, at)));
      }
    }
  }

  private void guard(String guard, Op.Call call, int n, boolean receiver, Live at) {
    knowledge
        .guard(guard, call.method())
        .flatMap(l -> new Terms(flow.args(n), receiver).lock(l))
        .ifPresent(l -> hold(l.place(), l.mode(), call, n, at));
  }

  private static void prove(Lock lock, Op.Call call, int n, Live at) {
    if (at.held().find(lock.place()).isEmpty()) {
      at.state.held = at.held().plus(HeldLocks.Held.proved(lock, call.site(), n));
    }
  }

  private static void hold(Place place, Mode mode, Op.Call call, int n, Live at) {
    if (place != null) {
      Lock lock = Lock.of(place, mode);
      boolean converts = call.method().params().equals(STAMP);
      int section = converts ? at.held().find(place).map(HeldLocks.Held::section).orElse(n) : n;
      at.state.held = at.held().plus(new HeldLocks.Held(lock, call.site(), n, section, null));
    }
  }

  /** The place that a fact's target names at a call; {@code null} when unknown. */
  public static Place target(Target target, Sym[] args, boolean receiver) {
    int index = target.position() == Target.THIS ? 0 : target.position() + (receiver ? 1 : 0);
    boolean there = index >= 0 && index < args.length && (target.position() >= 0 || receiver);
    return there && present(args[index]) instanceof Sym.At at ? at.place() : null;
  }

  /** Where it may be {@code null}, it is not when the call works. */
  private static Sym present(Sym value) {
    if (!(value instanceof Sym.Any any)) {
      return value;
    }
    List<Sym> there = new ArrayList<>(any.options());
    there.removeIf(o -> o instanceof Sym.Lit l && l.value() == null);
    return there.size() == 1 ? there.get(0) : value;
  }

  /** All places that it may be. */
  static List<Place> targets(Target target, Sym[] args, boolean receiver) {
    int index = target.position() == Target.THIS ? 0 : target.position() + (receiver ? 1 : 0);
    boolean there = index >= 0 && index < args.length && (target.position() >= 0 || receiver);
    List<Place> all = new ArrayList<>();
    if (there && args[index] != null) {
      args[index].options().forEach(o -> o.where().ifPresent(all::add));
    }
    return all;
  }

  /** The argument that a fact's key names at a call; {@code null} when unknown. */
  public static Sym argument(int position, Sym[] args, boolean receiver) {
    int index = position + (receiver ? 1 : 0);
    return position >= 0 && index < args.length ? args[index] : null;
  }
}
