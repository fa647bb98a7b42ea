package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which variable each local slot is at each instruction. */
final class Locals {
  private final Flow flow;
  private final int[] order;
  private final MethodNode method;
  private final Variables variables;
  private final Names names;
  private final Var[] params;
  private final List<Map<String, Var>> named;
  private final Map<Integer, Var> nameless = new HashMap<>();
  private final List<List<LocalVariableNode>> table;
  private Webs webs;

  /**
   * @param params by slot; empty where a slot is no parameter of the source
   */
  Locals(
      Flow flow, int[] order, MethodNode method, Variables variables, Names names, Var[] params) {
    this.flow = flow;
    this.order = order;
    this.method = method;
    this.variables = variables;
    this.names = names;
    this.params = params;
    table = new ArrayList<>();
    named = new ArrayList<>();
    for (int i = 0; i < method.maxLocals; i++) {
      table.add(new ArrayList<>(0));
      named.add(new HashMap<>());
    }
    if (method.localVariables != null) {
      for (LocalVariableNode each : method.localVariables) {
        if (each.index < method.maxLocals) {
          table.get(each.index).add(each);
        }
      }
    }
  }

  /** The variable that a load, store or increment accesses, {@code type} if nothing says better. */
  Var at(AbstractInsnNode access, String type) {
    int slot = access instanceof VarInsnNode v ? v.var : ((IincInsnNode) access).var;
    int index = flow.index(access);
    LocalVariableNode declared = declared(slot, Webs.isStore(access) ? index + 1 : index);
    if (slot < params.length && params[slot] != null) {
      if (declared == null || declared.name.equals(params[slot].name())) {
        return params[slot];
      }
    }
    if (declared != null) {
      return named
          .get(slot)
          .computeIfAbsent(
              declared.name + declared.desc,
              key -> variables.fresh(declared.name, names.descriptor(declared.desc)));
    }
    return nameless(index, slot, type);
  }

  private LocalVariableNode declared(int slot, int index) {
    for (LocalVariableNode each : table.get(slot)) {
      if (flow.index(each.start) <= index && index < flow.index(each.end)) {
        return each;
      }
    }
    return null;
  }

  private Var nameless(int index, int slot, String type) {
    if (webs == null) {
      webs = new Webs(flow, order, method.maxLocals);
    }
    int web = webs.web(index);
    return nameless.computeIfAbsent(
        web < 0 ? -1 - slot : web,
        key -> variables.fresh("", type == null ? "java.lang.Object" : type));
  }
}
