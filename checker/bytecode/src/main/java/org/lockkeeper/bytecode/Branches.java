package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Turns jumps and switches into edges that carry what is known when they are taken. */
final class Branches {
  private static final Relation[] RELATIONS = {
    Relation.EQ, Relation.NE, Relation.LT, Relation.GE, Relation.GT, Relation.LE
  };

  private final Simulator run;
  private final Flow flow;
  private final List<List<Block.Edge>> edges = new ArrayList<>();

  Branches(Simulator run, Flow flow) {
    this.run = run;
    this.flow = flow;
    for (int i = 0; i < flow.blocks(); i++) {
      edges.add(null);
    }
  }

  /** The edges of a block, with the blocks' final numbers. */
  List<Block.Edge> edges(int block, int[] numbers) {
    List<Block.Edge> found = new ArrayList<>();
    if (edges.get(block) == null) {
      flow.next.get(block).forEach(to -> found.add(new Block.Edge(numbers[to], Optional.empty())));
    } else {
      edges.get(block).forEach(e -> found.add(new Block.Edge(numbers[e.target()], e.test())));
    }
    return found;
  }

  /** Handles a jump or switch, or a comparison that the jump after it will use. */
  boolean take(int block, AbstractInsnNode at) {
    if (at instanceof JumpInsnNode jump) {
      jump(block, jump);
    } else if (at instanceof NamedSwitch named) {
      Value value = run.stack.pop();
      List<Value> keys = new ArrayList<>();
      named.names().forEach(each -> keys.add(new Const(each, "java.lang.String")));
      choose(block, value, keys, named);
    } else if (Simplifier.isSwitch(at)) {
      Value value = run.stack.pop();
      List<Value> keys = new ArrayList<>();
      for (int each : Simplifier.cases(at).keySet()) {
        keys.add(Constants.fit(Constants.of(each), value.type()));
      }
      choose(block, value, keys, at);
    } else {
      return isComparison(at) && isZeroTest(Simplifier.next(at));
    }
    return true;
  }

  private static boolean isComparison(AbstractInsnNode at) {
    return at != null && at.getOpcode() >= Opcodes.LCMP && at.getOpcode() <= Opcodes.DCMPG;
  }

  private static boolean isZeroTest(AbstractInsnNode at) {
    return at != null && at.getOpcode() >= Opcodes.IFEQ && at.getOpcode() <= Opcodes.IFLE;
  }

  private void jump(int block, JumpInsnNode at) {
    int op = at.getOpcode();
    if (op == Opcodes.JSR) {
      throw new UnsupportedOperationException("the old subroutine instruction jsr");
    }
    if (op == Opcodes.GOTO) {
      return;
    }
    Value right;
    Relation relation;
    if (op >= Opcodes.IFNULL) {
      right = Const.NULL;
      relation = op == Opcodes.IFNULL ? Relation.EQ : Relation.NE;
    } else if (op >= Opcodes.IF_ACMPEQ) {
      right = run.stack.pop();
      relation = op == Opcodes.IF_ACMPEQ ? Relation.EQ : Relation.NE;
    } else if (op >= Opcodes.IF_ICMPEQ) {
      right = run.stack.pop();
      relation = RELATIONS[op - Opcodes.IF_ICMPEQ];
    } else {
      right = isComparison(Simplifier.previous(at)) ? run.stack.pop() : Constants.of(0);
      relation = RELATIONS[op - Opcodes.IFEQ];
    }
    Value left = run.stack.pop();
    int target = flow.block(at.label);
    if (left instanceof Const && !(right instanceof Const)) {
      fork(block, right, mirrored(relation), left, target);
    } else {
      fork(block, left, relation, right, target);
    }
  }

  private static Relation mirrored(Relation relation) {
    return switch (relation) {
      case LT -> Relation.GT;
      case GT -> Relation.LT;
      case LE -> Relation.GE;
      case GE -> Relation.LE;
      default -> relation;
    };
  }

  private void fork(int block, Value left, Relation relation, Value right, int target) {
    if (target == block + 1) {
      return;
    }
    List<Block.Edge> both = new ArrayList<>(2);
    both.add(new Block.Edge(block + 1, Optional.of(test(left, relation.negated(), right))));
    both.add(new Block.Edge(target, Optional.of(test(left, relation, right))));
    edges.set(block, both);
  }

  private Op.Test test(Value left, Relation relation, Value right) {
    Value l = Constants.fit(left, right.type());
    Value r = left.type() == null ? right : Constants.fit(right, left.type());
    boolean truth = r == Const.TRUE || r == Const.FALSE;
    if (truth && relation == Relation.NE) {
      return new Op.Test(l, Relation.EQ, r == Const.TRUE ? Const.FALSE : Const.TRUE, run.site());
    }
    return new Op.Test(l, relation, r, run.site());
  }

  private void choose(int block, Value value, List<Value> keys, AbstractInsnNode at) {
    List<Block.Edge> all = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    if (at instanceof TableSwitchInsnNode || !(at instanceof NamedSwitch)) {
      Simplifier.cases(at).values().forEach(label -> targets.add(flow.block(label)));
    } else {
      ((LookupSwitchInsnNode) at).labels.forEach(label -> targets.add(flow.block(label)));
    }
    for (int i = 0; i < keys.size(); i++) {
      Op.Test test = new Op.Test(value, Relation.EQ, keys.get(i), run.site());
      all.add(new Block.Edge(targets.get(i), Optional.of(test)));
    }
    all.add(new Block.Edge(flow.block(Simplifier.otherwise(at)), Optional.empty()));
    edges.set(block, all);
  }
}
