package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Ways around tests whose outcome is known: {@code boolean none = x == null; if (none)} goes on
 * where {@code if (x == null)} would. The block with the test stays for those who come otherwise,
 * if any do. A variable that is asked for again stands for what held then, and keeps its test.
 */
final class Shortcuts {
  private Shortcuts() {}

  static MethodBody of(MethodBody body) {
    if (body.blocks().stream().noneMatch(Shortcuts::turns)) {
      return body;
    }
    List<Block> blocks = new ArrayList<>(body.blocks());
    Set<Block> passed = new LinkedHashSet<>();
    for (Block block : body.blocks()) {
      Block next = turns(block) ? body.blocks().get(block.next().get(0).target()) : null;
      boolean once = next != null && asks(next, block) && once(next, body);
      Block.Edge way = once ? way(block, next) : null;
      if (way != null) {
        List<Op> ops = new ArrayList<>(block.ops());
        ops.addAll(next.ops());
        Block.Edge on = new Block.Edge(way.target(), Optional.empty());
        blocks.set(block.index(), with(block, ops, List.of(on)));
        passed.add(next);
      }
    }
    for (Block next : passed) {
      if (blocks.stream().noneMatch(from -> leads(from, next.index()))) {
        blocks.set(next.index(), with(next, next.ops(), List.of()));
      }
    }
    return passed.isEmpty()
        ? body
        : new MethodBody(body.ref(), body.params(), blocks, body.varCount(), body.annotated());
  }

  private static Block with(Block block, List<Op> ops, List<Block.Edge> next) {
    return new Block(block.index(), ops, next, block.handlers(), block.loop());
  }

  private static boolean leads(Block from, int to) {
    return from.next().stream().anyMatch(e -> e.target() == to)
        || from.handlers().stream().anyMatch(h -> h.target() == to);
  }

  /** Whether a block does nothing but set a variable to a truth value. */
  static boolean turns(Block block) {
    return block.ops().size() == 1 && block.next().size() == 1 && literal(block) != null;
  }

  /** Whether it was such a block before it got its way around the test. */
  static boolean turned(Block block) {
    return block.ops().size() == 2
        && block.next().size() == 1
        && literal(block) != null
        && copies(block.ops().get(1), ((Op.Copy) block.ops().get(0)).to());
  }

  private static Const literal(Block block) {
    return block.ops().get(0) instanceof Op.Copy c
            && c.operator().isEmpty()
            && c.from().get(0) instanceof Const k
            && (k.equals(Const.TRUE) || k.equals(Const.FALSE))
        ? k
        : null;
  }

  /** Whether a block does nothing but ask for the variable, or a copy of it. */
  private static boolean asks(Block next, Block before) {
    Value.Var set = ((Op.Copy) before.ops().get(0)).to();
    boolean copied = next.ops().size() == 1 && copies(next.ops().get(0), set);
    return copied && next.loop().isEmpty() && next.handlers().equals(before.handlers());
  }

  /** Whether nobody else asks for the variable. */
  private static boolean once(Block next, MethodBody body) {
    Value.Var asked = ((Op.Copy) next.ops().get(0)).to();
    for (Block block : body.blocks()) {
      for (Block.Edge edge : block == next ? List.<Block.Edge>of() : block.next()) {
        if (edge.test().filter(t -> t.left().equals(asked)).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean copies(Op op, Value.Var from) {
    return op instanceof Op.Copy c && c.operator().isEmpty() && c.from().equals(List.of(from));
  }

  private static Block.Edge way(Block before, Block next) {
    Const known = literal(before);
    Value.Var asked = ((Op.Copy) next.ops().get(0)).to();
    for (Block.Edge edge : next.next()) {
      Op.Test test = edge.test().orElse(null);
      if (test != null
          && test.left().equals(asked)
          && test.relation() == Op.Relation.EQ
          && test.right().equals(known)) {
        return edge;
      }
    }
    return null;
  }
}
