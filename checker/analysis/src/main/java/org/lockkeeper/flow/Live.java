package org.lockkeeper.flow;

import java.util.Set;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** The point that a solver stands at: its state may be changed. */
final class Live extends Point {
  private final Slots slots;
  private final Sym[] scratch;
  State state;

  /** Variables of one block are kept in {@code scratch}, by index. */
  Live(Slots slots, Sym[] scratch) {
    this.slots = slots;
    this.scratch = scratch;
  }

  /** The same point in another state. */
  Live in(State other) {
    Live there = new Live(slots, scratch);
    there.state = other;
    return there;
  }

  @Override
  Sym of(Var v) {
    int slot = slots.of(v);
    return slot >= 0 ? state.vars[slot] : scratch[v.index()];
  }

  /** Where a state keeps the variable; -1 for what lives in one block only. */
  int slot(Value value) {
    return value instanceof Var v ? slots.of(v) : -1;
  }

  /** A lock is given back, wherever it may have been held. */
  void forget(Place lock) {
    if (state.correlations != null) {
      state.correlations = state.correlations.without(lock);
    }
  }

  /** A call on a variable that holds either side of a lock takes one of them. */
  void locked(Op.Call call, HeldLocks.Held held) {
    Value on = call.args().isEmpty() ? null : call.args().get(0);
    if (state.correlations != null && on instanceof Var v && Choices.sides(of(v)).isPresent()) {
      state.correlations = state.correlations.locked(slot(v), of(v), held);
    }
  }

  /** A variable gets the value of another. */
  void copy(Value from, Var to, Sym value) {
    if (state.correlations != null && value instanceof Sym.Any && slot(to) >= 0) {
      state.correlations = state.correlations.copied(slot(from), slot(to), value);
    }
  }

  void set(Var v, Sym sym) {
    int slot = slots.of(v);
    if (slot >= 0) {
      state.vars[slot] = sym;
    } else {
      scratch[v.index()] = sym;
    }
  }

  @Override
  Set<Integer> escaped() {
    return state.visible();
  }

  @Override
  FieldValues fields() {
    return state.fields;
  }

  @Override
  public HeldLocks held() {
    return state.held;
  }

  @Override
  public Set<Assumption> assumed() {
    return state.assumed;
  }
}
