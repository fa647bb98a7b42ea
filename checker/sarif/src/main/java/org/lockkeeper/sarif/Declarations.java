package org.lockkeeper.sarif;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/** Names the declaration that code stands in, as a person would find it in the source. */
final class Declarations {

  private final Map<MethodRef, MethodRef> around = new HashMap<>();

  /** Of the classes under analysis. */
  Declarations(Collection<ClassInfo> classes) {
    for (ClassInfo type : classes) {
      for (MethodInfo method : type.methods()) {
        method.enclosing().ifPresent(outer -> around.put(method.ref(), outer));
      }
    }
  }

  /** The declared method: the one around a lambda's body, otherwise the method itself. */
  MethodRef of(MethodRef method) {
    MethodRef declared = method;
    for (int depth = 0; depth < 100 && around.containsKey(declared); depth++) {
      declared = around.get(declared);
    }
    return declared;
  }

  /** {@code pkg.Outer$Inner.method(java.lang.Object,int)}. */
  String qualified(MethodRef method) {
    MethodRef declared = of(method);
    return declared.owner()
        + "."
        + declared.name()
        + "("
        + String.join(",", declared.params())
        + ")";
  }
}
