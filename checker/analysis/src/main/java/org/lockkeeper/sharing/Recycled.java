package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Place.Root;

/**
 * Objects that are used again, such as the request of a connection: a method sets them back, plain
 * fields and volatile ones alike, without any lock. That is only right for an object which one
 * thread at a time has; volatile fields are for the next to see.
 */
final class Recycled {
  /** How such methods are called by convention. */
  private static final Pattern SETS_BACK = Pattern.compile("(recycle|reset|reuse)([A-Z].*)?");

  /** Fewer plain fields may be an oversight. */
  private static final int MANY = 2;

  private final Flows flows;
  private final FieldUses uses;
  private final Map<String, Set<FieldRef>> known = new HashMap<>();

  Recycled(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether the field belongs to such an object and is set back with it. */
  boolean is(FieldRef field) {
    return known.computeIfAbsent(field.owner(), this::setBack).contains(field);
  }

  private Set<FieldRef> setBack(String owner) {
    Set<FieldRef> all = new HashSet<>();
    for (MethodInfo m : flows.hierarchy().find(owner).map(ClassInfo::methods).orElse(List.of())) {
      if (SETS_BACK.matcher(m.ref().name()).matches() && !m.isStatic()) {
        Set<FieldRef> fields = fixed(m, owner);
        if (fields.stream().filter(this::plain).count() >= MANY) {
          fields.stream().filter(f -> has(f, Modifier.VOLATILE)).forEach(all::add);
        }
      }
    }
    return all;
  }

  /** Fields of the object that a method gives fixed values, and nobody locks. */
  private Set<FieldRef> fixed(MethodInfo method, String owner) {
    Set<FieldRef> fields = new HashSet<>();
    for (Access a : flows.accesses(method.ref())) {
      boolean own = a.target().root() instanceof Root.This && a.target().path().size() == 1;
      if (own && a.kind() == Access.Kind.WRITE && a.value() instanceof Sym.Lit) {
        a.target()
            .field()
            .filter(f -> f.owner().equals(owner) && uses.unlocked(f))
            .ifPresent(fields::add);
      }
    }
    return fields;
  }

  /** Neither volatile nor the same for ever. */
  private boolean plain(FieldRef field) {
    boolean moves =
        uses.of(field).stream()
            .map(FieldUses.Use::access)
            .anyMatch(a -> a.changes() && !a.owned() && !(a.value() instanceof Sym.Lit));
    return moves && !has(field, Modifier.VOLATILE);
  }

  private boolean has(FieldRef field, int modifier) {
    return uses.info(field).filter((FieldInfo f) -> f.has(modifier)).isPresent();
  }
}
