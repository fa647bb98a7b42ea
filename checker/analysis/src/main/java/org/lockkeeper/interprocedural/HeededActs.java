package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/** Actions that look for themselves, and whether the method heeds what they answer. */
public final class HeededActs {
  private final MethodFlow flow;
  private final List<Access> accesses;

  /** In one solved method; {@code accesses} are all that it makes. */
  public HeededActs(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  /** The action looks for itself, and the method heeds its answer. */
  boolean excused(Access check, Access act, Decisions.Decision d) {
    boolean looks = looks(act);
    if (WholeSteps.takes(act, flow)) {
      return true;
    }
    if (looks && judged(check, act) && !judged(act, act)) {
      return false;
    }
    if ((act.via().isEmpty() && !fails(act) || polls(act)) && lookedAt(act)) {
      return !fills(check, act, d) && !appends(check, act);
    }
    boolean valued = valued(check, act, d);
    if (new StepFunctions(flow).excuse(act, !valued)) {
      return true;
    }
    boolean tells = looks || polls(act) || act.atomic() && !limit(act, d);
    if (tells && returned(act.op()) && !unboxed(act) || told(check, act)) {
      return true;
    }
    boolean repeats = looks && !(valued && blind(act));
    return act.atomic() && repeats && act.via().isEmpty() && !reuses(act);
  }

  /** {@code merge(key, 1, Integer::sum)}, {@code replace(key, 0)}: whatever is there. */
  boolean blind(Access act) {
    if (!act.atomic() || act.kind() != Kind.ACT || new StepFunctions(flow).excuse(act, false)) {
      return false;
    }
    Meaning meaning = flow.meaning(act.call());
    boolean plain = act.call().params().size() == 2 || !meaning.runs().isEmpty();
    boolean changes = !meaning.removes() && (!act.keyed() || plain && meaning.finds().isEmpty());
    return changes && accesses.stream().noneMatch(a -> a.op() == act.op() && promises(a));
  }

  private static boolean promises(Access a) {
    return a.kind() == Kind.CHECK && a.present() != When.ALWAYS;
  }

  /** Whether more than whether there is anything decides the action. */
  private boolean valued(Access check, Access act, Decisions.Decision decision) {
    List<Decisions.Decision> all = new ArrayList<>(new Decisions(flow, check.op()).all());
    all.removeIf(d -> !d.region().get(flow.blockOf(act.op())));
    all.add(decision);
    return all.stream().anyMatch(d -> ordered(d) || !thereAtAll(check, d));
  }

  private static boolean ordered(Decisions.Decision d) {
    Op.Relation r = d.test().relation();
    return r != Op.Relation.EQ && r != Op.Relation.NE;
  }

  /** {@code if (used.get() < MAX) return used.incrementAndGet()}: the answer may be beyond it. */
  private static boolean limit(Access act, Decisions.Decision d) {
    return !act.keyed() && ordered(d);
  }

  /** {@code used.size() < MAX && used.add(name)}: whether it is a new one tells nothing of that. */
  private boolean fills(Access check, Access act, Decisions.Decision d) {
    return act.keyed()
        && !check.keyed()
        && ordered(d)
        && act.call() != null
        && !flow.meaning(act.call()).removes();
  }

  /** {@code !list.contains(x) && list.add(x)}: a list or queue takes whatever it is given. */
  private boolean appends(Access check, Access act) {
    return check.keyed()
        && act.call() != null
        && !flow.meaning(act.call()).removes()
        && Stream.of(Fact.Shape.LIST, Fact.Shape.QUEUE)
            .anyMatch(as -> flow.works(act.target().type(), as));
  }

  /** {@code if (set.contains(x)) return false; return set.add(x)}. */
  private boolean told(Access check, Access act) {
    return act.keyed()
        && act.via().isEmpty()
        && act.call() != null
        && act.call().returns().equals("boolean")
        && !appends(check, act)
        && flow.returns(v -> v.options().stream().anyMatch(o -> is(o, act.op())));
  }

  /** {@code int take() { return queue.poll(); }}: fails when there is nothing. */
  private boolean unboxed(Access act) {
    return act.call() != null
        && Primitives.is(flow.method().ref().returns())
        && !Primitives.is(act.call().returns());
  }

  /**
   * {@code head != null && head.due()}: more than whether anything is there decides, so that taking
   * whatever is first by then is no matter of being there either.
   */
  private boolean judged(Access what, Access act) {
    if (what.keyed() || act.keyed() || what.present() == When.ALWAYS || !act.via().isEmpty()) {
      return false;
    }
    for (Decisions.Decision d : new Decisions(flow, what.op()).all()) {
      boolean decides = what == act || d.region().get(flow.blockOf(act.op()));
      if (decides && !thereAtAll(what, d)) {
        return true;
      }
    }
    return false;
  }

  /** The decision asks for nothing but {@code null}, {@code true}, {@code false} or 0. */
  private static boolean thereAtAll(Access what, Decisions.Decision d) {
    Object value = d.right() instanceof Sym.Lit l ? l.value() : d;
    boolean object = what.present() == When.IF_NULL || what.present() == When.IF_NOT_NULL;
    boolean plain = value instanceof Boolean || Integer.valueOf(0).equals(value);
    return (object ? value == null : plain)
        && d.left() instanceof Sym.At at
        && at.origin() == what.op();
  }

  /**
   * {@code peek()} says that there is nothing: to pass its answer on is no use of it; so does
   * {@code get(key)} where callers get {@code null} anyway if there is nothing.
   */
  boolean passesOn(Access act) {
    boolean[] touched = new boolean[1];
    flow.calls(
        (call, n) ->
            touched[0] |=
                call.dispatch() != Op.Dispatch.STATIC
                    && Knowledge.receiver(call, n, flow) instanceof Sym.At at
                    && at.origin() == act.op());
    boolean whole = !act.keyed() || returned(act.op()) && returnsNull();
    return whole && looks(act) && !touched[0];
  }

  private boolean returnsNull() {
    return flow.returns(HeededActs::nothing);
  }

  /** {@code element()}, {@code firstKey()}, {@code pop()}: throws when nothing is there. */
  public boolean fails(Access act) {
    List<Access> here = accesses.stream().filter(a -> a.op() == act.op()).toList();
    return Stream.concat(here.stream(), Stream.of(act))
        .filter(need -> need.kind() == Kind.USE)
        .anyMatch(
            need ->
                here.stream().noneMatch(a -> a.kind() == Kind.CHECK && a.keyed() == need.keyed()));
  }

  /** {@code catch (IndexOutOfBoundsException e)}: the method knows that it may fail. */
  boolean expected(Access act) {
    int[] from = {flow.blockOf(act.op())};
    return Ways.from(flow.body(), from, b -> true, Ways::handlers).stream()
        .mapToObj(b -> flow.body().blocks().get(b))
        .anyMatch(
            b -> b.handlers().stream().anyMatch(h -> flow.works(h.type(), Fact.Shape.ABSENCE)));
  }

  /** Whether the method looks whether it got anything: not by asking what it got. */
  public boolean heeded(Access act) {
    return lookedAt(act)
        || flow.op(act.op()) instanceof Op.Call call
            && call.to().filter(got -> testsJoined(got, call.site())).isPresent();
  }

  /** As what it is, or as what it is cast to. */
  private boolean testsJoined(Value.Var got, Site site) {
    boolean[] found = {flow.testsJoined(got.type())};
    flow.replay(
        (op, n, at) ->
            found[0] |=
                op instanceof Op.Copy cast
                    && cast.operator().equals("cast")
                    && cast.from().equals(List.of(got))
                    && cast.site().line() == site.line()
                    && flow.testsJoined(cast.to().type()));
    return found[0];
  }

  private boolean lookedAt(Access act) {
    for (MethodFlow.Branch b : flow.branches(act.op())) {
      if (!asksWithin(b.left(), act.op()) && !asksWithin(b.right(), act.op())) {
        return true;
      }
    }
    return false;
  }

  /** {@code found.isOpen()} fails as well when nothing was found. */
  private boolean asksWithin(Sym tested, int op) {
    return tested instanceof Sym.At at
        && at.origin() >= 0
        && at.origin() != op
        && flow.op(at.origin()) instanceof Op.Call call
        && call.dispatch() == Op.Dispatch.VIRTUAL
        && flow.args(at.origin()).length > 0
        && flow.args(at.origin())[0] instanceof Sym.At on
        && on.origin() == op;
  }

  /** An iterator finds out by itself what there is. */
  boolean throughIterator(Access act) {
    if (act.call() == null || !(act.target().last().orElse(null) instanceof Step.Part part)) {
      return false;
    }
    return accesses.stream().anyMatch(a -> a.kind() == Kind.ITERATE && a.op() == part.id());
  }

  /** {@code remove(key, seen)}: acts only on what the test saw, or on what was put there itself. */
  boolean compares(Access check, Access act, Decisions.Decision d) {
    Sym[] args = flow.args(act.op());
    for (int i = 2; act.atomic() && i < args.length; i++) {
      boolean seen =
          seen(args[i], check) || flow.meaning(act.call()).removes() && Dispatch.made(args[i]);
      boolean asked =
          (args[i] instanceof Sym.At && !ordered(d)
                  || args[i] instanceof Sym.Lit && d.test().relation() == Op.Relation.EQ)
              && CheckThenActs.sameValue(args[i], d.right());
      if (seen || asked || equal(args[i], d)) {
        return true;
      }
    }
    return false;
  }

  private boolean seen(Sym expected, Access check) {
    return expected != null
        && expected.options().stream()
            .anyMatch(
                o -> o instanceof Sym.At at && (at.origin() == check.op() || entry(at, check)));
  }

  /**
   * {@code do n = get(); while (!compareAndSet(n, n + 1))}: the step that acts on the test; or
   * {@code if (n.get() > 0 && n.decrementAndGet() < 0) n.incrementAndGet()}: its answer decides.
   */
  boolean claimed(Access check, Access act) {
    for (Access step : accesses) {
      boolean between = check.op() < step.op() && step.op() < act.op();
      boolean entry = new SameValues(flow).same(step.key(), act.key());
      boolean same = step.keyed() == act.keyed() && (entry || !act.keyed());
      boolean container = CheckThenActs.sameContainer(step.target(), check.target());
      if (between && container && same && step.atomic()) {
        boolean swaps = expects(flow, step.op(), check.op()) && Decisions.tested(flow, step.op());
        if (swaps || new Decisions(flow, step.op()).over(act.op()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What decides is whether an atomic step on the same object went well, not what was asked. */
  boolean swapped(Access act, Decisions.Decision d) {
    int op = TripCounts.origin(d.left());
    return op >= 0
        && op < flow.ops()
        && flow.op(op) instanceof Op.Call step
        && flow.meaning(step.method()).atomic()
        && Knowledge.receiver(step, op, flow) instanceof Sym.At on
        && on.place().equals(act.target());
  }

  /** {@code seen == version.get()}: whether anything happened, not what to do about how much. */
  boolean versions(Access check, Access act, Decisions.Decision d) {
    boolean step = act.atomic() && !act.keyed() && d.left() != null && d.right() != null;
    return step
        && accesses.stream()
            .filter(a -> a.kind() == Kind.CHECK && a.op() != check.op())
            .filter(a -> CheckThenActs.sameContainer(a.target(), check.target()))
            .anyMatch(a -> d.left().from(a.op()) || d.right().from(a.op()));
  }

  /** Whether a compare-and-set expects what another operation has found. */
  public static boolean expects(MethodFlow flow, int swap, int seen) {
    Sym[] args = flow.args(swap);
    return args.length > 2 && args[args.length - 2] instanceof Sym.At at && at.origin() == seen;
  }

  /** {@code if (value.equals(map.get(key)))}. */
  private boolean equal(Sym value, Decisions.Decision d) {
    int op = TripCounts.origin(d.left());
    boolean called = op >= 0 && op < flow.ops() && flow.op(op) instanceof Op.Call;
    boolean equals = called && ((Op.Call) flow.op(op)).method().name().equals("equals");
    return equals
        && Stream.of(flow.args(op)).anyMatch(a -> a != null && CheckThenActs.sameValue(a, value));
  }

  /** {@code e.getValue()} of the entry that was found, or that a loop is at. */
  private boolean entry(Sym.At value, Access check) {
    boolean asked = value.origin() >= 0 && flow.op(value.origin()) instanceof Op.Call;
    Sym[] args = asked ? flow.args(value.origin()) : new Sym[0];
    return args.length == 1
        && (args[0].from(check.op()) || args[0] instanceof Sym.At on && Phi.is(on.place()));
  }

  private boolean looks(Access act) {
    return accesses.stream().anyMatch(a -> a.op() == act.op() && a.kind() == Kind.CHECK);
  }

  /** A helper takes what is there, if anything, and tells. */
  private boolean polls(Access act) {
    return !act.via().isEmpty()
        && act.call() != null
        && !act.keyed()
        && flow.meaning(act.call()).removes()
        && !act.call().returns().equals("void")
        && !fails(act);
  }

  /** Whether it is what the method returns, or {@code null} where the test says so. */
  private boolean returned(int op) {
    return flow.returns(
        v ->
            v.options().stream().anyMatch(o -> is(o, op))
                && v.options().stream().allMatch(o -> is(o, op) || nothing(o)));
  }

  private static boolean is(Sym sym, int op) {
    return sym instanceof Sym.At a && a.origin() == op && a.place().path().isEmpty();
  }

  private static boolean nothing(Sym sym) {
    return sym instanceof Sym.Lit l && l.value() == null;
  }

  /** What was offered is used on as if it had been taken. */
  public boolean reuses(Access act) {
    Sym[] args = flow.args(act.op());
    Sym offered = args.length == 0 ? null : args[args.length - 1];
    boolean used =
        flow.op(act.op()) instanceof Op.Call c && c.to().isPresent() && flow.uses(c.to().get());
    if (used || !(offered instanceof Sym.At a) || !(a.place().root() instanceof Root.Fresh)) {
      return false;
    }
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          if (n > act.op()) {
            for (Value v : Operands.used(op)) {
              Sym sym = at.sym(v);
              found[0] |=
                  sym != null
                      && sym.options().stream().anyMatch(o -> CheckThenActs.sameValue(o, offered));
            }
          }
        });
    return found[0];
  }
}
