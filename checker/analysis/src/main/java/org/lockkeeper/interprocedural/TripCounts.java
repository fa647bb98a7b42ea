package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.BitSet;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Modifiers;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

/** How often a loop goes round, as a degree: constant, linear in something, or without bound. */
public final class TripCounts {
  /** A constant bound up to this is short. */
  public static final int SHORT = 1024;

  private final MethodFlow flow;
  private final FactBook book;
  private final FieldUses uses;
  private final AnsweredLoops answered;

  /** Degree of a trip count. */
  public enum Trip {
    CONSTANT,
    LINEAR,
    UNBOUNDED
  }

  /**
   * The degree, and what it grows with.
   *
   * @param source what a linear loop goes through; {@code null} when unknown, or used up by it
   * @param from where a counter begins, or what an iterator comes from; {@code null} for others
   * @param sure whether this is known rather than supposed
   */
  public record Count(Trip trip, Sym source, Sym from, String why, boolean sure) {
    Count(Trip trip, Sym source, String why) {
      this(trip, source, null, why, trip != Trip.UNBOUNDED);
    }

    Count(Trip trip, Sym source, String why, boolean sure) {
      this(trip, source, null, why, sure);
    }

    /** Why it goes on for long, to complete a message. */
    public String reason() {
      return why.isEmpty() ? "nothing ends it" : why;
    }
  }

  /** Of the loops of one solved method. */
  public TripCounts(MethodFlow flow, FactBook book, FieldUses uses) {
    this.flow = flow;
    this.book = book;
    this.uses = uses;
    this.answered = new AnsweredLoops(flow, book, uses);
  }

  /** Of one loop: the best bound that any of its exits gives. */
  public Count of(Loops.Loop loop) {
    Count[] best = {null};
    Set<Integer> changed = Loops.changed(flow, loop);
    LoopSteps steps = new LoopSteps(flow, loop);
    Loops.exits(
        flow,
        loop,
        (test, point) -> {
          Sym left = point.sym(test.left());
          Sym right = point.sym(test.right());
          Count time = answered.passing(test, left, right, loop);
          Count exit = time == null ? exit(test, point, changed, steps, loop) : time;
          boolean better = best[0] == null || exit.trip().compareTo(best[0].trip()) < 0;
          best[0] = better ? exit : best[0];
        });
    return best[0] == null ? new Count(Trip.UNBOUNDED, null, "", true) : best[0];
  }

  private Count exit(
      Op.Test test, Point at, Set<Integer> changed, LoopSteps steps, Loops.Loop loop) {
    if (steps.shrinks(test.left()) || steps.unwraps(test.left())) {
      return new Count(Trip.LINEAR, null, "");
    }
    if (steps.follows(test.left()) || steps.follows(test.right())) {
      return new Count(Trip.LINEAR, null, "follows links");
    }
    Sym left = at.sym(test.left());
    Sym right = at.sym(test.right());
    boolean order = test.relation() != Relation.EQ && test.relation() != Relation.NE;
    boolean computed = converges(left) && !moves(test.right(), right, changed);
    if (order && (computed || jumps(test.left(), steps) || collects(test, right, steps))) {
      return new Count(Trip.UNBOUNDED, left, why(left, test.left()));
    }
    if (order && (moves(test.left(), left, changed) || moves(test.right(), right, changed))) {
      return counted(test, left, right, changed, loop);
    }
    if (order && (written(left, loop) || written(right, loop))) {
      return new Count(Trip.LINEAR, null, "");
    }
    int call = origin(left) >= 0 ? origin(left) : origin(right);
    if (call >= 0 && call < flow.ops() && flow.op(call) instanceof Op.Call c) {
      return answered.count(c, call, test, left, right, loop);
    }
    boolean stepped = steps.counts(test.left()) || steps.counts(test.right());
    if (stepped || counts(left) || counts(right)) {
      return counted(test, left, right, changed, loop);
    }
    boolean chase = right instanceof Sym.Lit l && l.value() == null && local(test.left(), changed);
    if (chase) {
      return chased((Var) test.left(), test, steps, loop);
    }
    if (local(test.left(), changed) && reference(test.left())) {
      return new Count(Trip.LINEAR, null, "follows links");
    }
    boolean sure = left instanceof Sym.Calc || left instanceof Sym.At f && flag(f);
    return new Count(Trip.UNBOUNDED, left, why(left, test.left()), sure);
  }

  /** A computation with fractions goes on until its result is good enough. */
  private boolean converges(Sym result) {
    int from = origin(result);
    return from >= 0
        && from < flow.ops()
        && flow.op(from) instanceof Op.Call c
        && Set.of("double", "float").contains(c.method().returns());
  }

  /** {@code while (found < 10) if (fits(n++)) found++}: nobody knows how many fit. */
  private static boolean collects(Op.Test test, Sym right, LoopSteps steps) {
    return right instanceof Sym.Lit l
        && l.value() instanceof Number n
        && n.longValue() > 1
        && steps.skips(test.left());
  }

  private boolean jumps(Value value, LoopSteps steps) {
    return value instanceof Var v && steps.of(v).stream().anyMatch(this::converges);
  }

  /** Another thread says when to stop. */
  private boolean flag(Sym.At at) {
    return at.place().field().flatMap(uses::info).map(f -> f.has(Modifier.VOLATILE)).orElse(false);
  }

  static boolean reference(Value value) {
    return value.type() != null && !Primitives.is(value.type());
  }

  /** A counter one step on. */
  private static boolean counts(Sym sym) {
    return sym instanceof Sym.Calc c
        && (c.operator().equals("+") || c.operator().equals("-"))
        && c.parts().size() == 2
        && c.parts().get(0) instanceof Sym.At
        && c.parts().get(1) instanceof Sym.Lit;
  }

  /** A reference that is replaced in each round, until it is null. */
  private Count chased(Var v, Op.Test test, LoopSteps steps, Loops.Loop loop) {
    for (Sym step : steps.of(v)) {
      int from = origin(step);
      if (from >= 0
          && loop.blocks().get(flow.blockOf(from))
          && flow.op(from) instanceof Op.Call c) {
        if (book.says(Fact.Acts.class, c.method())) {
          return answered.count(c, from, test, step, null, loop);
        }
      }
    }
    return new Count(Trip.LINEAR, null, "follows links");
  }

  private static boolean local(Value value, Set<Integer> changed) {
    return value instanceof Var v && changed.contains(v.index());
  }

  static int origin(Sym sym) {
    return sym instanceof Sym.At at ? at.origin() : -1;
  }

  /** By its place, or the variable's name; what is computed has neither. */
  private static String why(Sym decides, Value tested) {
    boolean named =
        decides instanceof Sym.At at
            && !(at.place().path().isEmpty() && at.place().root() instanceof Root.Unknown);
    String name = tested instanceof Var v ? v.name() : "";
    String what = named ? ((Sym.At) decides).place().toString() : name;
    return (what.isEmpty() ? "what it computes" : "`" + what + "`") + " decides when it ends";
  }

  /** An index against a bound. */
  private Count counted(Op.Test test, Sym left, Sym right, Set<Integer> changed, Loops.Loop loop) {
    boolean leftMoves = moves(test.left(), left, changed);
    boolean rightMoves = moves(test.right(), right, changed);
    if (!leftMoves && !rightMoves) {
      return new Count(Trip.UNBOUNDED, left, why(left, test.left()));
    }
    Sym bound = leftMoves ? right : left;
    boolean order = test.relation() != Relation.EQ && test.relation() != Relation.NE;
    Sym from = new Beginnings(flow, loop).of(leftMoves ? test.left() : test.right());
    if (bound instanceof Sym.Lit l && l.value() instanceof Number n) {
      boolean toZero = n.longValue() <= 1;
      boolean down = order && toZero && few(from);
      if (Math.abs(n.longValue()) <= SHORT && (!toZero || down)) {
        return new Count(Trip.CONSTANT, null, "");
      }
      return toZero
          ? new Count(Trip.LINEAR, from == null ? null : measured(from), "")
          : new Count(Trip.UNBOUNDED, null, n + " rounds");
    }
    boolean constant = constantLength(bound);
    return new Count(constant ? Trip.CONSTANT : Trip.LINEAR, measured(bound), from, "", true);
  }

  private static boolean few(Sym from) {
    return from instanceof Sym.Lit l
        && l.value() instanceof Number n
        && Math.abs(n.longValue()) <= SHORT;
  }

  private boolean moves(Value value, Sym sym, Set<Integer> changed) {
    int from = origin(sym);
    boolean answer = from >= 0 && from < flow.ops() && flow.op(from) instanceof Op.Call;
    if (value instanceof Const || answer) {
      return false;
    }
    boolean field = sym instanceof Sym.At at && !at.place().path().isEmpty();
    return local(value, changed) && !field && !length(sym);
  }

  private static boolean length(Sym sym) {
    return sym instanceof Sym.Calc c && c.operator().equals("length");
  }

  /** Length of an array made here, of an enum's values, or of a literal. */
  private boolean constantLength(Sym bound) {
    int call = origin(bound);
    if (call >= 0 && call < flow.ops() && flow.op(call) instanceof Op.Call c && fixed(c)) {
      Sym text = flow.args(call)[0];
      return text instanceof Sym.Lit
          || text instanceof Sym.At at && at.place().field().map(this::constantArray).orElse(false);
    }
    if (!(bound instanceof Sym.Calc c && c.operator().equals("length") && c.parts().size() == 1)) {
      return false;
    }
    Sym array = c.parts().get(0);
    if (array instanceof Sym.At at && at.place().path().isEmpty()) {
      if (at.place().root() instanceof Root.Fresh f && flow.op(f.op()) instanceof Op.New) {
        return true;
      }
      return flow.callOf(at.place().root())
          .filter(values -> values.method().name().equals("values"))
          .filter(values -> values.dispatch() == Op.Dispatch.STATIC)
          .filter(values -> values.method().params().isEmpty())
          .isPresent();
    }
    return array instanceof Sym.At field
        && field.place().field().map(this::constantArray).orElse(false);
  }

  private boolean constantArray(FieldRef field) {
    return uses.info(field)
        .map(f -> f.has(Modifier.STATIC | Modifier.FINAL) || f.has(Modifiers.ENUM))
        .orElse(false);
  }

  /** What a bound measures, through a call such as {@code size()}. */
  private Sym measured(Sym bound) {
    int call = origin(bound);
    boolean asked =
        call >= 0
            && call < flow.ops()
            && flow.op(call) instanceof Op.Call c
            && flow.args(call).length == 1
            && (book.says(Fact.Checks.class, c.method()) || fixed(c));
    return asked ? flow.args(call)[0] : source(bound);
  }

  /** {@code text.length()} stays. */
  private boolean fixed(Op.Call call) {
    return call.dispatch() != Op.Dispatch.STATIC
        && book.ofType(Fact.Is.class, call.method().owner()).stream()
            .anyMatch(f -> f.trait() == Fact.Trait.IMMUTABLE);
  }

  /** What a bound measures. */
  private static Sym source(Sym bound) {
    return bound instanceof Sym.Calc c && c.parts().size() == 1 ? c.parts().get(0) : bound;
  }

  /** A field that the loop itself counts. */
  private boolean written(Sym sym, Loops.Loop loop) {
    FieldRef field = sym instanceof Sym.At at ? at.place().field().orElse(null) : null;
    BitSet blocks = loop.blocks();
    for (int b = blocks.nextSetBit(0); field != null && b >= 0; b = blocks.nextSetBit(b + 1)) {
      for (Op op : flow.body().blocks().get(b).ops()) {
        if (op instanceof Op.Write w && w.slot().field().equals(field)) {
          return true;
        }
      }
    }
    return false;
  }
}
