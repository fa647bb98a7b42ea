package org.lockkeeper.bytecode;

import static org.lockkeeper.bytecode.Simplifier.constant;
import static org.lockkeeper.bytecode.Simplifier.loads;
import static org.lockkeeper.bytecode.Simplifier.next;
import static org.lockkeeper.bytecode.Simplifier.opcode;
import static org.lockkeeper.bytecode.Simplifier.previous;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * javac's form of a switch over strings: a switch over the hash code that compares and sets a
 * number, then a switch over that number.
 */
final class StringSwitch {
  private final VarInsnNode value;
  private final VarInsnNode number;
  private final AbstractInsnNode hashes;
  private final Map<Integer, String> strings = new TreeMap<>();

  private StringSwitch(VarInsnNode value, VarInsnNode number, AbstractInsnNode hashes) {
    this.value = value;
    this.number = number;
    this.hashes = hashes;
  }

  /** Replaces the form around a call of {@code hashCode}, if it is one; returns where to go on. */
  static AbstractInsnNode simplify(InsnList code, MethodInsnNode hashCode) {
    AbstractInsnNode hashes = next(hashCode);
    if (hashes != null
        && hashCode.owner.equals("java/lang/String")
        && Simplifier.isSwitch(hashes)
        && previous(hashCode) instanceof VarInsnNode value
        && previous(value) instanceof VarInsnNode number
        && number.getOpcode() == Opcodes.ISTORE) {
      StringSwitch found = new StringSwitch(value, number, hashes);
      LabelNode end = Simplifier.otherwise(hashes);
      AbstractInsnNode load = next(end);
      AbstractInsnNode choice = load == null ? null : next(load);
      if (loads(load, Opcodes.ILOAD, number.var)
          && choice != null
          && Simplifier.isSwitch(choice)
          && found.readStrings(end)
          && found.strings.keySet().containsAll(Simplifier.cases(choice).keySet())) {
        return found.replace(code, hashCode, choice);
      }
    }
    return hashCode;
  }

  private boolean readStrings(LabelNode end) {
    for (LabelNode label : Simplifier.cases(hashes).values()) {
      AbstractInsnNode at = next(label);
      while (at != null) {
        AbstractInsnNode string = next(at);
        AbstractInsnNode jump = string == null ? null : next(next(string));
        if (!loads(at, Opcodes.ALOAD, value.var)
            || !(string instanceof LdcInsnNode ldc && ldc.cst instanceof String text)
            || !(jump instanceof JumpInsnNode otherwise)
            || opcode(jump) != Opcodes.IFEQ) {
          return false;
        }
        strings.put(constant(next(jump)), text);
        at = otherwise.label == end ? null : next(otherwise.label);
      }
    }
    return true;
  }

  private AbstractInsnNode replace(
      InsnList code, MethodInsnNode hashCode, AbstractInsnNode choice) {
    Map<Integer, LabelNode> cases = Simplifier.cases(choice);
    List<String> names = new ArrayList<>();
    cases.keySet().forEach(key -> names.add(strings.get(key)));
    NamedSwitch named =
        new NamedSwitch(Simplifier.otherwise(choice), names, List.copyOf(cases.values()));
    code.remove(previous(number));
    code.remove(number);
    code.remove(hashCode);
    code.set(hashes, named);
    return named;
  }
}
