package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lockkeeper.ir.MethodRef;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which parameters of a constructor the source has, and which the compiler added: the outer
 * instance, captured locals, an enum constant's name and ordinal.
 *
 * @param source the constructor as the source declares it
 * @param fields by parameter of the descriptor: the synthetic field that takes it; {@link #SOURCE}
 *     or {@link #DROPPED}
 */
record ConstructorShape(MethodRef source, List<String> fields) {
  /** Marks a parameter of the source. */
  static final String SOURCE = "";

  /** Marks a parameter that nothing of the source corresponds to. */
  static final String DROPPED = "-";

  /** The name that the IR gives to each field with the outer instance. */
  static final String OUTER = "this$0";

  private static final Pattern OUTER_FIELD = Pattern.compile("this\\$\\d+");
  private static final Pattern ACCESS_MARKER = Pattern.compile(".*\\$\\d+");

  boolean isPlain() {
    return source.params().size() == fields.size();
  }

  static boolean isOuterField(String name) {
    return name.startsWith("this$") && OUTER_FIELD.matcher(name).matches();
  }

  static boolean isCaptureField(String name) {
    return name.startsWith("val$");
  }

  /** Whether the type is the anonymous class that marks a constructor for private access. */
  static boolean isAccessMarker(String type) {
    return type.indexOf('$') >= 0 && ACCESS_MARKER.matcher(type).matches();
  }

  static ConstructorShape of(ClassNode owner, MethodNode constructor, Names names) {
    Type[] types = Type.getArgumentTypes(constructor.desc);
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      boolean constant = i < 2 && (owner.access & Opcodes.ACC_ENUM) != 0;
      fields.add(constant ? DROPPED : SOURCE);
    }
    if (isInnerMember(owner) && types.length > 0) {
      fields.set(0, OUTER);
    }
    fromNames(constructor, types, fields);
    fromStores(owner, constructor, types, fields);
    List<String> params = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      if (fields.get(i).equals(SOURCE)) {
        params.add(names.type(types[i]));
      }
    }
    MethodRef ref = new MethodRef(names.internal(owner.name), "<init>", params, "void");
    return new ConstructorShape(ref, List.copyOf(fields));
  }

  private static boolean isInnerMember(ClassNode owner) {
    for (InnerClassNode each : owner.innerClasses) {
      if (each.name.equals(owner.name)) {
        int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE;
        return each.outerName != null && (each.access & fixed) == 0;
      }
    }
    return false;
  }

  private static void fromNames(MethodNode constructor, Type[] types, List<String> fields) {
    if (constructor.localVariables == null) {
      return;
    }
    for (LocalVariableNode each : constructor.localVariables) {
      mark(each.name, each.index, types, fields);
    }
  }

  /** The compiler stores them before it calls the other constructor. */
  private static void fromStores(
      ClassNode owner, MethodNode constructor, Type[] types, List<String> fields) {
    for (AbstractInsnNode each : constructor.instructions) {
      if (each.getOpcode() == Opcodes.INVOKESPECIAL) {
        return;
      }
      if (each instanceof FieldInsnNode put
          && put.getOpcode() == Opcodes.PUTFIELD
          && put.owner.equals(owner.name)
          && put.getPrevious() instanceof VarInsnNode load) {
        mark(put.name, load.var, types, fields);
      }
    }
  }

  private static void mark(String name, int slot, Type[] types, List<String> fields) {
    boolean outer = isOuterField(name);
    if (!outer && !isCaptureField(name)) {
      return;
    }
    int at = 1;
    for (int i = 0; i < types.length; i++) {
      if (at == slot) {
        fields.set(i, outer ? OUTER : name);
        return;
      }
      at += types[i].getSize();
    }
  }
}
