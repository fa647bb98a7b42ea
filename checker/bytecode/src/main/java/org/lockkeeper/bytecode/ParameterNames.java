package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Names of the source's parameters, empty where the class file does not tell. */
final class ParameterNames {
  private ParameterNames() {}

  static List<String> of(MethodNode method, Optional<ConstructorShape> shape) {
    List<String> names = new ArrayList<>();
    Type[] types = Type.getArgumentTypes(method.desc);
    int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    for (int i = 0; i < types.length; i++) {
      if (shape.isEmpty() || shape.get().fields().get(i).equals(ConstructorShape.SOURCE)) {
        names.add(name(method, i, slot, types.length));
      }
      slot += types[i].getSize();
    }
    return names;
  }

  private static String name(MethodNode method, int index, int slot, int count) {
    if (method.parameters != null && method.parameters.size() == count) {
      String name = method.parameters.get(index).name;
      if (name != null) {
        return name;
      }
    }
    if (method.localVariables != null) {
      for (LocalVariableNode each : method.localVariables) {
        if (each.index == slot && method.instructions.indexOf(each.start) == 0) {
          return each.name;
        }
      }
    }
    return "";
  }
}
