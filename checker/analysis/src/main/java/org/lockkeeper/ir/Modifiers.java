package org.lockkeeper.ir;

/** Access flags (JVMS 4.1, 4.5, 4.6) that {@link java.lang.reflect.Modifier} keeps to itself. */
public final class Modifiers {
  /** A method that the compiler made to bridge an erased signature. */
  public static final int BRIDGE = 0x0040;

  /** A method with variable arity. */
  public static final int VARARGS = 0x0080;

  /** Made by the compiler. */
  public static final int SYNTHETIC = 0x1000;

  /** An annotation interface. */
  public static final int ANNOTATION = 0x2000;

  /** An enum class or constant. */
  public static final int ENUM = 0x4000;

  private Modifiers() {}
}
