package org.lockkeeper.flow;

import java.util.Set;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

/** A point just before an operation: what is known there. Valid during the visit only. */
public final class Point {
  private static final int NAMELESS = -500_000;

  private final Slots slots;
  private final Sym[] scratch;
  State state;

  Point(Slots slots, Sym[] scratch) {
    this.slots = slots;
    this.scratch = scratch;
  }

  /** What a value is known to be; {@code null} when unknown. */
  public Sym sym(Value value) {
    if (value instanceof Const c) {
      return c.value() instanceof Value.ClassLiteral l
          ? new Sym.At(Place.of(new Root.ClassObject(l.name()), "java.lang.Class"), -1)
          : new Sym.Lit(c.value());
    }
    Var v = (Var) value;
    int slot = slots.of(v);
    return slot >= 0 ? state.vars[slot] : scratch[v.index()];
  }

  /**
   * Where a value is found; an unknown place named after the variable when that is all there is.
   */
  public Place place(Value value) {
    Sym sym = sym(value);
    if (sym instanceof Sym.At at) {
      return at.place();
    }
    if (value instanceof Var v) {
      return Place.of(new Root.Unknown(NAMELESS - v.index(), v.name()), v.type());
    }
    return Place.of(new Root.ClassObject(value.toString()), String.valueOf(value.type()));
  }

  void set(Var v, Sym sym) {
    int slot = slots.of(v);
    if (slot >= 0) {
      state.vars[slot] = sym;
    } else {
      scratch[v.index()] = sym;
    }
  }

  /** Locks held for certain. */
  public HeldLocks held() {
    return state.held;
  }

  /** What tests on the way here have shown. */
  public Set<Assumption> assumed() {
    return state.assumed;
  }

  /** Whether the place is, or is inside, an object made here that nobody else has seen. */
  public boolean owned(Place place) {
    boolean outwards =
        !place.path().isEmpty()
            && place.path().get(0) instanceof Place.Step.Field f
            && (f.ref().name().startsWith("this$") || f.ref().name().startsWith("val$"));
    return place.root() instanceof Root.Fresh f && !outwards && !state.escaped.contains(f.op());
  }
}
