package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
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

  /**
   * Inside an object made here, the maker's {@code this} is {@code this$0}. An inner object that a
   * method of its outer class handles is taken for one of that outer object.
   */
  public static Optional<Lock> captured(Lock lock, Sym inner, String owner, Hierarchy hierarchy) {
    Place place = lock.place();
    boolean made = inner instanceof Sym.At at && at.place().root() instanceof Root.Fresh;
    if (!(place.root() instanceof Root.This)
        || !made && !ofOurs(inner, owner, place.rootType(), hierarchy)) {
      return Optional.empty();
    }
    Place self = Place.of(new Root.This(), owner);
    FieldRef outer = new FieldRef(owner, "this$0", place.rootType());
    return self.then(new Step.Field(outer), place.rootType())
        .flatMap(place::rebase)
        .map(p -> Lock.of(p, lock.mode()));
  }

  /** Unless an outer object is named on the way to it. */
  private static boolean ofOurs(Sym inner, String owner, String outer, Hierarchy hierarchy) {
    boolean around =
        hierarchy
            .find(owner)
            .filter(c -> !c.has(Modifier.STATIC) && c.outer().filter(outer::equals).isPresent())
            .isPresent();
    Place place = around && inner != null ? inner.where().orElse(null) : null;
    boolean self = place != null && place.root() instanceof Root.This;
    return place != null
        && (self || !hierarchy.isSubtype(place.rootType(), outer))
        && place.path().stream()
            .noneMatch(
                s -> s instanceof Step.Field f && hierarchy.isSubtype(f.ref().type(), outer));
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
