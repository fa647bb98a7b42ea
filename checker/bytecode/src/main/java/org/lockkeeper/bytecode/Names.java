package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lockkeeper.ir.MethodRef;
import org.objectweb.asm.Type;

/**
 * Turns internal names and descriptors (JVMS 4.2, 4.3) into the names of the IR; remembers them.
 */
final class Names {
  private final Map<String, String> internals = new ConcurrentHashMap<>();
  private final Map<String, String> descriptors = new ConcurrentHashMap<>();
  private final Map<String, Signature> signatures = new ConcurrentHashMap<>();

  /** The erased types of a method. */
  record Signature(List<String> params, String returns) {}

  /** Of a class, or of an array in the form that class constants use. */
  String internal(String name) {
    String known = internals.get(name);
    if (known == null) {
      known = name.startsWith("[") ? descriptor(name) : name.replace('/', '.');
      internals.put(name, known);
    }
    return known;
  }

  /** Of a field descriptor. */
  String descriptor(String descriptor) {
    String known = descriptors.get(descriptor);
    if (known == null) {
      known = type(Type.getType(descriptor));
      descriptors.put(descriptor, known);
    }
    return known;
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
    Signature known = signatures.get(descriptor);
    if (known == null) {
      List<String> params = new ArrayList<>();
      for (Type each : Type.getArgumentTypes(descriptor)) {
        params.add(type(each));
      }
      known = new Signature(List.copyOf(params), type(Type.getReturnType(descriptor)));
      signatures.put(descriptor, known);
    }
    return known;
  }

  MethodRef method(String owner, String name, String descriptor) {
    Signature s = signature(descriptor);
    return new MethodRef(owner, name, s.params(), s.returns());
  }
}
