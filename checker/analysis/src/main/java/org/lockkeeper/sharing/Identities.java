package org.lockkeeper.sharing;

import java.util.Optional;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Which objects tasks and their starters mean, whatever each of them calls them. */
final class Identities {
  private final Flows flows;
  private final Captures captures;
  private final Obtained obtained;
  private final ConstructorInputs inputs;

  /** One object: what an operation of a method made, or what a field holds. */
  record Identity(MethodRef maker, Place place) {}

  Identities(Flows flows, FieldUses uses, Captures captures) {
    this.flows = flows;
    this.captures = captures;
    this.inputs = new ConstructorInputs(flows);
    this.obtained = new Obtained(flows, uses);
  }

  /** A lock that a task holds, if others have the same one. */
  Optional<Identity> lock(Place place, MethodFlow body, Handover h) {
    if (self(place)) {
      return h.by() == null && around(h)
          ? Optional.of(new Identity(null, place))
          : Optional.empty();
    }
    return identity(place, body, h).filter(lock -> !h.remakes(lock.maker(), lock.place()));
  }

  Optional<Identity> lock(Place place, MethodFlow starter) {
    return obtained
        .way(place, starter)
        .filter(p -> kept(p) || self(p))
        .map(p -> new Identity(maker(p, starter), p));
  }

  /** What a method has for others, too, or got from such an object. */
  Optional<Identity> lasting(Place place, MethodFlow in) {
    return obtained.way(place, in).filter(Identities::kept).map(p -> new Identity(maker(p, in), p));
  }

  /** The array for one of its elements, and the way to what the method has from its own object. */
  Place whole(Place place, MethodFlow flow) {
    Place whole = CommonSlots.array(place, flow, flows).orElse(place);
    boolean part = place.root() instanceof Root.Unknown && !place.path().isEmpty();
    Optional<Place> way = part ? obtained.way(place.parent(), flow) : Optional.empty();
    return way.map(w -> Obtained.further(w, place, place.path().size() - 1)).orElse(whole);
  }

  static boolean fresh(Place place) {
    return place.root() instanceof Root.Fresh && place.path().isEmpty();
  }

  /** An object that a method of another has from there, or the other itself. */
  Optional<Identity> inside(Identity outer, Place place, MethodFlow flow) {
    return obtained
        .way(place, flow)
        .filter(way -> way.root() instanceof Root.This)
        .flatMap(way -> way.rebase(outer.place()))
        .map(way -> new Identity(outer.maker(), way));
  }

  /** What a task calls or writes to: what it was given, or a part of that. */
  Optional<Identity> identity(Place place, MethodFlow body, Handover h) {
    Place way =
        CommonSlots.array(place, body, flows).isEmpty() && Parts.isElement(place)
            ? place
            : obtained.way(place, body).orElse(place);
    Place part = way;
    Optional<Identity> whole = whole(part, body, h);
    while (whole.isEmpty() && !part.path().isEmpty()) {
      part = part.parent();
      whole = whole(part, body, h);
    }
    int from = part.path().size();
    return whole.map(w -> new Identity(w.maker(), Obtained.further(w.place(), way, from)));
  }

  Optional<Identity> whole(Place place, MethodFlow body, Handover h) {
    boolean called = h.by() != null;
    if (place.isGlobal() && !called) {
      return Optional.of(new Identity(null, place));
    }
    Optional<Captures.Captured> outer = captures.resolve(place, body);
    if (outer.isPresent() && called) {
      return kept(place, body, h);
    }
    if (outer.isPresent()) {
      return fresh(outer.get().place())
          ? Optional.of(new Identity(outer.get().maker().method().ref(), outer.get().place()))
          : Optional.empty();
    }
    boolean own = place.root() instanceof Root.This && place.field().isPresent();
    if (own && !called && place.path().size() == 2 && place.path().get(0).outer()) {
      Place around = Place.of(place.root(), place.field().get().owner());
      return Optional.of(new Identity(null, Obtained.further(around, place, 1)));
    }
    if (!own || place.path().size() > 1) {
      return Optional.empty();
    }
    Optional<Identity> given = passed(place.field().get(), h);
    return given.isEmpty() && !called && around(h)
        ? Optional.of(
            h.made(place)
                .map(p -> new Identity(h.in().method().ref(), p))
                .orElse(new Identity(null, place)))
        : given;
  }

  /**
   * Whether the task works on the object of its starter. An object that hands over itself is a
   * task, most often made for one run.
   */
  private static boolean around(Handover h) {
    return h.what().target().isLambda() || SharedObjects.onSelf(h.what()) && !h.itself();
  }

  /** What the task was given for a field. */
  Optional<Identity> passed(FieldRef field, Handover h) {
    Sym task = h.what().args().length > 0 ? h.what().args()[0] : null;
    if (!(task instanceof Sym.At at)) {
      return Optional.empty();
    }
    Optional<Place> given =
        !fresh(at.place())
            ? inputs.common(field, h.in())
            : inputs
                .of(field, h.in().args(h.in().maker(at.place().root())))
                .or(() -> inputs.put(field, at.place(), h.in()));
    return given.flatMap(
        p -> self(p) && h.by() == null ? Optional.of(new Identity(null, p)) : kept(p, h.in(), h));
  }

  /** Whether it is the object that the method runs on. */
  static boolean self(Place place) {
    return place.root() instanceof Root.This && place.path().isEmpty();
  }

  /** What a method, the one that made it, or the given one that called it, has for others, too. */
  Optional<Identity> kept(Place place, MethodFlow in, Handover h) {
    if (h.by() != null) {
      return h.argument(captures.resolve(place, in).map(Captures.Captured::place).orElse(place))
          .filter(Identities::kept)
          .map(p -> new Identity(maker(p, h.starter()), p));
    }
    if (kept(place)) {
      return Optional.of(new Identity(maker(place, in), place));
    }
    return captures
        .resolve(place, in)
        .filter(c -> kept(c.place()))
        .map(c -> new Identity(maker(c.place(), c.maker()), c.place()));
  }

  /** Others may have it, too. */
  private static boolean kept(Place place) {
    return place.root() instanceof Root.Fresh || place.isGlobal() || ofThis(place);
  }

  private static boolean ofThis(Place place) {
    return place.root() instanceof Root.This && place.field().isPresent();
  }

  /** Fields are the same in all methods. */
  static MethodRef maker(Place place, MethodFlow in) {
    return ofThis(place) || self(place) ? null : in.method().ref();
  }

  /** Whether a constructor is given what the field holds. */
  boolean given(FieldRef field) {
    return inputs.has(field);
  }
}
