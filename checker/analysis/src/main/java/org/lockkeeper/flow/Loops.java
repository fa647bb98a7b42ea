package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/** The natural loops of a method (Aho, Lam, Sethi and Ullman 2006, 9.6). */
public final class Loops {
  private final MethodFlow flow;
  private final MethodBody body;
  private final List<Loop> all = new ArrayList<>();

  /**
   * One loop; back edges to the same head are one loop.
   *
   * @param head index of the block where each round begins
   * @param blocks all blocks of the loop, those of inner loops included
   * @param site the loop statement where known, else its first operation
   */
  public record Loop(int head, BitSet blocks, Site site) {}

  /** Of one solved method. */
  public Loops(MethodFlow flow) {
    this.flow = flow;
    this.body = flow.body();
    int count = body.blocks().size();
    for (int head = 0; head < count; head++) {
      if (flow.loopHead(head) && flow.reached(head)) {
        BitSet blocks = natural(head);
        if (!blocks.isEmpty()) {
          all.add(new Loop(head, blocks, site(head, blocks)));
        }
      }
    }
  }

  /** In the order of their heads. */
  public List<Loop> all() {
    return all;
  }

  /** Hands over every test on a way out of a loop, with what holds there. */
  public static void exits(MethodFlow flow, Loop loop, BiConsumer<Op.Test, Point> test) {
    flow.ends(
        (block, point) -> {
          for (Block.Edge edge : block.next()) {
            boolean leaves = loop.blocks().get(block.index()) && !loop.blocks().get(edge.target());
            edge.test().filter(t -> leaves).ifPresent(t -> test.accept(t, point));
          }
        });
  }

  /** Variables that operations of a loop set. */
  public static Set<Integer> changed(MethodFlow flow, Loop loop) {
    Set<Integer> vars = new HashSet<>();
    for (int b = loop.blocks().nextSetBit(0); b >= 0; b = loop.blocks().nextSetBit(b + 1)) {
      for (Op op : flow.body().blocks().get(b).ops()) {
        if (op instanceof Op.Copy c) {
          vars.add(c.to().index());
        } else if (op instanceof Op.Read r) {
          vars.add(r.to().index());
        } else if (op instanceof Op.Call c && c.to().isPresent()) {
          vars.add(c.to().get().index());
        }
      }
    }
    return vars;
  }

  private BitSet natural(int head) {
    BitSet from = reach(head);
    BitSet blocks = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    for (Block b : body.blocks()) {
      if (from.get(b.index()) && flow.reached(b.index()) && leads(b, head)) {
        work.add(b.index());
      }
    }
    if (work.isEmpty()) {
      return blocks;
    }
    blocks.set(head);
    while (!work.isEmpty()) {
      int at = work.poll();
      if (!blocks.get(at)) {
        blocks.set(at);
        for (Block p : body.blocks()) {
          if (from.get(p.index()) && flow.reached(p.index()) && leads(p, at)) {
            work.add(p.index());
          }
        }
      }
    }
    return blocks;
  }

  private BitSet reach(int head) {
    return Ways.from(body, new int[] {head}, at -> dominated(at, head), Ways::all);
  }

  /** Blocks before the head in the order of the flow cannot be inside its loop. */
  private boolean dominated(int block, int head) {
    return flow.order(block) >= flow.order(head);
  }

  private static boolean leads(Block b, int to) {
    for (int t : Ways.all(b)) {
      if (t == to) {
        return true;
      }
    }
    return false;
  }

  private Site site(int head, BitSet blocks) {
    Optional<Site> statement = body.blocks().get(head).loop();
    if (statement.isPresent()) {
      return statement.get();
    }
    Site best = null;
    for (int b = blocks.nextSetBit(0); b >= 0; b = blocks.nextSetBit(b + 1)) {
      for (Op op : body.blocks().get(b).ops()) {
        Site site = op.site();
        if (best == null || site.line() > 0 && site.line() < best.line()) {
          best = site;
        }
      }
      for (Block.Edge e : body.blocks().get(b).next()) {
        Optional<Site> test = e.test().map(Op.Test::site);
        if (test.isPresent() && (best == null || test.get().line() < best.line())) {
          best = test.get();
        }
      }
    }
    return best == null ? flow.method().site() : best;
  }

  /** Whether a round of the outer loop can go through the inner one without those blocks. */
  public static boolean unbroken(MethodBody body, Loop outer, Loop inner, BitSet without) {
    return leads(body, inner.head(), outer.head(), outer, without)
        && leads(body, outer.head(), inner.head(), outer, without);
  }

  private static boolean leads(MethodBody body, int from, int to, Loop within, BitSet without) {
    return Ways.from(
            body,
            Ways.all(body.blocks().get(from)),
            at -> at == to || within.blocks().get(at) && !without.get(at),
            Ways::all)
        .get(to);
  }

  /** Whether a round of the loop is possible that avoids every block in {@code without}. */
  public static boolean cycles(MethodBody body, Loop loop, BitSet without, BitSet mayThrow) {
    Function<Block, int[]> next =
        block ->
            !without.get(block.index())
                ? Ways.all(block)
                : mayThrow.get(block.index()) ? Ways.handlers(block) : new int[0];
    return Ways.from(
            body, next.apply(body.blocks().get(loop.head())), at -> loop.blocks().get(at), next)
        .get(loop.head());
  }

  /** Whether every way through the method passes a yield point. */
  public static boolean always(MethodFlow flow, BitSet yields) {
    BitSet unyielding =
        Ways.from(flow.body(), new int[] {0}, at -> !yields.get(at) && flow.reached(at), Ways::all);
    return unyielding.stream().noneMatch(at -> Ways.returns(flow.body().blocks().get(at)));
  }
}
