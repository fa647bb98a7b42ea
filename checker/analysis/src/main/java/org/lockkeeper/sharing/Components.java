package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Shape;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/**
 * Classes that are declared to be thread-safe, or called by many threads.
 *
 * @param threaded which classes know of threads
 */
record Components(Flows flows, FieldUses uses, Predicate<String> threaded) {

  /**
   * A lock's other state belongs to who holds it; a future in which nothing is made for threads is
   * worked out by who asks, and one that is told of elements, one after the other, by who tells.
   */
  private boolean forOne(String owner) {
    return flows.works(owner, Shape.LOCK)
        || flows.works(owner, Shape.FUTURE) && (!threaded.test(owner) || told(owner));
  }

  private boolean told(String owner) {
    List<MethodInfo> methods =
        flows.hierarchy().find(owner).map(ClassInfo::methods).orElse(List.of());
    return methods.stream().anyMatch(m -> flows.book().says(Fact.Serial.class, m.ref()));
  }

  /** Why such a field of its object is shared, to complete "reported because …". */
  Optional<String> reason(FieldRef field, FieldInfo info) {
    ClassInfo owner = flows.hierarchy().find(field.owner()).orElse(null);
    boolean fixed = info != null && info.has(Modifier.FINAL);
    if (owner == null || fixed && !mutable(field)) {
      return Optional.empty();
    }
    Set<Trait> inherited = owner.superName().map(uses::ofType).orElse(EnumSet.noneOf(Trait.class));
    for (Trait trait : uses.ofType(owner.name())) {
      if (trait == Trait.THREAD_SAFE && (inherited.contains(trait) || forOne(owner.name()))) {
        continue;
      }
      if (trait == Trait.COMPONENT || trait == Trait.THREAD_SAFE) {
        String why =
            trait == Trait.COMPONENT ? " is called by many threads" : " is declared thread-safe";
        return Optional.of("`" + MethodRef.simple(owner.name()) + "`" + why);
      }
    }
    return Optional.empty();
  }

  /** Whether what it holds can be changed. */
  boolean mutable(FieldRef field) {
    return field.type().endsWith("[]") || uses.traits(field).contains(Trait.NOT_THREAD_SAFE);
  }
}
