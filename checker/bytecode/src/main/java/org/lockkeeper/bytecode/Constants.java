package org.lockkeeper.bytecode;

import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;

/**
 * Gives constants of the class file, where small types are ints, the type they have in the source.
 */
final class Constants {
  private Constants() {}

  /** The primitive that a class of {@code java.lang} boxes, or {@code null}. */
  static String unboxed(String internal) {
    return switch (internal) {
      case "java/lang/Boolean" -> "boolean";
      case "java/lang/Character" -> "char";
      case "java/lang/Byte" -> "byte";
      case "java/lang/Short" -> "short";
      case "java/lang/Integer" -> "int";
      case "java/lang/Long" -> "long";
      case "java/lang/Float" -> "float";
      case "java/lang/Double" -> "double";
      case "java/lang/Void" -> "void";
      default -> null;
    };
  }

  static Const of(Number value) {
    String type =
        value instanceof Integer
            ? "int"
            : value instanceof Long ? "long" : value instanceof Float ? "float" : "double";
    return new Const(value, type);
  }

  /** Whether the value is a boolean or may be one under its int clothes. */
  static boolean canBeBoolean(Value value) {
    return "boolean".equals(value.type())
        || value instanceof Const c && c.value() instanceof Integer i && (i == 0 || i == 1);
  }

  /** The value where {@code type} is expected. */
  static Value fit(Value value, String type) {
    if (value instanceof Const c && c.value() instanceof Integer i) {
      if (type.equals("boolean")) {
        return i == 0 ? Const.FALSE : Const.TRUE;
      }
      if (type.equals("char")) {
        return new Const((char) i.intValue(), "char");
      }
    }
    return value;
  }

  /** The result type of a conversion between numbers. */
  static String converted(int opcode) {
    return switch (opcode) {
      case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> "long";
      case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> "float";
      case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> "double";
      case Opcodes.I2B -> "byte";
      case Opcodes.I2C -> "char";
      case Opcodes.I2S -> "short";
      default -> "int";
    };
  }

  /** The type of a constant that is made at run time (JVMS 4.4.8 to 4.4.10). */
  static String typeOfDynamic(Object constant, Names names) {
    return constant instanceof ConstantDynamic dynamic
        ? names.descriptor(dynamic.getDescriptor())
        : "java.lang.Object";
  }
}
