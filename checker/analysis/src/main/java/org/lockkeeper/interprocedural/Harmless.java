package org.lockkeeper.interprocedural;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Writes that two threads may both do without harm, although a test decides them. */
public final class Harmless {
  private final MethodFlow flow;

  /** In one solved method. */
  public Harmless(MethodFlow flow) {
    this.flow = flow;
  }

  /** Whether the write after the test may be done twice. */
  boolean write(Access check, Access act, Decisions.Decision d) {
    return repeats(check, act, d) || settles(act, d);
  }

  /** The same, whatever others write meanwhile. */
  boolean repeats(Access check, Access act, Decisions.Decision d) {
    return endsOwnLoop(check, act, d)
        || drivesOwnLoop(check, act, d)
        || clamps(act, d)
        || notes(act, d)
        || renews(check, act, d);
  }

  /** {@code if (differ(bean.getSize(), size)) bean.setSize(size)}: the last setter wins anyhow. */
  private boolean renews(Access check, Access act, Decisions.Decision d) {
    int op = TripCounts.origin(d.left());
    boolean called = op >= 0 && op < flow.ops() && flow.op(op) instanceof Op.Call;
    if (act.via().isEmpty() || check.via().isEmpty() || !called) {
      return false;
    }
    Sym[] compared = flow.args(op);
    boolean object = !Primitives.is(act.target().type());
    return Arrays.stream(compared).anyMatch(c -> flow.dependsOn(c, check.op()))
        && Arrays.stream(object ? flow.args(act.op()) : new Sym[] {act.value()})
            .filter(given -> Sym.parameter(given) >= 0)
            .anyMatch(v -> Arrays.stream(compared).anyMatch(c -> CheckThenActs.sameValue(c, v)));
  }

  /**
   * {@code if (failure == null) try { work(); } catch (…) { failure = e; }}: as long as nothing
   * fails, all who ask get through, and any failure will do.
   */
  boolean notes(Access act, Decisions.Decision d) {
    Sym value = stored(act);
    boolean flag = value instanceof Sym.Lit l && l.value() instanceof Boolean;
    boolean failure =
        value instanceof Sym.At at && flow.isSubtype(at.place().type(), "java.lang.Throwable");
    if (!flag && !failure || refuses(d)) {
      return false;
    }
    return !flow.reaches(d.block(), flow.blockOf(act.op()));
  }

  /**
   * {@code if (open && age < limit) throw …}, and later another value: a way that asks for
   * something else leads to the write as well.
   */
  boolean aside(Access act, Decisions.Decision d) {
    int write = flow.blockOf(act.op());
    return d.block() != write
        && refuses(d)
        && !(act.value() instanceof Sym.Lit)
        && avoids(d.block(), write);
  }

  /** Whether a way, maybe by an exception, leads from the start to one block past another. */
  private boolean avoids(int past, int to) {
    return Ways.from(flow.body(), new int[] {0}, at -> at == to || at != past, Ways::all).get(to);
  }

  /** {@code if (timeout < MIN) timeout = MIN}: every thread comes to the same value. */
  static boolean clamps(Access act, Decisions.Decision d) {
    boolean order = d.test().relation() != Op.Relation.EQ && d.test().relation() != Op.Relation.NE;
    boolean constant =
        act.value() instanceof Sym.Lit
            || act.value() instanceof Sym.At at && at.place().root() instanceof Root.Static;
    return act.kind() == Access.Kind.WRITE && act.via().isEmpty() && order && constant;
  }

  /**
   * {@code while (running) … running = false}: to end it twice is to end it once; not so {@code for
   * (;;) if (!busy) { busy = true; return; }}, which waits for its turn.
   */
  boolean endsOwnLoop(Access check, Access act, Decisions.Decision d) {
    int test = flow.blockOf(check.op());
    return constant(act)
        && !EachRound.has(act.target(), test, flow)
        && flow.reaches(test, test)
        && (clears(act) || others(d).noneMatch(to -> to == test || flow.reaches(to, test)));
  }

  /**
   * {@code for (int i = 0; i < list.size(); i++) show(list.get(i)); list.add(given)}: acts after it
   * has gone through all, whatever it has seen.
   */
  boolean comesAnyway(Access act, Decisions.Decision d) {
    int test = d.block();
    boolean counted = number(d.left()) || number(d.right());
    if (act.call() == null || !counted || flow.reaches(flow.blockOf(act.op()), test)) {
      return false;
    }
    Sym[] args = flow.args(act.op());
    boolean given = IntStream.range(1, args.length).allMatch(i -> given(args[i]));
    return given && flow.loopHead(test) && others(d).noneMatch(to -> leaves(to, test));
  }

  private static boolean number(Sym value) {
    return value instanceof Sym.At at && Phi.isNumber(at.place());
  }

  /** Nothing that it has seen on the way. */
  private static boolean given(Sym value) {
    return value instanceof Sym.Lit || Sym.parameter(value) >= 0;
  }

  /** Whether a normal way leads out of the method past a block. */
  private boolean leaves(int from, int past) {
    return Ways.from(flow.body(), new int[] {from}, at -> at != past, Ways::normal).stream()
        .anyMatch(at -> Ways.returns(flow.body().blocks().get(at)));
  }

  private static boolean clears(Access act) {
    return act.value() instanceof Sym.Lit l && l.value() == null;
  }

  /** {@code while (busy) sleep(); busy = true}: all who see that it is free take it. */
  private boolean waits(Access act, Decisions.Decision d) {
    int test = d.block();
    return !clears(act)
        && !flow.reaches(flow.blockOf(act.op()), test)
        && others(d).anyMatch(to -> to == test || flow.reaches(to, test));
  }

  /** Where the other outcomes of a decision lead. */
  private IntStream others(Decisions.Decision d) {
    return flow.body().blocks().get(d.block()).next().stream()
        .filter(edge -> edge.test().filter(d.test()::equals).isEmpty())
        .mapToInt(Block.Edge::target);
  }

  /** {@code while (more) more = read()}: every round finds out anew whether there is another. */
  private boolean drivesOwnLoop(Access check, Access act, Decisions.Decision d) {
    int test = flow.blockOf(check.op());
    int write = flow.blockOf(act.op());
    boolean made = act.value() instanceof Sym.At at && at.place().root() instanceof Root.Fresh;
    return act.call() == null
        && act.via().isEmpty()
        && act.value() != null
        && !made
        && !updates(act)
        && flow.reaches(write, test)
        && flow.reaches(test, write)
        && (constant(act) || others(d).noneMatch(to -> to == test || flow.reaches(to, test)))
        && !flow.dependsOn(act.value(), check.op());
  }

  /** {@code left = left - 1}: what others write meanwhile is lost. */
  private boolean updates(Access act) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) ->
            found[0] |=
                op instanceof Op.Read read
                    && flow.cell(read.slot(), at).filter(act.target()::equals).isPresent()
                    && flow.dependsOn(act.value(), n));
    return found[0];
  }

  /**
   * {@code while (sent.get() < n) … sent.incrementAndGet()}: counts the rounds of its own loop,
   * also where it asks only afterwards.
   */
  boolean countsRounds(Access check, Access act) {
    int test = flow.blockOf(check.op());
    return act.atomic()
        && !act.keyed()
        && flow.args(act.op()).length <= 2
        && flow.reaches(flow.blockOf(act.op()), test)
        && (flow.loopHead(test) || avoids(test, flow.blockOf(act.op())));
  }

  private boolean constant(Access act) {
    if (act.call() == null) {
      return act.value() instanceof Sym.Lit;
    }
    Sym[] args = flow.args(act.op());
    return !act.keyed() && args.length == 2 && args[1] instanceof Sym.Lit;
  }

  /** The test decides nothing but writes of fixed values: all threads bring about the same. */
  boolean settles(Access act, Decisions.Decision d) {
    Sym value = stored(act);
    boolean same = act.call() == null && fixed(value) || asked(value, d);
    boolean tells = refuses(d) || HandedOn.by(act, d, flow);
    if (!act.via().isEmpty() || !same || tells || waits(act, d) || doubles(d)) {
      return false;
    }
    boolean flag = value instanceof Sym.Lit l && l.value() instanceof Boolean;
    return flag && flow.meaning(flow.method().ref()).idempotent() || quiet(d, act, flag);
  }

  /** What is written, or what an unkeyed call sets. */
  private Sym stored(Access act) {
    if (act.call() == null) {
      return act.value();
    }
    Sym[] args = flow.args(act.op());
    return act.keyed() || act.atomic() || args.length != 2 ? null : args[1];
  }

  /** {@code if (level != next) level = next}: the same as without the test. */
  private boolean asked(Sym value, Decisions.Decision d) {
    if (value == null) {
      return false;
    }
    return d.test().relation() == Op.Relation.NE
        ? CheckThenActs.sameValue(value, d.right()) || CheckThenActs.sameValue(value, d.left())
        : differs(value, d);
  }

  /** {@code if (!next.equals(level)) level = next}. */
  private boolean differs(Sym value, Decisions.Decision d) {
    int op = TripCounts.origin(d.left());
    boolean called = op >= 0 && op < flow.ops() && flow.op(op) instanceof Op.Call;
    if (!called || !Outcomes.shows(When.IF_FALSE, d.test().relation(), literal(d))) {
      return false;
    }
    boolean equals = ((Op.Call) flow.op(op)).method().name().equals("equals");
    return equals && Arrays.stream(flow.args(op)).anyMatch(s -> CheckThenActs.sameValue(s, value));
  }

  private static Object literal(Decisions.Decision d) {
    return d.right() instanceof Sym.Lit l ? l.value() : d;
  }

  /** {@code if (!list.isEmpty()) list.clear()}: to empty what is empty does nothing. */
  public boolean empties(Access act, Decisions.Decision d) {
    return d.right() instanceof Sym.Lit l
        && plain(l.value())
        && (new StepFunctions(flow).asksEach(act) || onlyEmpties(act, d));
  }

  /** {@code if (cache.size() > MAX) cache.clear()}: what is thrown away, nobody looks at. */
  public boolean bounds(Access act, Decisions.Decision d) {
    Op.Relation r = d.test().relation();
    return r != Op.Relation.EQ && r != Op.Relation.NE && onlyEmpties(act, d);
  }

  private boolean onlyEmpties(Access act, Decisions.Decision d) {
    boolean whole = act.call() != null && !act.keyed() && act.call().params().isEmpty();
    return whole
        && act.via().isEmpty()
        && act.call().returns().equals("void")
        && quiet(d, act, false);
  }

  private static boolean plain(Object value) {
    return value instanceof Boolean || Integer.valueOf(0).equals(value);
  }

  /** Besides the action, and if nothing fails, others notice nothing that happens there twice. */
  private boolean quiet(Decisions.Decision d, Access act, boolean flag) {
    BitSet region = Ways.from(flow.body(), new int[] {0}, b -> true, Ways::normal);
    region.and(d.region());
    region.andNot(won(region));
    for (int b = region.nextSetBit(0); b >= 0; b = region.nextSetBit(b + 1)) {
      int n = flow.first(b);
      for (Op op : flow.body().blocks().get(b).ops()) {
        boolean claim = flag && atomic(op) && !flow.branches(n).isEmpty();
        boolean aside = op instanceof Op.Return && without(act, b);
        if (!claim && !aside && n != act.op() && !quiet(op, flag)) {
          return false;
        }
        n++;
      }
    }
    return true;
  }

  /** Whether who gets to the block has not acted. */
  private boolean without(Access act, int block) {
    int at = flow.blockOf(act.op());
    return at != block && !flow.reaches(at, block);
  }

  private boolean atomic(Op op) {
    return op instanceof Op.Call call && flow.meaning(call.method()).atomic();
  }

  /** Whether nothing that others notice follows an action where a decision holds. */
  public boolean last(Access act, Decisions.Decision d) {
    for (int b = d.region().nextSetBit(0); b >= 0; b = d.region().nextSetBit(b + 1)) {
      int n = flow.first(b);
      boolean after = flow.reaches(flow.blockOf(act.op()), b);
      for (Op op : flow.body().blocks().get(b).ops()) {
        boolean follows = after || b == flow.blockOf(act.op()) && n > act.op();
        if (follows && !quiet(op, true)) {
          return false;
        }
        n++;
      }
    }
    return true;
  }

  /** Blocks that run for one outcome of an atomic step: of those that take it, one gets there. */
  private BitSet won(BitSet region) {
    BitSet all = new BitSet();
    for (int b = region.nextSetBit(0); b >= 0; b = region.nextSetBit(b + 1)) {
      int n = flow.first(b);
      for (Op op : flow.body().blocks().get(b).ops()) {
        if (atomic(op)) {
          new Decisions(flow, n)
              .all().stream().filter(Claims::exact).forEach(d -> all.or(d.region()));
        }
        n++;
      }
    }
    return all;
  }

  /**
   * {@code if (!ready) { table = new Table(); ready = true; }}: each thread makes its own; or
   * {@code if (!left) { left = true; users--; }}: each of them counts.
   */
  private boolean doubles(Decisions.Decision d) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) ->
            found[0] |=
                op instanceof Op.Write w
                    && d.region().get(flow.blockOf(n))
                    && flow.cell(w.slot(), at)
                        .filter(p -> !at.owned(p) && doubled(p, at.sym(w.value())))
                        .isPresent());
    return found[0];
  }

  private static boolean doubled(Place written, Sym value) {
    boolean fresh = value instanceof Sym.At made && made.place().root() instanceof Root.Fresh;
    return fresh
        || value instanceof Sym.Calc sum
            && sum.leaves().stream().anyMatch(l -> l.where().filter(written::equals).isPresent());
  }

  /** {@code if (state != NEW) throw …; state = RUNNING}: only one caller may get through. */
  public boolean refuses(Decisions.Decision d) {
    return others(d).anyMatch(to -> onlyThrows(flow.body().blocks().get(to)));
  }

  private static boolean onlyThrows(Block block) {
    Op last = block.ops().isEmpty() ? null : block.ops().get(block.ops().size() - 1);
    return block.next().isEmpty() && last instanceof Op.Return r && r.thrown();
  }

  /**
   * An operation that others do not notice when it is done twice.
   *
   * @param flag whether the field only says that it was done, and is not what it is done to
   */
  private boolean quiet(Op op, boolean flag) {
    if (op instanceof Op.Call call) {
      return Idempotence.looks(call) || flag && new Idempotence(flow).of(call);
    }
    if (op instanceof Op.Return r) {
      return r.thrown() || r.value().isEmpty();
    }
    return !(op instanceof Op.Enter || op instanceof Op.Exit);
  }

  /** A constant, or what another field holds. */
  private static boolean fixed(Sym value) {
    return value != null
        && value.options().stream()
            .allMatch(
                o ->
                    o instanceof Sym.Lit
                        || o instanceof Sym.At at
                            && at.place().field().isPresent()
                            && !(at.place().root() instanceof Root.Unknown));
  }
}
