package org.lockkeeper.flow;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/**
 * Numbers the variables that live across blocks. Variables of one block only need no place in a
 * {@link State}.
 */
public final class Slots {
  private static final int UNSEEN = -1;
  private static final int ACROSS = -2;

  private final int[] home;
  private final int[] slot;
  private final int count;

  /** Of one body. */
  public Slots(MethodBody body) {
    home = new int[body.varCount()];
    Arrays.fill(home, UNSEEN);
    body.params().forEach(p -> home[p.index()] = ACROSS);
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        see(Operands.made(op), block.index());
        for (Value v : Operands.used(op)) {
          see(v, block.index());
        }
      }
      for (Block.Edge edge : block.next()) {
        if (edge.test().isPresent()) {
          see(edge.test().get().left(), block.index());
          see(edge.test().get().right(), block.index());
        }
      }
    }
    slot = new int[home.length];
    int next = 0;
    for (int i = 0; i < home.length; i++) {
      slot[i] = home[i] == ACROSS ? next++ : UNSEEN;
    }
    count = next;
  }

  private void see(Value value, int block) {
    if (value instanceof Var v && home[v.index()] != block) {
      home[v.index()] = home[v.index()] == UNSEEN ? block : ACROSS;
    }
  }

  /** How many variables live across blocks. */
  int count() {
    return count;
  }

  /** Index of the variable at a position in the state. */
  int variable(int position) {
    return IntStream.range(0, slot.length).filter(v -> slot[v] == position).findFirst().orElse(-1);
  }

  /** Position in the state; negative for variables of one block. */
  int of(Var v) {
    return slot[v.index()];
  }
}
