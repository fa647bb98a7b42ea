package org.lockkeeper.order;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.EntryLocks;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Fields that hold a setting: final, or written without a lock by constructors and setters only.
 * Nobody expects them to change while objects are in use.
 */
final class Switches {
  private final Flows flows;
  private Set<FieldRef> changed;

  Switches(Flows flows) {
    this.flows = flows;
  }

  /** Whether the same question is answered alike for as long as it matters. */
  boolean stays(Tested told) {
    Place place = told.place();
    return switch (told.what()) {
      case FLAG, IS -> parameter(place) || place.field().filter(this::setting).isPresent();
      case NULL -> parameter(place) || place.field().filter(flows::fixed).isPresent();
      case ASKED -> place.root() instanceof Root.Param && place.path().isEmpty();
    };
  }

  private static boolean parameter(Place place) {
    return place.path().isEmpty() && place.root() instanceof Root.Param;
  }

  /** Whether a field keeps what makers or setters put there. */
  boolean setting(FieldRef field) {
    return flows.hierarchy().resolve(field).filter(f -> !f.has(Modifier.VOLATILE)).isPresent()
        && (flows.fixed(field) || !changed().contains(field));
  }

  private Set<FieldRef> changed() {
    changed = changed == null ? collected() : changed;
    return changed;
  }

  private Set<FieldRef> collected() {
    Set<FieldRef> all = new HashSet<>();
    flows.all().stream()
        .filter(flow -> !EntryLocks.makes(flow.method()))
        .forEach(flow -> collect(flow, all));
    return all;
  }

  private static void collect(MethodFlow flow, Set<FieldRef> into) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write write && !set(at.sym(write.value()), at)) {
            into.add(write.slot().field());
          }
        });
  }

  private static boolean set(Sym value, Point at) {
    return Sym.parameter(value) >= 0 && at.held().isEmpty();
  }
}
