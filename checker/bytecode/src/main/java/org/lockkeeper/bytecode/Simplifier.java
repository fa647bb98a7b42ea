package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lockkeeper.check.Assertions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Undoes what a compiler makes of assertions, null checks and switches, in place. */
final class Simplifier {
  static final String SWITCH_MAP = "$SwitchMap$";
  private static final String ASSERTIONS = "$assertionsDisabled";

  private final InsnList code;
  private final Resolver resolver;

  Simplifier(InsnList code, Resolver resolver) {
    this.code = code;
    this.resolver = resolver;
  }

  void run() {
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      if (at instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
        if (field.name.equals(ASSERTIONS)) {
          at = skipAssertion(field);
        }
      } else if (at instanceof MethodInsnNode call) {
        at = simplify(call);
      }
    }
  }

  private AbstractInsnNode simplify(MethodInsnNode call) {
    return switch (call.name) {
      case "desiredAssertionStatus" -> dropAssertionStatus(call);
      case "requireNonNull", "getClass" -> dropNullCheck(call);
      case "hashCode" -> StringSwitch.simplify(code, call);
      case "ordinal" -> enumSwitch(call);
      default -> call;
    };
  }

  static AbstractInsnNode next(AbstractInsnNode at) {
    AbstractInsnNode next = at == null ? null : at.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }

  static AbstractInsnNode previous(AbstractInsnNode at) {
    AbstractInsnNode previous = at == null ? null : at.getPrevious();
    while (previous != null && previous.getOpcode() < 0) {
      previous = previous.getPrevious();
    }
    return previous;
  }

  static int opcode(AbstractInsnNode at) {
    return at == null ? -1 : at.getOpcode();
  }

  /** Replaces {@code at} and returns where to go on. */
  private AbstractInsnNode replace(AbstractInsnNode at, AbstractInsnNode by) {
    code.set(at, by);
    return by;
  }

  private AbstractInsnNode skipAssertion(FieldInsnNode field) {
    if (next(field) instanceof JumpInsnNode jump && jump.getOpcode() == Opcodes.IFNE) {
      code.remove(jump);
      return states(field, jump.label)
          ? check(field, jump.label)
          : replace(field, new JumpInsnNode(Opcodes.GOTO, jump.label));
    }
    return field;
  }

  /** Whether the condition of an assertion states who may run the code. */
  private static boolean states(AbstractInsnNode from, LabelNode end) {
    boolean asks = false;
    for (AbstractInsnNode at = from; at != end && !fails(at); at = at.getNext()) {
      if (at == null) {
        return false;
      }
      asks |= at instanceof MethodInsnNode call && Assertions.asksAboutThreads(call.name);
    }
    return asks;
  }

  private static boolean fails(AbstractInsnNode at) {
    return at instanceof TypeInsnNode made
        && made.getOpcode() == Opcodes.NEW
        && made.desc.equals("java/lang/AssertionError");
  }

  /** Keeps the condition; who fails it gets nowhere, whatever is told about it. */
  private AbstractInsnNode check(FieldInsnNode field, LabelNode end) {
    AbstractInsnNode at = field;
    while (at != end && !fails(at)) {
      at = at.getNext();
    }
    while (at != end) {
      AbstractInsnNode next = at.getNext();
      if (at.getOpcode() >= 0) {
        code.remove(at);
      }
      at = next;
    }
    code.insertBefore(end, new InsnNode(Opcodes.ACONST_NULL));
    code.insertBefore(end, new InsnNode(Opcodes.ATHROW));
    return replace(field, new InsnNode(Opcodes.NOP));
  }

  /** {@code ldc; call; ifne; iconst_1; goto; iconst_0; putstatic}. */
  private AbstractInsnNode dropAssertionStatus(MethodInsnNode call) {
    List<AbstractInsnNode> all = new ArrayList<>(List.of(call));
    AbstractInsnNode at = call;
    for (int i = 0; i < 5 && at != null; i++) {
      at = next(at);
      all.add(at);
    }
    boolean found = at instanceof FieldInsnNode put && put.name.equals(ASSERTIONS);
    AbstractInsnNode literal = previous(call);
    if (!found || !(literal instanceof LdcInsnNode)) {
      return call;
    }
    AbstractInsnNode nop = new InsnNode(Opcodes.NOP);
    code.set(literal, nop);
    all.forEach(code::remove);
    return nop;
  }

  private AbstractInsnNode dropNullCheck(MethodInsnNode call) {
    AbstractInsnNode before = previous(call);
    AbstractInsnNode after = next(call);
    boolean check = call.owner.equals("java/util/Objects") || call.owner.equals("java/lang/Object");
    if (check && opcode(before) == Opcodes.DUP && opcode(after) == Opcodes.POP) {
      code.remove(before);
      code.remove(after);
      AbstractInsnNode nop = replace(call, new InsnNode(Opcodes.NOP));
      dropUnused(previous(nop), next(nop));
      return nop;
    }
    return call;
  }

  /** A checked value that nobody takes: an inner class's constructor tests its outer instance. */
  private void dropUnused(AbstractInsnNode load, AbstractInsnNode pop) {
    if (opcode(load) == Opcodes.ALOAD && opcode(pop) == Opcodes.POP) {
      code.remove(load);
      code.remove(pop);
    }
  }

  /** {@code getstatic $SwitchMap$E; value; ordinal; iaload; switch}. */
  private AbstractInsnNode enumSwitch(MethodInsnNode ordinal) {
    AbstractInsnNode load = next(ordinal);
    if (isSwitch(load)) {
      return ordinalSwitch(ordinal, load);
    }
    AbstractInsnNode choice = load == null ? null : next(load);
    if (opcode(load) != Opcodes.IALOAD || !isSwitch(choice)) {
      return ordinal;
    }
    FieldInsnNode map = switchMap(ordinal);
    if (map == null) {
      return ordinal;
    }
    Map<Integer, String> constants = resolver.switchMap(map.owner, map.name);
    Map<Integer, LabelNode> cases = cases(choice);
    if (!constants.keySet().containsAll(cases.keySet())) {
      return ordinal;
    }
    List<String> names = new ArrayList<>();
    cases.keySet().forEach(key -> names.add(constants.get(key)));
    code.set(map, new InsnNode(Opcodes.NOP));
    code.remove(ordinal);
    code.remove(load);
    return replace(choice, new NamedSwitch(otherwise(choice), names, List.copyOf(cases.values())));
  }

  /** {@code value; ordinal; switch}, for an enum of the same source file, since JDK 21. */
  private AbstractInsnNode ordinalSwitch(MethodInsnNode ordinal, AbstractInsnNode choice) {
    List<String> constants = resolver.constants(ordinal.owner);
    Map<Integer, LabelNode> cases = cases(choice);
    if (!cases.keySet().stream().allMatch(key -> key >= 0 && key < constants.size())) {
      return ordinal;
    }
    List<String> names = cases.keySet().stream().map(constants::get).toList();
    code.remove(ordinal);
    return replace(choice, new NamedSwitch(otherwise(choice), names, List.copyOf(cases.values())));
  }

  private static FieldInsnNode switchMap(AbstractInsnNode from) {
    for (AbstractInsnNode at = from; at != null; at = at.getPrevious()) {
      if (at instanceof FieldInsnNode field && field.name.startsWith(SWITCH_MAP)) {
        return field;
      }
    }
    return null;
  }

  static boolean isSwitch(AbstractInsnNode at) {
    return at instanceof TableSwitchInsnNode
        || (at instanceof LookupSwitchInsnNode && !(at instanceof NamedSwitch));
  }

  static LabelNode otherwise(AbstractInsnNode choice) {
    return choice instanceof TableSwitchInsnNode table
        ? table.dflt
        : ((LookupSwitchInsnNode) choice).dflt;
  }

  /** Keys of a switch with their targets, those that only lead to the default left out. */
  static Map<Integer, LabelNode> cases(AbstractInsnNode choice) {
    Map<Integer, LabelNode> cases = new TreeMap<>();
    if (choice instanceof TableSwitchInsnNode table) {
      for (int i = 0; i < table.labels.size(); i++) {
        if (table.labels.get(i) != table.dflt) {
          cases.put(table.min + i, table.labels.get(i));
        }
      }
    } else if (choice instanceof LookupSwitchInsnNode lookup) {
      for (int i = 0; i < lookup.labels.size(); i++) {
        cases.put(lookup.keys.get(i), lookup.labels.get(i));
      }
    }
    return cases;
  }

  /** The pushed small constant, or -2. */
  static int constant(AbstractInsnNode at) {
    int opcode = opcode(at);
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return opcode - Opcodes.ICONST_0;
    }
    if (at instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY) {
      return push.operand;
    }
    return at instanceof LdcInsnNode ldc && ldc.cst instanceof Integer i ? i : -2;
  }

  static boolean loads(AbstractInsnNode at, int opcode, int slot) {
    return at instanceof VarInsnNode load && load.getOpcode() == opcode && load.var == slot;
  }
}
