package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;

/** Where the ways of the flow through a body lead. */
public final class Ways {
  private Ways() {}

  /** Normal successors. */
  public static int[] normal(Block block) {
    return targets(block, true, false);
  }

  /** Exceptional successors. */
  public static int[] handlers(Block block) {
    return targets(block, false, true);
  }

  /** Normal, then exceptional successors. */
  public static int[] all(Block block) {
    return targets(block, true, true);
  }

  /** The same without normal ones whose test is shut. */
  public static int[] all(Block block, Predicate<Op.Test> open) {
    IntStream normal =
        block.next().stream()
            .filter(e -> e.test().filter(open.negate()).isEmpty())
            .mapToInt(Block.Edge::target);
    return IntStream.concat(normal, Arrays.stream(handlers(block))).toArray();
  }

  private static int[] targets(Block block, boolean normal, boolean thrown) {
    int size = (normal ? block.next().size() : 0) + (thrown ? block.handlers().size() : 0);
    int[] all = new int[size];
    int n = 0;
    for (Block.Edge edge : normal ? block.next() : List.<Block.Edge>of()) {
      all[n++] = edge.target();
    }
    for (Block.Handler handler : thrown ? block.handlers() : List.<Block.Handler>of()) {
      all[n++] = handler.target();
    }
    return all;
  }

  /**
   * Blocks that ways lead to.
   *
   * @param starts the first ones
   * @param enters which blocks a way may enter at all
   * @param next where it may lead from one
   */
  public static BitSet from(
      MethodBody body, int[] starts, IntPredicate enters, Function<Block, int[]> next) {
    BitSet entered = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    for (int start : starts) {
      work.add(start);
    }
    while (!work.isEmpty()) {
      int at = work.poll();
      if (!entered.get(at) && enters.test(at)) {
        entered.set(at);
        for (int target : next.apply(body.blocks().get(at))) {
          work.add(target);
        }
      }
    }
    return entered;
  }

  /** Whether a normal way leads from a block to one of several, past some others. */
  public static boolean leads(MethodBody body, int from, BitSet to, BitSet without) {
    return from(body, new int[] {from}, at -> !without.get(at), Ways::normal).intersects(to);
  }

  /** Whether a block leaves the method, but not by an exception. */
  public static boolean returns(Block block) {
    Op last = block.ops().isEmpty() ? null : block.ops().get(block.ops().size() - 1);
    return last instanceof Op.Return r && !r.thrown();
  }
}
