package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.Optional;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;

/** Objects that any thread finds: they stand in a container that is made for threads. */
final class FoundObjects {
  private FoundObjects() {}

  /** The same, or why several tasks have the object. */
  static Optional<String> reason(
      FieldRef field, Place place, MethodFlow flow, Tasks tasks, FieldUses uses) {
    Optional<String> shared = tasks.reason(field, place, flow);
    return shared.isPresent() ? shared : found(field, place, flow, uses);
  }

  /**
   * Why threads meet in the volatile field of an object that a method has just found: {@code step =
   * steps.get(id); if (step.isReady()) step.start()}.
   */
  private static Optional<String> found(
      FieldRef field, Place place, MethodFlow flow, FieldUses uses) {
    boolean made = uses.info(field).filter(f -> f.has(Modifier.VOLATILE)).isPresent();
    boolean own = made && place.path().size() == 1;
    return (own ? FieldUses.holder(place.parent(), flow) : Optional.<FieldRef>empty())
        .filter(in -> uses.traits(in).contains(Trait.CONCURRENT))
        .map(
            in ->
                "`%s` is volatile, and its object is found in `%s`, a %s"
                    .formatted(field.name(), in.name(), uses.typeName(in)));
  }
}
