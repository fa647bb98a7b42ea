package org.lockkeeper.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.util.Elements;

/**
 * What the imports of a file tell of types that are not on the class path (javac forgets those that
 * it cannot find). That packages begin with small letters and types with capitals is taken for
 * granted.
 *
 * @param single imported types by simple name
 * @param missing packages that all types are imported of, and of which there is none; if there are
 *     some of each, those that are not the JDK's
 */
record Imports(Map<String, String> single, List<String> missing) {
  static final Imports NONE = new Imports(Map.of(), List.of());

  static Imports of(CompilationUnitTree unit, Elements elements) {
    Map<String, String> single = new HashMap<>();
    List<String> missing = new ArrayList<>();
    List<String> partial = new ArrayList<>();
    for (ImportTree each : unit.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      String last = name.substring(name.lastIndexOf('.') + 1);
      if (each.isStatic()) {
        continue;
      }
      if (!last.equals("*")) {
        single.put(last, name);
      } else if (elements.getPackageElement(before(name)) == null) {
        missing.add(before(name));
      } else if (!name.startsWith("java.")) {
        partial.add(before(name));
      }
    }
    return new Imports(single, missing.isEmpty() ? partial : missing);
  }

  private static String before(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** The binary name that a type's name in the source most likely means. */
  String resolve(String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot);
    if (single.containsKey(first)) {
      return binary(single.get(first) + rest);
    }
    boolean type = Character.isUpperCase(first.charAt(0));
    return binary(type && missing.size() == 1 ? missing.get(0) + "." + name : name);
  }

  /** {@code a.b.Outer.Inner} as class files name it (JLS 13.1). */
  private static String binary(String name) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      int start = name.lastIndexOf('.', dot - 1) + 1;
      if (Character.isUpperCase(name.charAt(start))) {
        return name.substring(0, dot) + name.substring(dot).replace('.', '$');
      }
    }
    return name;
  }
}
