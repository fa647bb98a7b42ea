package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lowers one method: blocks in an order that meets definitions first, stacks merged where they
 * join.
 */
final class BodyLowering implements Simulator.LocalAccess {
  private final Method method;
  private final MethodNode node;
  private final Variables variables = new Variables();
  private final Flow flow;
  private final int[] order;
  private final Locals locals;
  private final List<Var> params = new ArrayList<>();
  private final Map<Integer, FieldRef> fedSlots = new TreeMap<>();
  private final Simulator run;
  private final Branches branches;
  private final Joins joins;

  /**
   * @param names of the source's parameters
   * @param shape of a constructor
   */
  BodyLowering(
      Method method, MethodNode node, List<String> names, Optional<ConstructorShape> shape) {
    this.method = method;
    this.node = node;
    new Simplifier(node.instructions, method.resolver()).run();
    flow = new Flow(node);
    order = flow.order();
    Var[] bySlot = parameters(names, shape);
    locals = new Locals(flow, order, node, variables, method.resolver().names(), bySlot);
    run = new Simulator(method, variables, this);
    branches = new Branches(run, flow);
    joins = new Joins(run, flow, order, node.desc, this::isBooleanStore);
  }

  private Var[] parameters(List<String> names, Optional<ConstructorShape> shape) {
    Var[] bySlot = new Var[node.maxLocals];
    int slot = 0;
    int source = 0;
    if ((node.access & Opcodes.ACC_STATIC) == 0) {
      bySlot[slot++] = variables.fresh("this", method.ref().owner());
      params.add(bySlot[0]);
    }
    Type[] types = Type.getArgumentTypes(node.desc);
    for (int i = 0; i < types.length; i++) {
      String field = shape.isPresent() ? shape.get().fields().get(i) : ConstructorShape.SOURCE;
      String type = method.resolver().names().type(types[i]);
      if (field.equals(ConstructorShape.SOURCE)) {
        bySlot[slot] = variables.fresh(names.get(source++), type);
        params.add(bySlot[slot]);
      } else if (!field.equals(ConstructorShape.DROPPED)) {
        fedSlots.put(slot, new FieldRef(method.ref().owner(), field, type));
      }
      slot += types[i].getSize();
    }
    return bySlot;
  }

  @Override
  public Value load(VarInsnNode access, Simulator simulator) {
    FieldRef fed = fedSlots.get(access.var);
    if (fed != null && Simplifier.opcode(Simplifier.next(access)) == Opcodes.PUTFIELD) {
      return Value.Const.NULL; // the creator stores it
    }
    if (fed != null) {
      simulator.read(new Op.Slot(Optional.of(params.get(0)), fed, Optional.empty()));
      return simulator.stack.pop();
    }
    String[] types = {"int", "long", "float", "double", "java.lang.Object"};
    return locals.at(access, types[access.getOpcode() - Opcodes.ILOAD]);
  }

  @Override
  public Var variable(AbstractInsnNode access, String type) {
    return locals.at(access, type);
  }

  private boolean isBooleanStore(AbstractInsnNode store) {
    return locals.at(store, "boolean").type().equals("boolean");
  }

  MethodBody lower() {
    for (int block : order) {
      run.line(flow.lines[Math.max(flow.starts[block], firstReal(block))]);
      joins.enter(block);
      simulate(block);
      joins.leave(block);
    }
    return new MethodBody(
        method.ref(), params, blocks(), variables.count(), Collections.emptySortedMap());
  }

  private int firstReal(int block) {
    int i = flow.starts[block];
    while (i < flow.starts[block + 1] - 1 && flow.code[i].getOpcode() < 0) {
      i++;
    }
    return i;
  }

  private void simulate(int block) {
    for (int i = flow.starts[block]; i < flow.starts[block + 1]; i++) {
      AbstractInsnNode at = flow.code[i];
      if (at.getOpcode() >= 0) {
        run.line(flow.lines[i]);
        if (!branches.take(block, at)) {
          run.step(at);
        }
      }
    }
  }

  private List<Block> blocks() {
    int[] numbers = new int[flow.blocks()];
    for (int block : order) {
      numbers[block] = 1;
    }
    int count = 0;
    for (int b = 0; b < numbers.length; b++) {
      numbers[b] = numbers[b] == 1 ? count++ : -1;
    }
    List<Block> blocks = new ArrayList<>(count);
    for (int b = 0; b < numbers.length; b++) {
      if (numbers[b] >= 0) {
        blocks.add(
            new Block(numbers[b], joins.ops(b), branches.edges(b, numbers), handlers(b, numbers)));
      }
    }
    return blocks;
  }

  private List<Block.Handler> handlers(int block, int[] numbers) {
    List<Block.Handler> handlers = new ArrayList<>();
    for (Flow.Catch each : flow.handlers.get(block)) {
      String type =
          each.type() == null
              ? "java.lang.Throwable"
              : method.resolver().names().internal(each.type());
      handlers.add(new Block.Handler(type, numbers[each.target()]));
      if (type.equals("java.lang.Throwable")) {
        break;
      }
    }
    return handlers;
  }
}
