package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.ir.Memo;
import org.lockkeeper.ir.MethodRef;
import org.objectweb.asm.Type;

/**
 * Turns internal names and descriptors (JVMS 4.2, 4.3) into the names of the IR; remembers them.
 */
final class Names {
  private final Memo<String, String> internals = new Memo<>();
  private final Memo<String, String> descriptors = new Memo<>();
  private final Memo<String, Signature> signatures = new Memo<>();

  /** The erased types of a method. */
  record Signature(List<String> params, String returns) {}

  /** Of a class, or of an array in the form that class constants use. */
  String internal(String name) {
    return internals.get(name, k -> k.startsWith("[") ? descriptor(k) : k.replace('/', '.'));
  }

  /** Of a field descriptor. */
  String descriptor(String descriptor) {
    return descriptors.get(descriptor, k -> type(Type.getType(k)));
  }

  String type(Type type) {
    return switch (type.getSort()) {
      case Type.ARRAY -> type(type.getElementType()) + "[]".repeat(type.getDimensions());
      case Type.OBJECT -> internal(type.getInternalName());
      default -> type.getClassName();
    };
  }

  /** Of a method descriptor. */
  Signature signature(String descriptor) {
    return signatures.get(descriptor, this::read);
  }

  private Signature read(String descriptor) {
    List<String> params = new ArrayList<>();
    for (Type each : Type.getArgumentTypes(descriptor)) {
      params.add(type(each));
    }
    return new Signature(List.copyOf(params), type(Type.getReturnType(descriptor)));
  }

  MethodRef method(String owner, String name, String descriptor) {
    Signature s = signature(descriptor);
    return new MethodRef(owner, name, s.params(), s.returns());
  }
}
