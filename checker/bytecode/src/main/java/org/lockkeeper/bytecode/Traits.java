package org.lockkeeper.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Recognises what a compiler added to a class. */
final class Traits {
  private static final int MADE = Opcodes.ACC_SYNTHETIC;

  private final ClassNode node;
  private final Names names;
  private final Map<String, ConstructorShape> shapes = new HashMap<>();
  private final Map<String, MethodNode> accessors = new HashMap<>();
  private final Set<String> privates = new HashSet<>();
  private final Map<String, MethodNode> lambdas = new LinkedHashMap<>();
  private final Map<String, Map<Integer, String>> switchMaps = new HashMap<>();
  private final Set<String> initialised = new HashSet<>();

  Traits(ClassNode node, Names names) {
    this.node = node;
    this.names = names;
    for (MethodNode each : node.methods) {
      method(each);
    }
    for (MethodNode each : node.methods) {
      findCreations(each);
    }
  }

  ClassFile.Traits collect() {
    return new ClassFile.Traits(
        shapes, accessors, privates, Set.copyOf(lambdas.keySet()), switchMaps, initialised);
  }

  Map<String, ConstructorShape> shapes() {
    return shapes;
  }

  /** Lambda bodies, with the method whose code makes the function object. */
  Map<String, MethodNode> lambdas() {
    return lambdas;
  }

  /** Whether the source has no such method, and nothing that it does. */
  static boolean isHidden(ClassNode owner, MethodNode method) {
    if ((method.access & MADE) == 0) {
      return false;
    }
    return (method.access & Opcodes.ACC_BRIDGE) != 0
        || method.name.startsWith("access$")
        || method.name.equals("<init>")
        || method.name.equals("$deserializeLambda$")
        || method.name.equals("$values") && (owner.access & Opcodes.ACC_ENUM) != 0;
  }

  /** Whether an initialiser does nothing but to ask whether assertions are on. */
  static boolean isOnlyForAssertions(MethodNode method) {
    if (!method.name.equals("<clinit>")) {
      return false;
    }
    int count = 0;
    boolean asks = false;
    for (AbstractInsnNode each : method.instructions) {
      count += each.getOpcode() >= 0 ? 1 : 0;
      asks |= each instanceof MethodInsnNode call && call.name.equals("desiredAssertionStatus");
    }
    return asks && count == 8;
  }

  private void method(MethodNode method) {
    if ((method.access & Opcodes.ACC_PRIVATE) != 0) {
      privates.add(method.name + method.desc);
    }
    if (method.name.equals("<init>")) {
      shapes.put(method.desc, ConstructorShape.of(node, method, names));
    } else if (method.name.startsWith("access$") && isStraight(method)) {
      accessors.put(method.name + method.desc, method);
    } else if (method.name.equals("<clinit>") && (node.access & MADE) != 0) {
      readSwitchMaps(method);
    }
  }

  private static boolean isStraight(MethodNode method) {
    if ((method.access & MADE) == 0 || (method.access & Opcodes.ACC_STATIC) == 0) {
      return false;
    }
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof JumpInsnNode || Webs.isStore(each)) {
        return false;
      }
    }
    return method.instructions.size() > 0 && method.tryCatchBlocks.isEmpty();
  }

  /** {@code getstatic map; getstatic constant; ordinal; number; iastore}, again and again. */
  private void readSwitchMaps(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof MethodInsnNode call
          && call.name.equals("ordinal")
          && Simplifier.previous(call) instanceof FieldInsnNode constant
          && Simplifier.previous(constant) instanceof FieldInsnNode map) {
        int number = Simplifier.constant(Simplifier.next(call));
        switchMaps.computeIfAbsent(map.name, n -> new HashMap<>()).put(number, constant.name);
      }
    }
  }

  private void findCreations(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof InvokeDynamicInsnNode site) {
        Dynamics.function(site).ifPresent(handle -> noteLambda(handle, method));
      } else if (each.getOpcode() == Opcodes.NEW && method.name.equals("<clinit>")) {
        initialised.add(((TypeInsnNode) each).desc);
      }
    }
  }

  private void noteLambda(Handle handle, MethodNode creator) {
    if (!handle.getOwner().equals(node.name)) {
      return;
    }
    for (MethodNode each : node.methods) {
      if (each.name.equals(handle.getName()) && each.desc.equals(handle.getDesc())) {
        boolean made = (each.access & MADE) != 0 && (each.access & Opcodes.ACC_BRIDGE) == 0;
        if (made && !each.name.startsWith("access$") || each.name.contains("$lambda$")) {
          lambdas.putIfAbsent(each.name + each.desc, creator);
        }
      }
    }
  }
}
