package org.lockkeeper.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
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
  private SoleThreads sole;
  private SerialTasks serial;
  private HandedTasks handed;

  Unbroken(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.families = new Families(flows);
    this.threads = new OwnThreads(flows);
    this.values = new LazyValues(flows, uses);
  }

  /** Whether the test still holds when the action comes, whatever other threads do. */
  boolean holds(CheckThenActs.Pair pair, MethodFlow flow) {
    return addsToSome(pair)
        || precondition(pair, flow)
        || alone(pair.act(), flow)
        || oneWay(pair, flow)
        || values.same(pair, flow);
  }

  /**
   * {@code if (!done) done = true} where calls come one after the other: whoever else writes,
   * writes the same, and the state does not go back.
   */
  private boolean oneWay(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    Place target = CheckThenActs.container(act.target());
    if (!(target.root() instanceof Root.This)
        || target.path().size() > 1
        || act.keyed()
        || !arrives(pair)
        || !threads.of(flow.method().ref())) {
      return false;
    }
    for (FieldUses.Use use : target.field().map(uses::of).orElse(List.of())) {
      Access a = use.access();
      if (a.changes() && !a.owned() && !CheckThenActs.sameValue(a.value(), act.value())) {
        return false;
      }
    }
    return true;
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
  private boolean addsToSome(CheckThenActs.Pair pair) {
    Access act = pair.act();
    boolean container =
        flows.hierarchy().isSubtype(act.target().type(), "java.util.Collection")
            || flows.hierarchy().isSubtype(act.target().type(), "java.util.Map");
    return container
        && act.kind() == Kind.ACT
        && act.call() != null
        && !pair.check().keyed()
        && pair.check().call() != null
        && shown(pair)
        && (act.keyed() || !flows.book().says(Fact.Removes.class, act.call()));
  }

  /** The decision is that something is there. */
  private static boolean shown(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    boolean direct = d.left() instanceof Sym.At at && at.origin() == pair.check().op();
    boolean never = pair.check().present() == Fact.When.ALWAYS;
    return direct
        && !never
        && d.right() instanceof Sym.Lit l
        && Outcomes.shows(pair.check().present(), d.test().relation(), l.value());
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
    Place target = CheckThenActs.container(act.target());
    Optional<FieldRef> field = target.field();
    if (target.root() instanceof Root.Param given && made(given.index(), flow)) {
      return true;
    }
    if (field.isEmpty() || !ours(target)) {
      return false;
    }
    if (target.path().size() == 1
        && threads.of(flow.method().ref())
        && only(act, field.get(), u -> threads.of(u.method()))) {
      return true;
    }
    if (serially(act, field.get(), flow)) {
      return true;
    }
    sole = sole == null ? new SoleThreads(flows, families, handed()) : sole;
    Optional<MethodRef> body = sole.of(flow.method().ref());
    return body.isPresent()
        && sole.belongs(field.get(), body.get())
        && only(act, field.get(), u -> sole.does(body.get(), u));
  }

  private HandedTasks handed() {
    handed = handed == null ? new HandedTasks(flows) : handed;
    return handed;
  }

  /** All changes happen in tasks of one executor that runs one after the other. */
  private boolean serially(Access act, FieldRef field, MethodFlow flow) {
    serial = serial == null ? new SerialTasks(flows, uses, families, handed()) : serial;
    Optional<String> executor = serial.of(flow.method().ref());
    return executor.isPresent()
        && serial.belongs(field, executor.get())
        && only(act, field, u -> serial.of(u.method()).equals(executor));
  }

  /** {@code copyTo(new Info())}: all who call pass what they have made and nobody has yet. */
  private boolean made(int param, MethodFlow flow) {
    int index = flow.method().isStatic() ? param : param + 1;
    List<Callers.Caller> all = flows.callers().of(flow.method().ref());
    for (Callers.Caller caller : all) {
      Sym[] args = caller.in().args(caller.op());
      if (index >= args.length
          || !(args[index] instanceof Sym.At at)
          || !Dispatch.made(at)
          || !(caller.in().op(((Root.Fresh) at.place().root()).op()) instanceof Op.New)) {
        return false;
      }
    }
    return !all.isEmpty();
  }

  /** A field of the object itself, or of the one around it. */
  private static boolean ours(Place target) {
    int depth = target.path().size();
    return target.root() instanceof Root.This
        && (depth == 1 || depth == 2 && target.path().get(0).outer());
  }

  /** Whether nobody else makes such changes as the action. */
  private boolean only(Access act, FieldRef field, Predicate<FieldUses.Use> thread) {
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
      boolean adds =
          a.kind() == Kind.ACT && !flows.book().says(Fact.Removes.class, a.call()) && taking;
      boolean here = ours(a.target()) && thread.test(use);
      if (a.changes() && !a.owned() && !adds && !here) {
        return false;
      }
    }
    return made;
  }
}
