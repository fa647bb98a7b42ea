package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.lockkeeper.ir.Block;
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
      int[] targets = targets(body.blocks().get(top[0]));
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

  /** Normal, then exceptional successors. */
  public static int[] targets(Block block) {
    int[] all = new int[block.next().size() + block.handlers().size()];
    int n = 0;
    for (Block.Edge edge : block.next()) {
      all[n++] = edge.target();
    }
    for (Block.Handler handler : block.handlers()) {
      all[n++] = handler.target();
    }
    return all;
  }

  /** Whether a way of the flow leads from a block to one of several, past some others. */
  public static boolean leads(MethodBody body, int from, BitSet to, BitSet without) {
    BitSet seen = (BitSet) without.clone();
    Deque<Integer> work = new ArrayDeque<>(List.of(from));
    while (!work.isEmpty()) {
      int at = work.poll();
      if (!seen.get(at)) {
        if (to.get(at)) {
          return true;
        }
        seen.set(at);
        body.blocks().get(at).next().forEach(e -> work.add(e.target()));
      }
    }
    return false;
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
