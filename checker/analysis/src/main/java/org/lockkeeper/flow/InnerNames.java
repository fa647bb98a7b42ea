package org.lockkeeper.flow;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** What places outside are called inside an object. */
public final class InnerNames {
  private InnerNames() {}

  /** An inner class below another one of the same object has a field of its own for that object. */
  public static Optional<Place> ownOuter(Place place, String type) {
    if (place.path().isEmpty() || !place.path().get(0).outer()) {
      return Optional.empty();
    }
    FieldRef above = ((Step.Field) place.path().get(0)).ref();
    Place self = Place.of(place.root(), type);
    Optional<Place> own =
        self.then(new Step.Field(new FieldRef(type, above.name(), above.type())), above.type());
    Optional<Place> inherited = self.then(new Step.Field(above), above.type());
    return inherited.flatMap(i -> own.flatMap(o -> suffix(place, i, o)));
  }

  /** Inside an object made here, the maker's {@code this} is {@code this$0}. */
  public static Optional<Lock> captured(Lock lock, Sym[] args, boolean receiver, String owner) {
    Place place = lock.place();
    boolean made =
        receiver
            && args.length > 0
            && args[0] instanceof Sym.At at
            && at.place().root() instanceof Root.Fresh;
    if (!made || !(place.root() instanceof Root.This)) {
      return Optional.empty();
    }
    Place self = Place.of(new Root.This(), owner);
    FieldRef outer = new FieldRef(owner, "this$0", place.rootType());
    return self.then(new Step.Field(outer), place.rootType())
        .flatMap(place::rebase)
        .map(p -> Lock.of(p, lock.mode()));
  }

  /** The rest of a path behind a prefix of it, from another place on. */
  public static Optional<Place> suffix(Place whole, Place prefix, Place onto) {
    Optional<Place> at = Optional.of(onto);
    List<Step> rest = whole.path().subList(prefix.path().size(), whole.path().size());
    for (Step step : rest) {
      String type = step instanceof Step.Field f ? f.ref().type() : whole.type();
      at = at.flatMap(p -> p.then(step, type));
    }
    return at;
  }
}
