package org.lockkeeper.ir;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * A declared class, interface, enum, record or annotation.
 *
 * @param name binary name
 * @param superName binary name; {@code java.lang.Object} for interfaces, absent for Object itself
 * @param modifiers {@link Modifier} bits and {@link Modifiers}
 * @param outer the lexically enclosing class
 * @param enclosingMethod for local and anonymous classes: the method whose text contains it
 * @param methods in source order; lambda bodies after the method that contains them
 * @param origin where it was read: the source file, or the jar or folder with the class file
 */
public record ClassInfo(
    String name,
    Optional<String> superName,
    List<String> interfaces,
    int modifiers,
    List<Annotation> annotations,
    Optional<String> outer,
    Optional<MethodRef> enclosingMethod,
    List<FieldInfo> fields,
    List<MethodInfo> methods,
    Site site,
    String origin) {

  /** Whether all given {@link Modifier} bits are set. */
  public boolean has(int bits) {
    return (modifiers & bits) == bits;
  }

  /** Whether this is an interface or annotation. */
  public boolean isInterface() {
    return Modifier.isInterface(modifiers);
  }

  /** The field declared here under this name. */
  public Optional<FieldInfo> field(String fieldName) {
    return fields.stream().filter(f -> f.ref().name().equals(fieldName)).findFirst();
  }

  /** The package, empty for the unnamed one. */
  public String packageName() {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
