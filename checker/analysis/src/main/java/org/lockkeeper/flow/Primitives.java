package org.lockkeeper.flow;

import java.util.Set;

/** Which types are no classes. Classes of the unnamed package have no dot in their names either. */
public final class Primitives {
  private static final Set<String> ALL =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  private Primitives() {}

  /** Whether a type of that name is none of a class. */
  public static boolean is(String type) {
    return ALL.contains(type);
  }
}
