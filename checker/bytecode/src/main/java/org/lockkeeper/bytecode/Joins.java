package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Carries operand stacks over edges: values that differ are copied to one temporary. */
final class Joins {
  private final Simulator run;
  private final Flow flow;
  private final String descriptor;
  private final Predicate<AbstractInsnNode> storesBoolean;
  private final List<List<Integer>> predecessors = new ArrayList<>();
  private final String[] caught;
  private final List<List<Op>> ops = new ArrayList<>();
  private final List<List<Value>> exits = new ArrayList<>();
  private final List<List<Var>> temps = new ArrayList<>();
  private final Site[] sites;

  Joins(
      Simulator run,
      Flow flow,
      int[] order,
      String descriptor,
      Predicate<AbstractInsnNode> storesBoolean) {
    this.run = run;
    this.flow = flow;
    this.descriptor = descriptor;
    this.storesBoolean = storesBoolean;
    caught = new String[flow.blocks()];
    sites = new Site[flow.blocks()];
    for (int i = 0; i < flow.blocks(); i++) {
      predecessors.add(new ArrayList<>(2));
      ops.add(new ArrayList<>());
      exits.add(null);
      temps.add(null);
    }
    for (int block : order) {
      flow.next.get(block).forEach(to -> predecessors.get(to).add(block));
      flow.handlers.get(block).forEach(this::noteCaught);
    }
  }

  private void noteCaught(Flow.Catch each) {
    String type = each.type() == null ? "java.lang.Throwable" : run.names.internal(each.type());
    String known = caught[each.target()];
    caught[each.target()] = known == null || known.equals(type) ? type : "java.lang.Throwable";
  }

  List<Op> ops(int block) {
    List<Op> all = ops.get(block);
    boolean open =
        flow.next.get(block).isEmpty()
            && (all.isEmpty() || !(all.get(all.size() - 1) instanceof Op.Return));
    if (open) {
      all.add(new Op.Return(Optional.empty(), false, sites[block]));
    }
    return all;
  }

  /** Sets up the stack of a block from its predecessors that have run. */
  void enter(int block) {
    List<Value> entry = new ArrayList<>();
    List<Op> into = ops.get(block);
    if (caught[block] != null) {
      Var exception = run.temp(caught[block]);
      temps.set(block, List.of(exception));
      into.add(new Op.Copy(exception, "catch", List.of(), run.site()));
      entry.add(exception);
    } else {
      List<List<Value>> stacks = new ArrayList<>();
      boolean complete = true;
      for (int from : predecessors.get(block)) {
        if (exits.get(from) == null) {
          complete = false;
        } else {
          stacks.add(exits.get(from));
        }
      }
      if (!stacks.isEmpty() && !stacks.get(0).isEmpty()) {
        merge(block, stacks, complete, entry);
      }
    }
    run.begin(into, entry);
  }

  private void merge(int block, List<List<Value>> stacks, boolean complete, List<Value> entry) {
    List<Var> merged = new ArrayList<>();
    int depth = stacks.get(0).size();
    for (int i = 0; i < depth; i++) {
      List<Value> values = new ArrayList<>();
      for (List<Value> each : stacks) {
        if (i < each.size()) {
          values.add(each.get(i));
        }
      }
      boolean same = complete && values.stream().allMatch(values.get(0)::equals);
      Var temp = same ? null : run.temp(type(values, i == depth - 1 ? block : -1));
      merged.add(temp);
      entry.add(same ? values.get(0) : temp);
    }
    temps.set(block, merged);
    for (int from : predecessors.get(block)) {
      if (exits.get(from) != null) {
        copy(from, block);
      }
    }
  }

  /** Keeps what a block leaves on the stack. */
  void leave(int block) {
    exits.set(block, run.stack.copy());
    sites[block] = run.site();
    for (int to : flow.next.get(block)) {
      if (temps.get(to) != null) {
        copy(block, to);
      }
    }
  }

  private void copy(int from, int to) {
    List<Var> into = temps.get(to);
    List<Value> values = exits.get(from);
    for (int i = 0; i < into.size() && i < values.size(); i++) {
      Var temp = into.get(i);
      if (temp != null) {
        Value value = Constants.fit(values.get(i), temp.type());
        ops.get(from).add(new Op.Copy(temp, "", List.of(value), sites[from]));
      }
    }
  }

  private String type(List<Value> values, int consumer) {
    boolean boolish = true;
    boolean typed = false;
    String type = null;
    for (Value each : values) {
      boolish &= Constants.canBeBoolean(each);
      typed |= "boolean".equals(each.type());
      if (type == null && !"null".equals(each.type())) {
        type = each.type();
      }
    }
    if (boolish) {
      return typed || (consumer >= 0 && wantsBoolean(consumer)) ? "boolean" : "int";
    }
    return type == null ? "java.lang.Object" : type.equals("boolean") ? "int" : type;
  }

  /** Whether the first instruction of a block takes the top of the stack as a boolean, or may. */
  private boolean wantsBoolean(int block) {
    int i = flow.starts[block];
    while (i < flow.code.length && flow.code[i].getOpcode() < 0) {
      i++;
    }
    if (i == flow.code.length) {
      return false;
    }
    AbstractInsnNode at = flow.code[i];
    int op = at.getOpcode();
    boolean logic = op >= Opcodes.IAND && op <= Opcodes.LXOR;
    return switch (op) {
      case Opcodes.ISTORE -> storesBoolean.test(at);
      case Opcodes.IRETURN -> descriptor.endsWith(")Z");
      case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> ((FieldInsnNode) at).desc.equals("Z");
      case Opcodes.INVOKEVIRTUAL,
          Opcodes.INVOKESPECIAL,
          Opcodes.INVOKESTATIC,
          Opcodes.INVOKEINTERFACE ->
          ((MethodInsnNode) at).desc.contains("Z)");
      default -> logic || op < Opcodes.IADD || op > Opcodes.I2S && op < Opcodes.IF_ICMPLT;
    };
  }
}
