package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.HandedLocks;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * What an object hands to a part that it makes: in {@code cond = new Cond(lock)}, where the
 * constructor keeps it, {@code cond.lock} is another name of {@code lock}.
 */
final class HandedParts {
  private final Flows flows;
  private final Map<List<FieldRef>, Optional<Place>> known = new HashMap<>();
  private final Map<String, Map<String, List<Sym[]>>> makings = new HashMap<>();

  HandedParts(Flows flows) {
    this.flows = flows;
  }

  /** The lock by the name that its maker gives it. */
  Lock own(Lock lock) {
    Place place = own(lock.place());
    return place.equals(lock.place()) ? lock : new Lock(place, lock.mode());
  }

  /** The lock that an accessor returns in the class of the object that is asked for it. */
  Lock accessed(Lock lock) {
    Place place = lock.place();
    if (!(place.last().orElse(null) instanceof Step.Getter getter)) {
      return lock;
    }
    MethodRef there = new MethodRef(place.parent().type(), "", List.of(), "void");
    return flows
        .guard(getter.text(), there)
        .map(Lock::place)
        .flatMap(p -> p.root() instanceof Root.This ? p.rebase(place.parent()) : Optional.of(p))
        .map(p -> new Lock(p, lock.mode()))
        .orElse(lock);
  }

  /** The same place by the name that its maker gives it. */
  Place own(Place place) {
    for (int i = 0; i + 1 < place.path().size(); i++) {
      if (place.path().get(i) instanceof Step.Field part
          && place.path().get(i + 1) instanceof Step.Field of
          && !part.outer()) {
        Optional<Place> handed = handed(part.ref(), of.ref());
        if (handed.isPresent()) {
          return own(renamed(place, i, handed.get()).orElse(place));
        }
      }
    }
    return place;
  }

  private static Optional<Place> renamed(Place place, int part, Place handed) {
    List<Step> steps = new ArrayList<>(place.path().subList(0, part));
    steps.addAll(handed.path());
    steps.addAll(place.path().subList(part + 2, place.path().size()));
    Optional<Place> at = Optional.of(Place.of(place.root(), place.rootType()));
    for (Step step : steps) {
      String type = step instanceof Step.Field f ? f.ref().type() : place.type();
      at = at.flatMap(p -> p.then(step, type));
    }
    return at;
  }

  /** What the field of the part holds, from the maker's {@code this}; shorter than the detour. */
  private Optional<Place> handed(FieldRef part, FieldRef of) {
    List<FieldRef> key = List.of(part, of);
    Optional<Place> found = known.get(key);
    if (found == null) {
      found = find(part, of);
      known.put(key, found);
    }
    return found;
  }

  private Optional<Place> find(FieldRef part, FieldRef of) {
    List<Sym[]> made =
        makings.computeIfAbsent(part.owner(), this::makings).getOrDefault(part.name(), List.of());
    Optional<Place> found = Optional.empty();
    for (Sym[] args : made) {
      Optional<Place> here =
          flows.fixed(part) && flows.fixed(of) ? given(of, args) : Optional.empty();
      if (here.isEmpty() || found.isPresent() && !found.equals(here)) {
        return Optional.empty();
      }
      found = here;
    }
    return found;
  }

  /** The field of the maker that a constructor is given for a field of the part. */
  private Optional<Place> given(FieldRef of, Sym[] args) {
    List<Integer> kept = new ArrayList<>();
    for (MethodInfo m :
        flows.hierarchy().find(of.owner()).map(ClassInfo::methods).orElse(List.of())) {
      if (m.ref().isConstructor() && m.ref().params().size() == args.length - 1) {
        kept.add(HandedLocks.input(flows, m, of));
      }
    }
    Sym given = kept.size() == 1 && kept.get(0) >= 0 ? args[kept.get(0) + 1] : null;
    return given instanceof Sym.At at
            && at.place().root() instanceof Root.This
            && at.place().path().size() == 1
        ? Optional.of(at.place())
        : Optional.empty();
  }

  /** By field, what the constructors of its contents are given; no arguments for other contents. */
  private Map<String, List<Sym[]>> makings(String type) {
    Map<String, List<Sym[]>> found = new HashMap<>();
    for (MethodInfo m : flows.hierarchy().find(type).map(ClassInfo::methods).orElse(List.of())) {
      if (m.ref().isConstructor()) {
        flows.flow(m.ref()).ifPresent(f -> writes(type, f, found));
      }
    }
    return found;
  }

  private static void writes(String type, MethodFlow flow, Map<String, List<Sym[]>> into) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().field().owner().equals(type)) {
            Sym value = at.sym(w.value());
            boolean made =
                value instanceof Sym.At a
                    && a.place().root() instanceof Root.Fresh
                    && a.place().path().isEmpty();
            int maker = made ? flow.maker(((Sym.At) value).place().root()) : -1;
            Sym[] args = maker < 0 ? new Sym[0] : flow.args(maker);
            into.computeIfAbsent(w.slot().field().name(), k -> new ArrayList<>()).add(args);
          }
        });
  }
}
