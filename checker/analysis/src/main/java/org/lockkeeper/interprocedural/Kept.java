package org.lockkeeper.interprocedural;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;

/**
 * Function objects that a variable, field or container holds.
 *
 * @param runs bodies of function objects, by the type as which they are kept
 * @param parts function objects that fields of it hold
 */
record Kept(Map<String, Set<MethodInfo>> runs, Map<FieldRef, Kept> parts) {
  Kept() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  boolean empty() {
    return runs.isEmpty() && parts.isEmpty();
  }

  void add(String type, MethodInfo body) {
    runs.computeIfAbsent(type, k -> new LinkedHashSet<>()).add(body);
  }

  void add(Kept other) {
    other.runs.forEach((type, all) -> all.forEach(m -> add(type, m)));
    other.parts.forEach((f, t) -> parts.computeIfAbsent(f, k -> new Kept()).add(t));
  }

  /** Bodies that a call on the type may run, and those that they run in turn. */
  Set<MethodInfo> bodies(String type, Hierarchy hierarchy) {
    Set<MethodInfo> all = new LinkedHashSet<>();
    runs.forEach((t, some) -> all.addAll(hierarchy.isSubtype(t, type) ? some : Set.of()));
    parts.values().forEach(p -> all.addAll(p.bodies()));
    return all;
  }

  Set<MethodInfo> bodies() {
    Set<MethodInfo> all = new LinkedHashSet<>();
    runs.values().forEach(all::addAll);
    return all;
  }
}
