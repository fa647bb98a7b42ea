package org.lockkeeper.ir;

/** An operand: a variable or a constant. */
public sealed interface Value {

  /** Erased static type as a binary name, {@code null} for the null constant. */
  String type();

  /**
   * A local variable, parameter or temporary of one method body.
   *
   * @param index unique within the body; temporaries are assigned once, locals may be assigned
   *     often
   * @param name source name; empty for temporaries and where debug information is missing
   */
  record Var(int index, String name, String type) implements Value {
    @Override
    public String toString() {
      return name.isEmpty() ? "t" + index : name;
    }
  }

  /**
   * A constant.
   *
   * @param value {@code null}, {@link Boolean}, {@link Character}, {@link Integer}, {@link Long},
   *     {@link Float}, {@link Double}, {@link String}, or {@link ClassLiteral}
   */
  record Const(Object value, String type) implements Value {
    /** The null literal. */
    public static final Const NULL = new Const(null, "null");

    /** The boolean literal {@code true}. */
    public static final Const TRUE = new Const(true, "boolean");

    /** The boolean literal {@code false}. */
    public static final Const FALSE = new Const(false, "boolean");

    @Override
    public String toString() {
      return value instanceof String s ? '"' + s + '"' : String.valueOf(value);
    }
  }

  /** The value of {@code Name.class}; the name is binary. */
  record ClassLiteral(String name) {
    @Override
    public String toString() {
      return name + ".class";
    }
  }
}
