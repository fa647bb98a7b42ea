package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/**
 * Steps of template methods (Gamma et al. 1994): methods for subclasses, or for classes that nobody
 * else can name, which these override and a method of the superclass calls.
 */
final class Templates {
  private final Flows flows;
  private final Map<MethodRef, MethodRef> roots = new LinkedHashMap<>();
  private final Map<MethodRef, List<MethodRef>> families = new LinkedHashMap<>();

  Templates(Flows flows) {
    this.flows = flows;
    for (MethodFlow flow : flows.all()) {
      MethodInfo m = flow.method();
      if (!m.isStatic() && (inside(m) || m.has(Modifier.PUBLIC) && flows.hidden(m.ref().owner()))) {
        MethodInfo root = root(m);
        if (root != null && !root.ref().equals(m.ref())) {
          join(root.ref(), root.ref());
          join(m.ref(), root.ref());
        }
      }
    }
  }

  private void join(MethodRef member, MethodRef root) {
    if (!root.equals(roots.put(member, root))) {
      families.computeIfAbsent(root, k -> new ArrayList<>()).add(member);
    }
  }

  private static boolean inside(MethodInfo m) {
    return !m.has(Modifier.PUBLIC) && !m.has(Modifier.PRIVATE) && !m.ref().isConstructor();
  }

  /** The first declaration, if all others are not public and of classes that are analysed. */
  private MethodInfo root(MethodInfo m) {
    MethodInfo top = m;
    for (String supertype : flows.hierarchy().supertypes(m.ref().owner())) {
      ClassInfo info = flows.hierarchy().find(supertype).orElse(null);
      for (MethodInfo up : info == null ? List.<MethodInfo>of() : info.methods()) {
        if (!up.ref().equals(m.ref()) && flows.hierarchy().overrides(m, up)) {
          if (!inside(up) || !flows.dispatch().analyses(supertype)) {
            return null;
          }
          boolean higher = flows.hierarchy().isSubtype(top.ref().owner(), supertype);
          top = higher ? up : top;
        }
      }
    }
    return top;
  }

  /** Whether the method is a step. */
  boolean step(MethodRef method) {
    return roots.containsKey(method);
  }

  /** All bodies of the step that a call names; empty when it names none. */
  List<MethodRef> family(MethodRef called) {
    MethodRef declared = flows.hierarchy().resolve(called).map(MethodInfo::ref).orElse(called);
    MethodRef root = roots.get(declared);
    return root == null ? List.of() : families.getOrDefault(root, List.of());
  }
}
