package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Shape;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Tests whose answer nobody else can make wrong, or which the action does not rely on. */
final class Unbroken {
  private final Flows flows;
  private final FieldUses uses;
  private final OwnThreads threads;
  private final LazyValues values;
  private final Families families;
  private final MadeForCalls made;
  private SoleThreads sole;
  private SerialTasks serial;
  private HandedTasks handed;

  Unbroken(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.families = new Families(flows);
    this.threads = new OwnThreads(flows);
    this.values = new LazyValues(flows, uses);
    this.made = new MadeForCalls(flows);
  }

  /** Whether the test still holds when the action comes, whatever other threads do. */
  boolean holds(CheckThenActs.Pair pair, MethodFlow flow) {
    return addsToSome(pair, flow)
        || precondition(pair, flow)
        || never(pair)
        || again(pair)
        || Asked.another(pair, flow)
        || new SwappedAnswers(flows).decide(pair.check())
        || alone(pair.act(), flow, absent(pair))
        || oneWay(pair, flow)
        || values.same(pair, flow)
        || new SingleChecks(flows, uses).tolerated(pair, flow)
        || new OneSlots(flows, uses).fills(pair, flow);
  }

  /**
   * {@code if (!done) done = true} where calls come one after the other: whoever else writes,
   * writes the same, and the state does not go back.
   */
  private boolean oneWay(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    Place target = Parts.container(act.target());
    if (!(target.root() instanceof Root.This)
        || target.path().size() > 1
        || act.keyed()
        || !arrives(pair)
        || !threads.of(flow.method().ref())) {
      return false;
    }
    return target.field().map(f -> alike(f, act.value())).orElse(true);
  }

  /** {@code if (closed) closed = true}, and nobody ever writes anything else. */
  private boolean again(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    Sym found = pair.act().value();
    Optional<FieldRef> field = pair.act().target().field();
    return found instanceof Sym.Lit
        && pair.act().kind() == Kind.WRITE
        && d.left() instanceof Sym.At at
        && at.origin() == pair.check().op()
        && d.test().relation() == Op.Relation.EQ
        && CheckThenActs.sameValue(d.right(), found)
        && !field.map(uses::open).orElse(true)
        && field.map(f -> alike(f, found)).orElse(false);
  }

  private boolean alike(FieldRef field, Sym value) {
    return uses.of(field).stream()
        .map(FieldUses.Use::access)
        .allMatch(a -> !a.changes() || a.owned() || CheckThenActs.sameValue(a.value(), value));
  }

  /** The test says that the state is not yet what is written. */
  private static boolean arrives(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    Sym end = pair.act().value();
    boolean fixed =
        end instanceof Sym.Lit
            || end instanceof Sym.At at && at.place().root() instanceof Root.Static;
    boolean same = CheckThenActs.sameValue(d.right(), end);
    boolean other = d.right() instanceof Sym.Lit && end instanceof Sym.Lit && !same;
    return fixed
        && (d.test().relation() == Op.Relation.NE && same
            || d.test().relation() == Op.Relation.EQ && other);
  }

  /**
   * {@code if (!queue.isEmpty()) … queue.add(x)}: there may be any number of elements by then, and
   * what is removed by key may be gone.
   */
  private boolean addsToSome(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    String type = act.target().type();
    boolean container = flows.works(type, Shape.COLLECTION) || flows.works(type, Shape.MAP);
    return container
        && act.kind() == Kind.ACT
        && act.call() != null
        && !pair.check().keyed()
        && pair.check().call() != null
        && shown(pair)
        && (act.keyed() && !CheckThenActs.picks(pair, flow)
            || !flows.book().says(Fact.Removes.class, act.call()));
  }

  /** The decision is that something is there. */
  private static boolean shown(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    return told(pair)
        && d.right() instanceof Sym.Lit l
        && Outcomes.shows(pair.check().present(), d.test().relation(), l.value());
  }

  /** The decision is about the answer itself, which tells whether something is there. */
  private static boolean told(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    return d.left() instanceof Sym.At at
        && at.origin() == pair.check().op()
        && pair.check().present() != Fact.When.ALWAYS
        && d.right() instanceof Sym.Lit;
  }

  /** The decision is that nothing is there for the key, and the action adds it. */
  private boolean absent(CheckThenActs.Pair pair) {
    Access act = pair.act();
    boolean adds = act.call() != null && !flows.book().says(Fact.Removes.class, act.call());
    return adds
        && pair.check().call() != null
        && pair.check().keyed()
        && act.kind() == Kind.ACT
        && told(pair)
        && !shown(pair);
  }

  /** {@code if (hook != null) …}, and all that the program ever writes there is {@code null}. */
  private boolean never(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    Optional<FieldRef> field = pair.act().target().field();
    boolean there =
        pair.act().kind() == Kind.WRITE
            && pair.check().kind() == Kind.READ
            && d.left() instanceof Sym.At at
            && at.origin() == pair.check().op()
            && d.test().relation() == Op.Relation.NE
            && nothing(d.right());
    if (!there || field.map(uses::open).orElse(true)) {
      return false;
    }
    for (FieldUses.Use use : uses.of(field.get())) {
      if (use.access().kind() == Kind.WRITE && !nothing(use.access().value())) {
        return false;
      }
    }
    return true;
  }

  static boolean nothing(Sym value) {
    return value instanceof Sym.Lit l && l.value() == null;
  }

  /** {@code if (x == null) throw …}, and nobody ever writes {@code null}. */
  private boolean precondition(CheckThenActs.Pair pair, MethodFlow flow) {
    Decisions.Decision d = pair.decision();
    Optional<FieldRef> field = pair.act().target().field();
    boolean there =
        pair.act().kind() == Kind.WRITE
            && d.test().relation() == Op.Relation.NE
            && d.right() instanceof Sym.Lit l
            && l.value() == null;
    if (!there || field.isEmpty() || !othersThrow(d, flow)) {
      return false;
    }
    for (FieldUses.Use use : uses.of(field.get())) {
      Access a = use.access();
      if (a.kind() == Kind.WRITE && !a.owned() && !something(a.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean something(Sym value) {
    if (value == null) {
      return false;
    }
    for (Sym option : value.options()) {
      boolean made = option instanceof Sym.At at && at.place().root() instanceof Root.Fresh;
      if (!made && !(option instanceof Sym.Lit l && l.value() != null)) {
        return false;
      }
    }
    return true;
  }

  /** Every other way out of the branch ends in an exception. */
  private static boolean othersThrow(Decisions.Decision d, MethodFlow flow) {
    List<Block> blocks = flow.body().blocks();
    for (Block.Edge edge : blocks.get(d.block()).next()) {
      if (!d.region().get(edge.target()) && !throwing(blocks, edge.target())) {
        return false;
      }
    }
    return true;
  }

  private static boolean throwing(List<Block> blocks, int from) {
    int at = from;
    for (int steps = 0; steps < 4; steps++) {
      Block block = blocks.get(at);
      for (Op op : block.ops()) {
        if (op instanceof Op.Return r) {
          return r.thrown();
        }
      }
      if (block.next().size() != 1) {
        return false;
      }
      at = block.next().get(0).target();
    }
    return false;
  }

  /**
   * Only one thread makes the changes that the test is about, to a field or to a container that the
   * object made itself: the object's own, or the one that all callers run on.
   */
  boolean alone(Access act, MethodFlow flow) {
    return alone(act, flow, false);
  }

  /** The same; {@code adding} if only what adds to the container can make the test wrong. */
  private boolean alone(Access act, MethodFlow flow, boolean adding) {
    Place target = Parts.container(act.target());
    Optional<FieldRef> field = target.field();
    if (made.forCall(target, flow)) {
      return true;
    }
    if (field.isEmpty() || !ours(target)) {
      return false;
    }
    if (target.path().size() == 1
        && threads.of(flow.method().ref())
        && only(act, field.get(), adding, u -> threads.of(u.method()))) {
      return true;
    }
    if (serially(act, field.get(), adding, flow)) {
      return true;
    }
    sole = sole == null ? new SoleThreads(flows, families, handed()) : sole;
    Optional<MethodRef> body = sole.of(flow.method().ref());
    return body.isPresent()
        && sole.belongs(field.get(), body.get())
        && only(
            act, field.get(), adding, u -> sole.does(body.get(), u) || elsewhere(u, target, flow));
  }

  private HandedTasks handed() {
    handed = handed == null ? new HandedTasks(flows) : handed;
    return handed;
  }

  /** All changes happen in tasks of one executor that runs one after the other. */
  private boolean serially(Access act, FieldRef field, boolean adding, MethodFlow flow) {
    serial = serial == null ? new SerialTasks(flows, uses, families, handed()) : serial;
    Optional<String> executor = serial.of(flow.method().ref());
    return executor.isPresent()
        && serial.belongs(field, executor.get())
        && only(act, field, adding, u -> serial.of(u.method()).equals(executor));
  }

  /**
   * The other method never runs on an object of this class: it is a class beside it, or the method
   * is overridden here.
   */
  private boolean elsewhere(FieldUses.Use use, Place target, MethodFlow flow) {
    String here = flow.method().ref().owner();
    String there = use.method().owner();
    Place other = Parts.container(use.access().target());
    boolean own = other.root() instanceof Root.This && target.root() instanceof Root.This;
    if (!own || other.path().size() != 1 || target.path().size() != 1 || here.equals(there)) {
      return false;
    }
    if (flows.hierarchy().isSubtype(there, here)) {
      return false;
    }
    if (!flows.hierarchy().isSubtype(here, there)) {
      return true;
    }
    Optional<MethodRef> body =
        flows.hierarchy().resolve(use.method().in(here)).map(MethodInfo::ref);
    boolean overridden = body.isPresent() && !body.get().owner().equals(there);
    return overridden
        && !use.method().isConstructor()
        && flows.callers().of(use.method()).stream().noneMatch(Unbroken::above);
  }

  /** {@code super.told(x)}. */
  private static boolean above(Callers.Caller caller) {
    return caller.in().op(caller.op()) instanceof Op.Call call
        && call.dispatch() == Op.Dispatch.SPECIAL;
  }

  /** A field of the object itself, or of the one around it. */
  private static boolean ours(Place target) {
    int depth = target.path().size();
    return target.root() instanceof Root.This
        && (depth == 1 || depth == 2 && target.path().get(0).outer());
  }

  /** Whether nobody else makes such changes as the action. */
  private boolean only(
      Access act, FieldRef field, boolean adding, Predicate<FieldUses.Use> thread) {
    boolean taking =
        act.kind() == Kind.USE
            || act.call() != null && flows.book().says(Fact.Removes.class, act.call());
    boolean container = act.call() != null;
    boolean made = !container;
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (container && a.kind() == Kind.WRITE) {
        made = something(a.value());
        if (!made) {
          return false;
        }
      }
      boolean removes = a.call() != null && flows.book().says(Fact.Removes.class, a.call());
      boolean harmless = a.kind() == Kind.ACT && (removes ? adding : taking);
      boolean here = ours(a.target()) && thread.test(use);
      if (a.changes() && !a.owned() && !harmless && !here) {
        return false;
      }
    }
    return made;
  }
}
