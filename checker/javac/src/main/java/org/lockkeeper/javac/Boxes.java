package org.lockkeeper.javac;

import java.util.Map;
import org.lockkeeper.ir.MethodRef;

/** Boxing and unboxing (JLS 5.1.7, 5.1.8): moves, whether written or implied. */
final class Boxes {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Character", "char",
          "java.lang.Short", "short",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Float", "float",
          "java.lang.Double", "double");

  private Boxes() {}

  /** Whether the call is {@code Integer.valueOf(int)}, {@code intValue()} or the like. */
  static boolean converts(MethodRef method) {
    if (!method.name().endsWith("alue") && !method.name().equals("valueOf")) {
      return false;
    }
    String primitive = PRIMITIVES.get(method.owner());
    return primitive != null
        && (method.name().equals("valueOf")
            ? method.params().size() == 1 && method.params().get(0).equals(primitive)
            : method.name().equals(primitive + "Value") && method.returns().equals(primitive));
  }
}
