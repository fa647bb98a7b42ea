package org.lockkeeper.bytecode;

import java.util.Arrays;
import java.util.BitSet;
import org.lockkeeper.bytecode.Flow.Catch;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds which uses of a nameless local slot belong together: a store and the loads it reaches are
 * one web (Chaitin 1982), so that a slot used twice for different things is two variables.
 */
final class Webs {
  /** Blocks times slots; a compiler's largest methods stay far below. */
  private static final long MOST = 40_000_000;

  private final Flow flow;
  private final int[] order;
  private final int slots;
  private final BitSet[] liveIn;
  private final int[][] in;
  private final int[] parent;
  private final int[] webOf;
  private int count;

  Webs(Flow flow, int[] order, int slots) {
    this.flow = flow;
    this.order = order;
    this.slots = slots;
    if ((long) flow.blocks() * slots > MOST) {
      throw new UnsupportedOperationException("too many blocks and variables");
    }
    liveIn = new BitSet[flow.blocks()];
    in = new int[flow.blocks()][];
    parent = new int[flow.code.length + 1];
    webOf = new int[flow.code.length];
    Arrays.fill(webOf, -1);
    computeLiveness();
    for (int block : order) {
      walk(block);
    }
  }

  /** The web of a load or store; -1 where the code reads what nothing wrote. */
  int web(int instruction) {
    return webOf[instruction] < 0 ? -1 : find(webOf[instruction]);
  }

  static boolean isStore(AbstractInsnNode at) {
    int op = at.getOpcode();
    return op >= Opcodes.ISTORE && op <= Opcodes.ASTORE;
  }

  private void computeLiveness() {
    for (int block : order) {
      liveIn[block] = new BitSet(slots);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = order.length - 1; i >= 0; i--) {
        BitSet live = before(order[i]);
        if (!live.equals(liveIn[order[i]])) {
          liveIn[order[i]] = live;
          changed = true;
        }
      }
    }
  }

  private BitSet before(int block) {
    BitSet live = new BitSet(slots);
    for (int to : flow.next.get(block)) {
      live.or(liveIn[to]);
    }
    for (int i = flow.starts[block + 1] - 1; i >= flow.starts[block]; i--) {
      if (flow.code[i] instanceof VarInsnNode access) {
        live.set(access.var, !isStore(access));
      } else if (flow.code[i] instanceof IincInsnNode access) {
        live.set(access.var);
      }
    }
    for (Catch each : flow.handlers.get(block)) {
      live.or(liveIn[each.target()]);
    }
    return live;
  }

  private void walk(int block) {
    int[] state = in[block] == null ? new int[slots] : in[block].clone();
    if (in[block] == null) {
      Arrays.fill(state, -1);
    }
    reach(block, state, true);
    for (int i = flow.starts[block]; i < flow.starts[block + 1]; i++) {
      if (flow.code[i] instanceof VarInsnNode access) {
        if (isStore(access)) {
          state[access.var] = fresh();
          reach(block, state, true);
        }
        webOf[i] = state[access.var];
      } else if (flow.code[i] instanceof IincInsnNode access) {
        webOf[i] = state[access.var];
      }
    }
    reach(block, state, false);
  }

  private void reach(int block, int[] state, boolean exceptional) {
    if (exceptional) {
      for (Catch each : flow.handlers.get(block)) {
        merge(state, each.target());
      }
    } else {
      for (int to : flow.next.get(block)) {
        merge(state, to);
      }
    }
  }

  private void merge(int[] state, int to) {
    if (in[to] == null) {
      in[to] = new int[slots];
      Arrays.fill(in[to], -1);
    }
    BitSet live = liveIn[to];
    for (int s = live.nextSetBit(0); s >= 0; s = live.nextSetBit(s + 1)) {
      if (in[to][s] < 0) {
        in[to][s] = state[s];
      } else if (state[s] >= 0) {
        parent[find(state[s])] = find(in[to][s]);
      }
    }
  }

  private int fresh() {
    parent[count] = count;
    return count++;
  }

  private int find(int web) {
    int root = web;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
