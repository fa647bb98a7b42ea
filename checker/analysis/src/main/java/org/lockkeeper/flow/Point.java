package org.lockkeeper.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

/** A point just before an operation: what is known there. Valid during the visit only. */
public abstract class Point {
  private static final int NAMELESS = -500_000;

  Point() {}

  /** What a variable that the operation uses is known to be. */
  abstract Sym of(Var v);

  /** Numbers of the allocations whose object others may see. */
  abstract Set<Integer> escaped();

  /** What was put into fields. */
  abstract FieldValues fields();

  /** Locks held for certain. */
  public abstract HeldLocks held();

  /** The same before a return, if it returns this. */
  public HeldLocks held(boolean answer) {
    return held();
  }

  /** Those of them that may keep others out: see {@link HeldLocks#others}. */
  public HeldLocks heldAgainstOthers() {
    return held().others(this::owned);
  }

  /** What tests on the way here have shown. */
  public abstract Set<Assumption> assumed();

  /** What a value that the operation uses is known to be; {@code null} when unknown. */
  public Sym sym(Value value) {
    if (value instanceof Const c) {
      return c.value() instanceof Value.ClassLiteral l
          ? new Sym.At(Place.of(new Root.ClassObject(l.name()), "java.lang.Class"), -1)
          : new Sym.Lit(c.value());
    }
    return of((Var) value);
  }

  /**
   * Where a value is found; an unknown place named after the variable when that is all there is.
   * Equal string constants are one object (JLS 3.10.5).
   */
  public Place place(Value value) {
    Sym sym = sym(value);
    if (sym instanceof Sym.At at) {
      return at.place();
    }
    if (sym instanceof Sym.Lit lit && lit.value() instanceof String text) {
      return Place.ofStatic(new FieldRef("", '"' + text + '"', "java.lang.String"));
    }
    if (value instanceof Var v && sym instanceof Sym.Any any) {
      return Place.of(new Root.Unknown(Choices.id(any), v.name()), v.type());
    }
    if (value instanceof Var v) {
      return Place.of(new Root.Unknown(NAMELESS - v.index(), v.name()), v.type());
    }
    return Place.of(new Root.ClassObject(value.toString()), String.valueOf(value.type()));
  }

  /** The same values where none of the locks is held. */
  public Point unlocked() {
    Point here = this;
    return new Point() {
      @Override
      Sym of(Var v) {
        return here.of(v);
      }

      @Override
      Set<Integer> escaped() {
        return here.escaped();
      }

      @Override
      FieldValues fields() {
        return here.fields();
      }

      @Override
      public HeldLocks held() {
        return HeldLocks.NONE;
      }

      @Override
      public Set<Assumption> assumed() {
        return here.assumed();
      }
    };
  }

  /**
   * The same place by another way, where it leads through a field of an object made here whose
   * value came from elsewhere: {@code account}, after {@code holder.account = account}.
   */
  public Place real(Place place) {
    return fields().real(place);
  }

  /** The same storage by another way: the field that the place ends with stays. */
  public Place cell(Place place) {
    Step last = place.last().orElse(null);
    if (last == null || !(place.root() instanceof Root.Fresh)) {
      return place;
    }
    Place owner = place.parent();
    Place real = real(owner);
    return real == owner ? place : real.then(last, place.type()).orElse(place);
  }

  /**
   * What a method that returns here has put into fields of its receiver, and of what it returns.
   *
   * @param result where that is found; {@code null} when unknown
   * @param export a value as callers name it; {@code null} where they cannot
   */
  public FieldValues puts(Place result, UnaryOperator<Sym> export) {
    boolean bare = result != null && result.path().isEmpty();
    return fields().exported(bare ? result.root() : null, export);
  }

  /**
   * What came from elsewhere into the fields of an object made here: where its methods find it, and
   * what it is called here.
   */
  public Map<Place, Place> given(Place object) {
    Map<Place, Place> given = new LinkedHashMap<>();
    if (object.root() instanceof Root.Fresh && object.path().isEmpty()) {
      Place self = Place.of(new Root.This(), object.type());
      fields()
          .each(
              (cell, value) -> {
                if (cell.root().equals(object.root()) && fields().of(cell).isPresent()) {
                  given.put(cell.rebase(self).orElseThrow(), ((Sym.At) value).place());
                }
              });
    }
    return given;
  }

  /** What a callee knows, in the terms of a call that stands here. */
  public Terms terms(Sym[] args, boolean receiver) {
    return new Terms(args, receiver, fields());
  }

  /** Whether the place is, or is inside, an object made here that nobody else has seen. */
  public boolean owned(Place place) {
    boolean outwards =
        !place.path().isEmpty()
            && place.path().get(0) instanceof Place.Step.Field f
            && (f.ref().name().startsWith("this$") || f.ref().name().startsWith("val$"));
    return place.root() instanceof Root.Fresh f && !outwards && !escaped().contains(f.op());
  }
}
