package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.lockkeeper.ir.MethodBody;

/** The order in which a flow passes through blocks, and where it comes back. */
public final class BlockOrder {
  private final int[] order;
  private final BitSet loopHead;

  BlockOrder(MethodBody body) {
    order = new int[body.blocks().size()];
    loopHead = new BitSet();
    int[] colour = new int[order.length];
    Deque<int[]> stack = new ArrayDeque<>();
    Arrays.fill(order, Integer.MAX_VALUE);
    int next = order.length;
    stack.push(new int[] {0, 0});
    colour[0] = 1;
    while (!stack.isEmpty()) {
      int[] top = stack.peek();
      int[] targets = Ways.all(body.blocks().get(top[0]));
      if (top[1] < targets.length) {
        int target = targets[top[1]++];
        if (colour[target] == 0) {
          colour[target] = 1;
          stack.push(new int[] {target, 0});
        } else if (colour[target] == 1) {
          loopHead.set(target);
        }
      } else {
        colour[top[0]] = 2;
        order[top[0]] = --next;
        stack.pop();
      }
    }
  }

  /** Position of a block: predecessors first, back edges aside. */
  int of(int block) {
    return order[block];
  }

  /** Whether a block is the head of a loop. */
  boolean loopHead(int block) {
    return loopHead.get(block);
  }
}
