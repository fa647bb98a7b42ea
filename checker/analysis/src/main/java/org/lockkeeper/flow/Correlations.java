package org.lockkeeper.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.HeldLocks.Held;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;

/**
 * Locks that are held on some of the ways to a point, and the values that tell these ways: after
 * {@code if (shared) lock.lock()} the lock is held where {@code shared} is true. Immutable.
 *
 * <p>The same of a variable that holds either side of a read-write lock: {@code Lock side = update
 * ? rw.writeLock() : rw.readLock()}.
 */
final class Correlations {
  /** More than that many are forgotten. */
  private static final int MAX = 12;

  static final Correlations NONE = new Correlations(Set.of(), Set.of(), Set.of(), Set.of());

  private final Set<Shown> shown;
  private final Set<Kept> kept;
  private final Set<Told> told;
  private final Set<Writing> writing;

  /** Whether a value that does not change equals a constant. */
  private record Shown(Object what, Object constant, boolean equal) {
    Shown negated() {
      return new Shown(what, constant, !equal);
    }

    /** Whether this and the other cannot both be. */
    boolean excludes(Shown other) {
      boolean same = what.equals(other.what);
      return equals(other.negated())
          || same && equal && other.equal && !same(constant, other.constant);
    }
  }

  /** The value of a variable since ways with different constants joined. */
  private record Joined(int slot, Set<Sym> options) {
    static Joined of(int slot, Sym value) {
      return new Joined(slot, new LinkedHashSet<>(value.options()));
    }
  }

  /** Held where something is shown. */
  private record Kept(Shown when, Held held) {
    /** Whether it says more of the same acquisition than that it is held for reading. */
    boolean writes(Held other) {
      return held.lock().exclusive()
          && other.lock().mode() == Mode.SHARED
          && held.origin() == other.origin();
    }
  }

  /** A variable holds the write side of a lock where something is shown, or else the read side. */
  private record Writing(Shown when, Joined what) {}

  /** Held where a variable has one of some values. */
  private record Told(Joined what, Set<Sym> values, Held held) {}

  /** The values of a variable on one way, and those of them with which a lock is held. */
  private record Way(List<Sym> values, Set<Sym> holding, Held held) {
    boolean allows(Sym value) {
      return holding.contains(value) || !values.contains(value);
    }
  }

  /** Where a test is made. */
  private record Asked(Live at, MethodFlow flow, Knowledge knowledge) {
    /** {@code taken = lock.tryLock()}: the answer tells. */
    boolean takes(Sym answer, Relation relation, Sym.Lit lit, Lock lock) {
      State after = new Outcomes(flow, knowledge).assume(answer, relation, lit, at);
      return after != null && after.held.all().stream().anyMatch(h -> h.lock().equals(lock));
    }
  }

  private Correlations(Set<Shown> shown, Set<Kept> kept, Set<Told> told, Set<Writing> writing) {
    this.shown = shown;
    this.kept = kept;
    this.told = told;
    this.writing = writing;
  }

  /** What holds where two ways join; called before the first one changes. */
  static Correlations join(State a, State b) {
    Correlations one = a.correlations;
    Correlations other = b.correlations;
    Set<Shown> shown = new LinkedHashSet<>(one.shown);
    shown.retainAll(other.shown);
    Set<Kept> kept = new LinkedHashSet<>();
    one.kept.stream().filter(k -> other.keeps(k, b)).forEach(kept::add);
    other.kept.stream().filter(k -> one.keeps(k, a)).forEach(kept::add);
    split(a, b, kept);
    split(b, a, kept);
    Set<Told> told = told(a, b);
    Set<Writing> writing = new LinkedHashSet<>(one.writing);
    writing.retainAll(other.writing);
    sides(a, b, writing);
    sides(b, a, writing);
    boolean many = kept.size() + told.size() > MAX;
    return many ? NONE : new Correlations(shown, kept, told, writing);
  }

  /** What holds a write side on the first way only, under what tells it from the second. */
  private static void sides(State a, State b, Set<Writing> into) {
    for (int i = 0; i < a.vars.length; i++) {
      if (writes(a.vars[i]) && Choices.sides(Sym.join(a.vars[i], b.vars[i])).isPresent()) {
        for (Shown s : a.correlations.shown) {
          if (b.correlations.shown.stream().anyMatch(s::excludes)) {
            into.add(new Writing(s, Joined.of(i, Sym.join(a.vars[i], b.vars[i]))));
          }
        }
      }
    }
  }

  private static boolean writes(Sym side) {
    return side instanceof Sym.At at
        && at.place().last().filter(Step.Side.WRITE::equals).isPresent();
  }

  /** Either side is locked: where the variable holds the write side, that one is. */
  Correlations locked(int slot, Sym sides, Held held) {
    Set<Kept> more = new LinkedHashSet<>(kept);
    for (Writing w : writing) {
      if (w.what().equals(Joined.of(slot, sides))) {
        Lock whole = new Lock(held.lock().place(), Mode.EXCLUSIVE);
        more.add(new Kept(w.when(), new Held(whole, held.site(), held.origin())));
      }
    }
    return new Correlations(shown, more, told, writing);
  }

  private boolean keeps(Kept k, State here) {
    return kept.contains(k)
        || here.held.find(k.held().lock().place()).filter(k.held()::equals).isPresent()
        || shown.stream().anyMatch(k.when()::excludes);
  }

  /** What only the first way holds, under what tells it from the second. */
  private static void split(State a, State b, Set<Kept> into) {
    for (Held held : a.held.all()) {
      if (b.held.find(held.lock().place()).isEmpty()) {
        for (Shown s : a.correlations.shown) {
          if (b.correlations.shown.stream().anyMatch(s::excludes)) {
            into.add(new Kept(s, held));
          }
        }
      }
    }
  }

  /** Which values of a variable that the two ways bring tell that a lock is held. */
  private static Set<Told> told(State a, State b) {
    Set<Told> all = new LinkedHashSet<>();
    Set<Lock> locks = locks(a);
    locks.addAll(locks(b));
    for (int i = 0; i < a.vars.length && !locks.isEmpty(); i++) {
      if (Sym.join(a.vars[i], b.vars[i]) instanceof Sym.Any both) {
        for (Lock lock : locks) {
          Way one = way(i, lock, a);
          Way other = way(i, lock, b);
          Set<Sym> values = new LinkedHashSet<>(both.options());
          values.removeIf(v -> !one.allows(v) || !other.allows(v));
          if (!values.isEmpty() && values.size() < both.options().size()) {
            Held held = one.held() != null ? one.held() : other.held();
            all.add(new Told(Joined.of(i, both), values, held));
          }
        }
      }
    }
    return all;
  }

  private static Set<Lock> locks(State at) {
    Set<Lock> all = new LinkedHashSet<>();
    at.held.all().forEach(h -> all.add(h.lock()));
    at.correlations.told.forEach(t -> all.add(t.held().lock()));
    return all;
  }

  private static Way way(int slot, Lock lock, State at) {
    List<Sym> values = at.vars[slot].options();
    for (Held held : at.held.all()) {
      if (held.lock().equals(lock)) {
        return new Way(values, new LinkedHashSet<>(values), held);
      }
    }
    Joined here = Joined.of(slot, at.vars[slot]);
    for (Told t : at.correlations.told) {
      if (t.what().equals(here) && t.held().lock().equals(lock)) {
        return new Way(values, t.values(), t.held());
      }
    }
    return new Way(values, Set.of(), null);
  }

  /** Takes in that a test holds. */
  static void assume(Op.Test test, Live before, State after, MethodFlow flow, Knowledge knowledge) {
    Sym left = before.sym(test.left());
    if (!(before.sym(test.right()) instanceof Sym.Lit lit) || left == null) {
      return;
    }
    Correlations here = after.correlations;
    int slot = before.slot(test.left());
    for (Kept k : here.kept) {
      Held now = after.held.find(k.held().lock().place()).orElse(null);
      boolean more = now == null || k.writes(now);
      if (more && shows(test.relation(), lit, left, slot, k.when(), knowledge)) {
        after.held = after.held.minus(h -> h == now).plus(k.held());
      }
    }
    for (Told t : here.told) {
      if (after.held.find(t.held().lock().place()).isEmpty()
          && shows(test.relation(), lit, left, slot, t, new Asked(before, flow, knowledge))) {
        after.held = after.held.plus(t.held());
      }
    }
    Object what = stable(left, slot, knowledge);
    if (what != null && (test.relation() == Relation.EQ || test.relation() == Relation.NE)) {
      Set<Shown> more = new LinkedHashSet<>(here.shown);
      more.add(shown(what, lit.value(), test.relation() == Relation.EQ));
      after.correlations =
          more.size() > MAX ? here : new Correlations(more, here.kept, here.told, here.writing);
    }
  }

  /** What is held where a method returns that answer, which class files keep as a number. */
  static HeldLocks answered(
      Op.Return end, boolean answer, Live at, MethodFlow flow, Knowledge knowledge) {
    Value value = end.value().orElseThrow();
    Sym result = at.sym(value);
    boolean number =
        result != null && result.options().contains(new Sym.Lit(0))
            || result != null && result.options().contains(new Sym.Lit(1));
    State after = at.state.copy();
    if (!number) {
      Value truth = new Value.Const(answer, "boolean");
      assume(new Op.Test(value, Relation.EQ, truth, end.site()), at, after, flow, knowledge);
    }
    if (number || !(result instanceof Sym.Any)) {
      Relation relation = answer ? Relation.NE : Relation.EQ;
      Value zero = new Value.Const(0, "int");
      assume(new Op.Test(value, relation, zero, end.site()), at, after, flow, knowledge);
    }
    return after.held;
  }

  private static boolean shows(
      Relation relation, Sym.Lit lit, Sym left, int slot, Shown when, Knowledge knowledge) {
    boolean equal = relation == Relation.EQ;
    return (equal || relation == Relation.NE)
        && shown(when.what(), lit.value(), equal).equals(when)
        && when.what().equals(stable(left, slot, knowledge));
  }

  /**
   * Whether each value that passes the test tells that the lock is held, or has itself taken it.
   */
  private static boolean shows(
      Relation relation, Sym.Lit lit, Sym left, int slot, Told told, Asked asked) {
    if (slot >= 0 && told.what().slot() != slot
        || !told.what().equals(Joined.of(told.what().slot(), left))) {
      return false;
    }
    for (Sym option : left.options()) {
      if (passes(option, relation, lit, asked.flow())
          && !told.values().contains(option)
          && !asked.takes(option, relation, lit, told.held().lock())) {
        return false;
      }
    }
    return true;
  }

  private static boolean passes(Sym option, Relation relation, Sym.Lit lit, MethodFlow flow) {
    Object known = Outcomes.constant(option, flow);
    if (known != null) {
      return passes(new Sym.Lit(known), relation, lit);
    }
    return !(option instanceof Sym.Lit o) || passes(o, relation, lit);
  }

  private static boolean passes(Sym.Lit a, Relation relation, Sym.Lit b) {
    boolean equal = same(a.value(), b.value());
    if (relation == Relation.EQ || relation == Relation.NE) {
      return equal == (relation == Relation.EQ);
    }
    if (!(a.value() instanceof Number x && b.value() instanceof Number y)) {
      return true;
    }
    int order = Double.compare(x.doubleValue(), y.doubleValue());
    return switch (relation) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean same(Object a, Object b) {
    return a == null ? b == null : a.equals(b);
  }

  private static Shown shown(Object what, Object constant, boolean equal) {
    return Boolean.FALSE.equals(constant)
        ? new Shown(what, true, !equal)
        : new Shown(what, constant, equal);
  }

  /** What names a value for as long as it cannot change; {@code null} for others. */
  private static Object stable(Sym value, int slot, Knowledge knowledge) {
    if (value instanceof Sym.Any) {
      return slot >= 0 ? Joined.of(slot, value) : null;
    }
    Place place = value instanceof Sym.At at ? at.place() : null;
    if (place == null || place.path().isEmpty()) {
      return place == null ? null : value;
    }
    boolean own = place.root() instanceof Root.This && place.path().size() == 1;
    return own && place.field().filter(knowledge::fixed).isPresent() ? place : null;
  }

  /** A variable gets the value of another. */
  Correlations copied(int from, int to, Sym value) {
    Joined old = Joined.of(from, value);
    Joined copy = Joined.of(to, value);
    Set<Told> more = new LinkedHashSet<>(told);
    for (Told t : told) {
      if (t.what().equals(old)) {
        more.add(new Told(copy, t.values(), t.held()));
      }
    }
    Set<Kept> locks = new LinkedHashSet<>(kept);
    for (Kept k : kept) {
      if (k.when().what().equals(old)) {
        Shown when = new Shown(copy, k.when().constant(), k.when().equal());
        locks.add(new Kept(when, k.held()));
      }
    }
    Set<Writing> sides = new LinkedHashSet<>(writing);
    for (Writing w : writing) {
      if (w.what().equals(old)) {
        sides.add(new Writing(w.when(), copy));
      }
    }
    int now = more.size() + locks.size();
    boolean same = now == told.size() + kept.size() && sides.size() == writing.size();
    return same || now > MAX ? this : new Correlations(shown, locks, more, sides);
  }

  /** A lock is given back. */
  Correlations without(Place lock) {
    Set<Kept> rest = new LinkedHashSet<>(kept);
    Set<Told> others = new LinkedHashSet<>(told);
    boolean changed = rest.removeIf(k -> k.held().lock().place().equals(lock));
    changed |= others.removeIf(t -> t.held().lock().place().equals(lock));
    return changed ? new Correlations(shown, rest, others, writing) : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Correlations c
        && shown.equals(c.shown)
        && kept.equals(c.kept)
        && told.equals(c.told)
        && writing.equals(c.writing);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shown, kept, told);
  }
}
