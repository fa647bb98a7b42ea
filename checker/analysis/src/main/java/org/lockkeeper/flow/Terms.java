package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** Translates what a callee knows into the terms of a call: its receiver and arguments. */
public final class Terms {
  private final Sym[] args;
  private final boolean receiver;
  private final FieldValues fields;

  /**
   * For one call.
   *
   * @param args the receiver first where there is one
   */
  public Terms(Sym[] args, boolean receiver) {
    this(args, receiver, FieldValues.NONE);
  }

  Terms(Sym[] args, boolean receiver, FieldValues fields) {
    this.args = args;
    this.receiver = receiver;
    this.fields = fields;
  }

  /** Empty when the caller cannot name it. */
  public Optional<Place> place(Place place) {
    Root root = place.root();
    if (common(root)) {
      return Optional.of(picked(place));
    }
    Sym base = arg(root);
    return base instanceof Sym.At at ? picked(place).rebase(at.place()) : Optional.empty();
  }

  /** Whether caller and callee name it alike. */
  public static boolean common(Root root) {
    return root instanceof Root.Static
        || root instanceof Root.ClassObject
        || root instanceof Root.OwnThread;
  }

  /** Which part of a container it is depends on the arguments. */
  private Place picked(Place place) {
    Optional<Place> at = Optional.of(Place.of(place.root(), place.rootType()));
    boolean any = false;
    for (Step step : place.path()) {
      boolean part = step instanceof Step.Part p && p.id() != 0;
      Step here = part ? again((Step.Part) step) : step;
      String type = step instanceof Step.Field f ? f.ref().type() : place.type();
      at = at.flatMap(p -> p.then(here, type));
      any |= part;
    }
    return any ? at.orElse(place) : place;
  }

  private Step again(Step.Part part) {
    Optional<Sym> key = Parts.isElement(part) ? key(part) : Optional.empty();
    int id = 31 * key.map(KeyedLocks::told).orElseGet(this::given) + part.id();
    return key.flatMap(KeyedLocks::element).orElseGet(() -> new Step.Part(part.text(), id));
  }

  /** Told apart by what the arguments are, wherever they were read or worked out. */
  private int given() {
    int hash = 1;
    for (int i = receiver ? 1 : 0; i < args.length; i++) {
      hash = 31 * hash + KeyedLocks.told(args[i]);
    }
    return hash;
  }

  /** The argument that an element has for a key. */
  private Optional<Sym> key(Step.Part element) {
    int first = receiver ? 1 : 0;
    for (int i = first; i < args.length; i++) {
      Sym passed = new Sym.At(Place.of(new Root.Param(i - first, ""), ""), -1);
      boolean same = passed.hashCode() == element.id() || KeyedLocks.told(passed) == element.id();
      if (args[i] != null && same) {
        return Optional.of(args[i]);
      }
    }
    return args.length == first + 1 && KeyedLocks.constant(args[first]) != null
        ? Optional.of(args[first])
        : Optional.empty();
  }

  /** {@code null} when the caller cannot know it. */
  public Sym sym(Sym sym, int origin) {
    if (sym instanceof Sym.At at) {
      if (at.place().path().isEmpty() && arg(at.place().root()) != null) {
        return arg(at.place().root());
      }
      return place(at.place()).<Sym>map(p -> new Sym.At(fields.real(p), origin)).orElse(null);
    }
    if (sym instanceof Sym.Calc calc) {
      List<Sym> parts = new ArrayList<>();
      calc.parts().forEach(p -> parts.add(p == null ? null : sym(p, origin)));
      return new Sym.Calc(calc.operator(), java.util.Collections.unmodifiableList(parts), origin);
    }
    if (sym instanceof Sym.Any any) {
      List<Sym> options = any.options().stream().map(o -> sym(o, origin)).toList();
      return options.stream().anyMatch(java.util.Objects::isNull) ? null : new Sym.Any(options);
    }
    return sym instanceof Sym.Lit ? sym : null;
  }

  /** Empty when the caller cannot name it. */
  public Optional<Lock> lock(Lock lock) {
    return place(lock.place()).map(p -> Lock.of(fields.real(p), lock.mode()));
  }

  private Sym arg(Root root) {
    int index = -1;
    if (root instanceof Root.This && receiver) {
      index = 0;
    } else if (root instanceof Root.Param p) {
      index = p.index() + (receiver ? 1 : 0);
    }
    return index >= 0 && index < args.length ? args[index] : null;
  }
}
