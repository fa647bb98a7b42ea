package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.Place;

/** What a variable holds at a point, as far as it is known; {@code null} stands for unknown. */
public sealed interface Sym {

  /**
   * The thing at a place.
   *
   * @param origin number of the operation that got it from there; -1 for parameters
   */
  record At(Place place, int origin) implements Sym {}

  /** A constant. */
  record Lit(Object value) implements Sym {}

  /**
   * Computed from others, of which some may be unknown.
   *
   * @param operator the Java operator
   * @param origin number of the operation
   */
  record Calc(String operator, List<Sym> parts, int origin) implements Sym {
    /** The operator of a truth value that a condition was turned into. */
    static final String VERDICT = "verdict";
  }

  /** One of several, after a join. */
  record Any(List<Sym> options) implements Sym {}

  /** Options kept at a join; more become unknown. */
  int MAX_OPTIONS = 4;

  /** How deep {@link Calc} nests; deeper ones become unknown. */
  int MAX_DEPTH = 4;

  /** The place, when there is one only. */
  default Optional<Place> where() {
    return this instanceof At at ? Optional.of(at.place()) : Optional.empty();
  }

  /** Position of the parameter that this is, as it was passed; -1 for anything else. */
  static int parameter(Sym sym) {
    return sym instanceof At at
            && at.place().path().isEmpty()
            && at.place().root() instanceof Place.Root.Param p
        ? p.index()
        : -1;
  }

  /** The values that this may be: itself, or the options. */
  default List<Sym> options() {
    return this instanceof Any any ? any.options() : List.of(this);
  }

  /** All places and constants that this may be or is computed from. */
  default List<Sym> leaves() {
    List<Sym> all = new ArrayList<>();
    collect(this, all);
    return all;
  }

  private static void collect(Sym sym, List<Sym> into) {
    if (sym instanceof Calc calc) {
      calc.parts().forEach(p -> collect(p, into));
    } else if (sym instanceof Any any) {
      any.options().forEach(o -> collect(o, into));
    } else if (sym != null) {
      into.add(sym);
    }
  }

  /** Whether an operation is among those that this was got or computed from. */
  default boolean from(int origin) {
    if (this instanceof At at) {
      return at.origin() == origin
          || at.place().root() instanceof Place.Root.Unknown u && u.op() == origin;
    }
    if (this instanceof Calc calc) {
      return calc.origin() == origin || anyFrom(calc.parts(), origin);
    }
    return this instanceof Any any && anyFrom(any.options(), origin);
  }

  private static boolean anyFrom(List<Sym> syms, int origin) {
    for (Sym each : syms) {
      if (each != null && each.from(origin)) {
        return true;
      }
    }
    return false;
  }

  /** Either of two; unknown when there are too many. */
  static Sym join(Sym a, Sym b) {
    if (a == null || b == null || a.equals(b)) {
      return a == null || b == null ? null : a;
    }
    Set<Sym> all = new LinkedHashSet<>(a.options());
    all.addAll(b.options());
    if (all.size() > MAX_OPTIONS) {
      return null;
    }
    return all.size() == 1 ? all.iterator().next() : new Any(List.copyOf(all));
  }

  /** How deep it nests. */
  default int depth() {
    int deepest = 0;
    List<Sym> inner =
        this instanceof Calc c ? c.parts() : this instanceof Any a ? a.options() : List.of();
    for (Sym each : inner) {
      deepest = Math.max(deepest, each == null ? 0 : each.depth());
    }
    return deepest + 1;
  }
}
