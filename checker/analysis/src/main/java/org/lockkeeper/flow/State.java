package org.lockkeeper.flow;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is known at one point of a method. Changed in place by the flow that owns it. */
public final class State {
  /** By slot; see {@link Slots}. */
  final Sym[] vars;

  HeldLocks held;

  /** Numbers of the allocations whose object others may see. Never changed in place. */
  Set<Integer> escaped;

  /** What only tasks have got that may be waited for. */
  Lent lent = Lent.NONE;

  /**
   * What the condition that leads to a block of {@link Verdicts} looked at. Never changed in place.
   */
  List<Sym> tested = List.of();

  /** What was put into fields. */
  FieldValues fields = FieldValues.NONE;

  /** What tests on the way here have shown. Never changed in place. */
  Set<Assumption> assumed;

  /** What tells the ways on which a lock is held; {@code null} where nobody asks. */
  Correlations correlations;

  State(int slots) {
    this(new Sym[slots], HeldLocks.NONE, Set.of(), Set.of());
  }

  private State(Sym[] vars, HeldLocks held, Set<Integer> escaped, Set<Assumption> assumed) {
    this.vars = vars;
    this.held = held;
    this.escaped = escaped;
    this.assumed = assumed;
  }

  State copy() {
    State copy = new State(vars.clone(), held, escaped, assumed);
    copy.tested = tested;
    copy.correlations = correlations;
    copy.fields = fields;
    copy.lent = lent;
    return copy;
  }

  void escape(int allocation) {
    if (!escaped.contains(allocation)) {
      Set<Integer> more = new TreeSet<>(escaped);
      more.add(allocation);
      escaped = more;
      fields.inside(allocation).forEach(this::escape);
    }
  }

  /** A task gets an object, with all that is in it. */
  void lend(int allocation, int task) {
    Lent more = lent.lend(allocation, task);
    if (more != lent) {
      lent = more;
      fields.inside(allocation).forEach(a -> lend(a, task));
    }
  }

  /** What {@link Point#escaped()} tells. */
  Set<Integer> visible() {
    return lent.out(escaped);
  }

  void assume(Assumption assumption) {
    if (!assumed.contains(assumption)) {
      Set<Assumption> more = new LinkedHashSet<>(assumed);
      more.add(assumption);
      assumed = more;
    }
  }

  /**
   * Takes in another way to reach the same block.
   *
   * @param loop whether the block is a loop's head, where differing values become unknown at once
   * @param block the block's index, which names the unknown values
   * @return whether anything changed
   */
  boolean join(State other, boolean loop, int block) {
    boolean changed = correlate(other);
    for (int i = 0; i < vars.length; i++) {
      Sym mine = vars[i];
      if (mine == null || mine.equals(other.vars[i]) || Phi.is(mine, block, i)) {
        continue;
      }
      Sym both =
          loop && !(flag(mine) && flag(other.vars[i])) ? null : Sym.join(mine, other.vars[i]);
      vars[i] = both == null ? Phi.of(mine, block, i) : both;
      changed |= !vars[i].equals(mine);
    }
    if (!tested.containsAll(other.tested)) {
      Set<Sym> all = new LinkedHashSet<>(tested);
      all.addAll(other.tested);
      if (all.size() <= 2 * Sym.MAX_OPTIONS) {
        tested = List.copyOf(all);
        changed = true;
      }
    }
    HeldLocks both = held.and(other.held);
    changed |= !both.equals(held);
    held = both;
    changed |= show(other);
    FieldValues common = fields.join(other.fields);
    changed |= common != fields;
    fields = common;
    if (!other.assumed.containsAll(assumed)) {
      Set<Assumption> shown = new LinkedHashSet<>(assumed);
      shown.retainAll(other.assumed);
      assumed = shown;
      changed = true;
    }
    return changed;
  }

  /** Takes in what others may see after another way. */
  private boolean show(State other) {
    Lent loans = lent.join(other.lent);
    boolean changed = loans != lent;
    lent = loans;
    if (!escaped.containsAll(other.escaped)) {
      Set<Integer> all = new TreeSet<>(escaped);
      all.addAll(other.escaped);
      escaped = all;
      changed = true;
    }
    return changed;
  }

  private boolean correlate(State other) {
    Correlations before = correlations;
    correlations = before == null ? null : Correlations.join(this, other);
    return before != null && !before.equals(correlations);
  }

  /** A truth value, or one of a few: {@code got = lock.tryLock()} in a loop. */
  private static boolean flag(Sym sym) {
    return sym != null
        && sym.options().stream()
            .allMatch(
                o ->
                    o instanceof Sym.Lit l && l.value() instanceof Boolean
                        || o instanceof Sym.At a
                            && a.origin() >= 0
                            && a.place().path().isEmpty()
                            && a.place().type().equals("boolean"));
  }

  /** The variables whose values differ between the ways that join in a block. */
  BitSet phis(int block) {
    BitSet phis = new BitSet();
    for (int i = 0; i < vars.length; i++) {
      phis.set(i, Phi.is(vars[i], block, i));
    }
    return phis;
  }

  /** Takes variables for unknown that will differ when other ways join. */
  void widen(BitSet phis, int block) {
    for (int i = phis.nextSetBit(0); i >= 0; i = phis.nextSetBit(i + 1)) {
      vars[i] = vars[i] == null ? null : Phi.of(vars[i], block, i);
    }
  }

  @Override
  public String toString() {
    return held + " " + Arrays.toString(vars);
  }
}
