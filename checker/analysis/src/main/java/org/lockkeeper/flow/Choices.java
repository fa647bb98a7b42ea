package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Two variables that a condition made hold two objects in one order or the other: {@code first = a
 * < b ? x : y}, {@code second = a < b ? y : x}. Whoever has locked both has locked both objects.
 */
public final class Choices {
  private static final int BASE = -1_000_000;

  private Choices() {}

  /** Names what variables with these options hold: they are taken to hold the same one of them. */
  public static int id(Sym.Any any) {
    List<Object> what = new ArrayList<>();
    any.options().forEach(o -> what.add(o instanceof Sym.At at ? at.place() : o));
    return BASE - (what.hashCode() & 0x1fffffff);
  }

  /** With one more lock, and with both objects when it is the second of two such locks. */
  static HeldLocks plus(HeldLocks.Held one, Live at) {
    HeldLocks held = at.held().plus(one);
    Place place = one.lock().place();
    Sym.Any any = chosen(place, at);
    if (any == null || any.options().size() != 2) {
      return held;
    }
    int other = id(reversed(any));
    for (HeldLocks.Held h : at.held().all()) {
      Place theirs = h.lock().place();
      if (id(theirs) == other && theirs.path().equals(place.path()) && same(h, one)) {
        for (Sym option : any.options()) {
          Optional<Place> object = option.where().flatMap(place::rebase);
          if (object.isPresent()) {
            Lock lock = new Lock(object.get(), one.lock().mode());
            held =
                held.plus(new HeldLocks.Held(lock, one.site(), one.origin(), one.section(), place));
          }
        }
        return held;
      }
    }
    return held;
  }

  /** What is left when a lock is given back, and what came with it. */
  static HeldLocks minus(HeldLocks held, Place place) {
    return without(held.minus(h -> h.lock().place().equals(place)), place);
  }

  /** What is left without the objects that came with a lock. */
  static HeldLocks without(HeldLocks held, Place lock) {
    if (id(lock) > BASE) {
      return held;
    }
    List<HeldLocks.Held> rest = new ArrayList<>(held.all());
    rest.removeIf(h -> lock.equals(h.handle()));
    return HeldLocks.of(rest);
  }

  private static boolean same(HeldLocks.Held a, HeldLocks.Held b) {
    return a.lock().mode() == b.lock().mode();
  }

  /** Either side of one lock: held for reading at least. */
  static Optional<Lock> side(List<Place> places) {
    List<Place> locks = places.stream().map(p -> Lock.of(p, Mode.EXCLUSIVE).place()).toList();
    boolean one = places.size() > 1 && locks.stream().distinct().count() == 1;
    return one ? Optional.of(new Lock(locks.get(0), Mode.SHARED)) : Optional.empty();
  }

  /** Either side of one lock, that a variable holds; empty for other values. */
  static Optional<Lock> sides(Sym sym) {
    return sym instanceof Sym.Any any
        ? side(any.options().stream().flatMap(o -> o.where().stream()).toList())
        : Optional.empty();
  }

  /** The same two options in the order of the other variable. */
  public static Sym.Any reversed(Sym.Any two) {
    return new Sym.Any(List.of(two.options().get(1), two.options().get(0)));
  }

  /** Whether a place starts at a variable that holds one of several objects. */
  public static boolean chosen(Place place) {
    return id(place) <= BASE;
  }

  /** What such a variable is named by. */
  public static int id(Place place) {
    return place.root() instanceof Root.Unknown u ? u.op() : 0;
  }

  private static Sym.Any chosen(Place place, Live at) {
    int id = id(place);
    for (Sym sym : id > BASE ? new Sym[0] : at.state.vars) {
      if (sym instanceof Sym.Any any && id(any) == id) {
        return any;
      }
    }
    return null;
  }
}
