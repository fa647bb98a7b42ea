package org.lockkeeper.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * What a method has put into fields of the objects that it made, of its receiver, and into static
 * ones, and into containers there. An object that nobody else has seen may lead to others that
 * everybody has: {@code holder.account = shared; holder.account.total++}. Never changed in place.
 */
public final class FieldValues {
  static final FieldValues NONE = new FieldValues(Map.of());

  /** The object that a method returns, where it is new. */
  static final Root RESULT = new Root.Fresh(-1);

  /** What stays unknown when more is put into fields. */
  private static final int MAX = 64;

  /** Nothing to speak of: it was made here, too, or depends on the way. */
  private static final Sym OTHER = new Sym.Lit(null);

  private final Map<Place, Sym> cells;

  private FieldValues(Map<Place, Sym> cells) {
    this.cells = cells;
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** A field gets a value; what was below it is gone. */
  FieldValues with(Place cell, Sym value) {
    boolean known = value instanceof Sym.At at && !(at.place().root() instanceof Root.OwnThread);
    Sym now = known ? value : OTHER;
    if (now.equals(cells.get(cell)) || cells.size() >= MAX && !cells.containsKey(cell)) {
      return this;
    }
    Map<Place, Sym> more = new LinkedHashMap<>(cells);
    more.keySet().removeIf(c -> c.startsWith(cell));
    more.put(cell, now);
    return new FieldValues(more);
  }

  /** Others may have changed what is below a place: all of it, or elements only. */
  FieldValues lost(Place below, boolean all) {
    return other((c, v) -> c.startsWith(below) && (all || Parts.isElement(c)));
  }

  /** What was read from a written place is no longer found there. */
  FieldValues written(Place place) {
    return other((c, v) -> v instanceof Sym.At at && at.place().startsWith(place));
  }

  private FieldValues other(BiPredicate<Place, Sym> which) {
    Map<Place, Sym> less = null;
    for (Map.Entry<Place, Sym> e : cells.entrySet()) {
      if (e.getValue() != OTHER && which.test(e.getKey(), e.getValue())) {
        less = less == null ? new LinkedHashMap<>(cells) : less;
        less.put(e.getKey(), OTHER);
      }
    }
    return less == null ? this : new FieldValues(less);
  }

  /** An object is made anew. */
  FieldValues made(Root object) {
    Map<Place, Sym> less = null;
    for (Place cell : cells.keySet()) {
      if (cell.root().equals(object)) {
        less = less == null ? new LinkedHashMap<>(cells) : less;
        less.remove(cell);
      }
    }
    return less == null ? this : new FieldValues(less);
  }

  /** What is known after either of two ways. */
  public FieldValues join(FieldValues other) {
    if (cells.equals(other.cells)) {
      return this;
    }
    Map<Place, Sym> both = new LinkedHashMap<>(cells);
    both.replaceAll((c, v) -> v.equals(other.cells.get(c)) ? v : OTHER);
    other.cells.keySet().forEach(c -> both.putIfAbsent(c, OTHER));
    return both.equals(cells) ? this : new FieldValues(both);
  }

  /** What came from elsewhere into a field; empty for what was made here. */
  Optional<Sym> of(Place cell) {
    Sym value = cells.get(cell);
    return value != null && foreign(value) ? Optional.of(value) : Optional.empty();
  }

  private static boolean foreign(Sym value) {
    return value instanceof Sym.At at && !(at.place().root() instanceof Root.Fresh);
  }

  /** The objects made here that were put into fields of another. */
  Set<Integer> inside(int object) {
    Set<Integer> all = new TreeSet<>();
    cells.forEach(
        (c, v) -> {
          if (c.root() instanceof Root.Fresh f
              && f.op() == object
              && v instanceof Sym.At at
              && at.place().root() instanceof Root.Fresh in
              && in.op() != object) {
            all.add(in.op());
          }
        });
    return all;
  }

  /** The same place by another way, where it leads through a field whose value is known. */
  Place real(Place place) {
    if (cells.isEmpty() || !(place.root() instanceof Root.Fresh)) {
      return place;
    }
    Place prefix = Place.of(place.root(), place.rootType());
    int i = 0;
    for (Step step : place.path()) {
      String type = step instanceof Step.Field f ? f.ref().type() : place.type();
      prefix = prefix.then(step, type).orElseThrow();
      Sym value = of(prefix).orElse(null);
      i++;
      if (value instanceof Sym.At at) {
        return rest(at.place(), place, i);
      }
    }
    return place;
  }

  private static Place rest(Place from, Place place, int start) {
    Place at = from;
    for (Step step : place.path().subList(start, place.path().size())) {
      String type = step instanceof Step.Field f ? f.ref().type() : place.type();
      Place next = at.then(step, type).orElse(null);
      if (next == null) {
        return place;
      }
      at = next;
    }
    return at;
  }

  /** Whether a field's values are objects, which others may know as well. */
  static boolean holds(FieldRef field) {
    return !Primitives.is(field.type()) && !field.name().startsWith("this$");
  }

  /** What callers need to know: of the receiver, and of a new object that is returned. */
  public FieldValues exported(Root result, UnaryOperator<Sym> export) {
    if (cells.isEmpty()) {
      return this;
    }
    Map<Place, Sym> out = new LinkedHashMap<>();
    cells.forEach(
        (c, v) -> {
          Sym told = foreign(v) ? export.apply(v) : null;
          if (c.root() instanceof Root.This || c.root() instanceof Root.Static && told != null) {
            out.put(c, told == null ? OTHER : told);
          } else if (told != null && c.root().equals(result)) {
            Place self = Place.of(RESULT, c.rootType());
            out.put(c.rebase(self).orElseThrow(), told);
          }
        });
    return out.isEmpty() ? NONE : new FieldValues(out);
  }

  /** Each field that was set, with what is known of it; {@code null} for nothing. */
  void each(BiConsumer<Place, Sym> action) {
    cells.forEach((c, v) -> action.accept(c, v == OTHER ? null : v));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldValues v && cells.equals(v.cells);
  }

  @Override
  public int hashCode() {
    return cells.hashCode();
  }

  @Override
  public String toString() {
    return cells.toString();
  }
}
