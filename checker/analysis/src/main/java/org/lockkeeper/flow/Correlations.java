package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.HeldLocks.Held;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

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

  static final Correlations NONE = new Correlations(Set.of(), Set.of(), Set.of());

  private final Set<Shown> shown;
  private final Set<Kept> kept;
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

  private Correlations(Set<Shown> shown, Set<Kept> kept, Set<Writing> writing) {
    this.shown = shown;
    this.kept = kept;
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
    Set<Writing> writing = new LinkedHashSet<>(one.writing);
    writing.retainAll(other.writing);
    sides(a, b, writing);
    sides(b, a, writing);
    return kept.size() > MAX ? NONE : new Correlations(shown, kept, writing);
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
    return new Correlations(shown, more, writing);
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
        for (int i = 0; i < a.vars.length; i++) {
          if (Sym.join(a.vars[i], b.vars[i]) instanceof Sym.Any both) {
            joined(Joined.of(i, both), a.vars[i], b.vars[i], held, into);
          }
        }
      }
    }
  }

  private static void joined(Joined both, Sym here, Sym there, Held held, Set<Kept> into) {
    if (!(here instanceof Sym.Any)) {
      into.add(new Kept(new Shown(both, here, true), held));
    } else if (!(there instanceof Sym.Any) && !here.options().contains(there)) {
      into.add(new Kept(new Shown(both, there, false), held));
    }
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
      if (more && shows(test.relation(), lit, left, slot, k.when(), flow, knowledge)) {
        after.held = after.held.minus(h -> h == now).plus(k.held());
      }
    }
    Object what = stable(left, slot, knowledge);
    if (what != null && (test.relation() == Relation.EQ || test.relation() == Relation.NE)) {
      Set<Shown> more = new LinkedHashSet<>(here.shown);
      more.add(shown(what, lit.value(), test.relation() == Relation.EQ));
      after.correlations =
          more.size() > MAX ? here : new Correlations(more, here.kept, here.writing);
    }
  }

  private static boolean shows(
      Relation relation,
      Sym.Lit lit,
      Sym left,
      int slot,
      Shown when,
      MethodFlow flow,
      Knowledge knowledge) {
    boolean equal = relation == Relation.EQ;
    boolean exact = equal || relation == Relation.NE;
    if (exact
        && shown(when.what(), lit.value(), equal).equals(when)
        && when.what().equals(stable(left, slot, knowledge))) {
      return true;
    }
    if (!(when.what() instanceof Joined j && (j.slot() == slot || slot < 0))
        || !when.what().equals(Joined.of(j.slot(), left))) {
      return false;
    }
    for (Sym option : left.options()) {
      boolean passes = passes(option, relation, lit, flow);
      boolean ours = option.equals(when.constant()) == when.equal();
      if (passes && !ours) {
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
    Set<Kept> more = new LinkedHashSet<>(kept);
    for (Kept k : kept) {
      if (k.when().what().equals(old)) {
        Shown when = new Shown(Joined.of(to, value), k.when().constant(), k.when().equal());
        more.add(new Kept(when, k.held()));
      }
    }
    Set<Writing> sides = new LinkedHashSet<>(writing);
    for (Writing w : writing) {
      if (w.what().equals(old)) {
        sides.add(new Writing(w.when(), Joined.of(to, value)));
      }
    }
    boolean same = more.size() == kept.size() && sides.size() == writing.size();
    return same || more.size() > MAX ? this : new Correlations(shown, more, sides);
  }

  /** A lock is given back. */
  Correlations without(Place lock) {
    List<Kept> rest = new ArrayList<>(kept);
    boolean changed = rest.removeIf(k -> k.held().lock().place().equals(lock));
    return changed ? new Correlations(shown, new LinkedHashSet<>(rest), writing) : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Correlations c
        && shown.equals(c.shown)
        && kept.equals(c.kept)
        && writing.equals(c.writing);
  }

  @Override
  public int hashCode() {
    return shown.hashCode() * 31 + kept.hashCode();
  }
}
