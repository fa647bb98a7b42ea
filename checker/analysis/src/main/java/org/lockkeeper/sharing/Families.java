package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/** Classes whose objects are made only by objects of certain others, and so belong to one each. */
final class Families {
  /** How many factories deep makers are looked for. */
  private static final int FACTORIES = 3;

  private final Flows flows;
  private final Callers callers;
  private Map<String, Set<MethodRef>> makers;

  Families(Flows flows) {
    this.flows = flows;
    this.callers = flows.callers();
  }

  /** Whether an object of the family has the field. */
  boolean has(Set<String> family, FieldRef field) {
    for (String type : family) {
      if (flows.hierarchy().isSubtype(type, field.owner())) {
        return true;
      }
    }
    return false;
  }

  /** The classes, those around them, and those of which such objects make all objects. */
  Set<String> of(Set<String> first) {
    Set<String> all = new TreeSet<>(first);
    first.forEach(type -> around(type, all));
    return inside(all);
  }

  /** The classes, and those of which such objects make all objects. */
  Set<String> inside(Set<String> first) {
    Set<String> family = new TreeSet<>(first);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Map.Entry<String, Set<MethodRef>> made : makers().entrySet()) {
        boolean all = !family.contains(made.getKey());
        for (MethodRef maker : all ? made.getValue() : Set.<MethodRef>of()) {
          all = all && within(maker, family, FACTORIES);
        }
        grows |= all && family.add(made.getKey());
      }
    }
    return family;
  }

  /** Code of such an object, or a factory that only such code calls. */
  private boolean within(MethodRef maker, Set<String> family, int depth) {
    boolean common = flows.flow(maker).filter(f -> f.method().isStatic()).isPresent();
    if (family.contains(maker.owner()) && !common) {
      return true;
    }
    List<Callers.Caller> all = depth == 0 ? List.of() : callers.of(maker);
    boolean within = !all.isEmpty();
    for (Callers.Caller caller : all) {
      within = within && within(caller.in().method().ref(), family, depth - 1);
    }
    return within;
  }

  /** The objects around an inner object. */
  private void around(String type, Set<String> family) {
    Optional<ClassInfo> at = flows.hierarchy().find(type);
    while (at.isPresent() && !at.get().has(Modifier.STATIC) && at.get().outer().isPresent()) {
      family.add(at.get().outer().get());
      at = flows.hierarchy().find(at.get().outer().get());
    }
  }

  /** By class: methods that make objects of it. */
  private Map<String, Set<MethodRef>> makers() {
    if (makers == null) {
      makers = new LinkedHashMap<>();
      flows.all().forEach(this::makers);
    }
    return makers;
  }

  private void makers(MethodFlow flow) {
    for (int n = 0; n < flow.ops(); n++) {
      if (flow.op(n) instanceof Op.New made && made.function().isEmpty()) {
        makers.computeIfAbsent(made.type(), k -> new LinkedHashSet<>()).add(flow.method().ref());
      }
    }
  }
}
