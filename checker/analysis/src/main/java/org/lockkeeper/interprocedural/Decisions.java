package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Transfer;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Which tests on the result of one operation decide whether others run: control dependence
 * (Ferrante, Ottenstein and Warren 1987), read off reachability between two evaluations of the
 * operation.
 */
public final class Decisions {
  private final MethodFlow flow;
  private final int source;
  private final List<Decision> all = new ArrayList<>();

  /**
   * One edge out of a branch that tests the result.
   *
   * @param test what holds on the edge
   * @param block the branching block
   * @param region blocks that run only if this edge is taken, until the operation runs again
   */
  public record Decision(Op.Test test, Sym left, Sym right, int block, BitSet region) {}

  /** Of the operation with this number. */
  public Decisions(MethodFlow flow, int source) {
    this.flow = flow;
    this.source = source;
    flow.branches(source).forEach(this::branch);
  }

  private Decisions(MethodFlow flow) {
    this.flow = flow;
    this.source = -1;
  }

  /** Of variables that were set on the ways of the decisions of another. */
  Decisions(MethodFlow flow, Decisions of, Set<Value> flags) {
    this.flow = flow;
    this.source = of.source;
    for (Block block : flow.body().blocks()) {
      for (Block.Edge edge : block.next()) {
        if (edge.test().filter(t -> flags.contains(t.left())).isPresent()) {
          branch(new MethodFlow.Branch(block.index(), null, null));
          break;
        }
      }
    }
  }

  /** Every edge that tests anything. */
  static List<Decision> ofAll(MethodFlow flow) {
    Decisions all = new Decisions(flow);
    flow.branches().forEach(all::branch);
    return all.all;
  }

  /** Every edge that tests the result. */
  public List<Decision> all() {
    return all;
  }

  /** The decision under which an operation runs, if its running is decided at all. */
  public Optional<Decision> over(int op) {
    int block = flow.blockOf(op);
    for (Decision d : all) {
      if (d.region().get(block)) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }

  /**
   * The decision under which an operation is sure to run while the other outcome may avoid it:
   * {@code if (found != null && found.fresh()) return found; put(...)}. Comparisons of sizes decide
   * too much to count. Its region is the operation's block alone.
   */
  Optional<Decision> forcing(int op) {
    int block = flow.blockOf(op);
    for (Decision d : all) {
      boolean order =
          d.test().relation() != Op.Relation.EQ && d.test().relation() != Op.Relation.NE;
      boolean forced = false;
      boolean avoided = false;
      for (Block.Edge edge : flow.body().blocks().get(d.block()).next()) {
        boolean here = edge.test().filter(d.test()::equals).isPresent();
        boolean around = avoids(edge.target(), block);
        boolean there = edge.target() == block || flow.reaches(edge.target(), block);
        forced |= here && there && !around;
        avoided |= !here && around;
      }
      if (forced && avoided && !order) {
        BitSet region = new BitSet();
        region.set(block);
        return Optional.of(new Decision(d.test(), d.left(), d.right(), d.block(), region));
      }
    }
    return Optional.empty();
  }

  /**
   * The decision that a call takes by itself, whether it runs the function that acts: {@code
   * Optional.ofNullable(map.get(key)).orElseGet(…)}.
   */
  Optional<Decision> within(Access act) {
    Sym[] args = flow.op(act.op()) instanceof Op.Call ? flow.args(act.op()) : new Sym[0];
    boolean asked = args.length > 0 && flow.dependsOn(args[0], source);
    Value.Var answer = asked ? Operands.made(flow.op(source)) : null;
    if (answer == null) {
      return Optional.empty();
    }
    Op.Call call = (Op.Call) flow.op(act.op());
    for (Fact.Runs runs : flow.meaning(call.method()).runs()) {
      boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
      Sym function = Outcomes.argument(runs.what().position(), args, receiver);
      if (runs.when() != When.ALWAYS && runs(function, act.via().get(0).callee())) {
        Op.Relation relation = runs.when() == When.IF_NULL ? Op.Relation.EQ : Op.Relation.NE;
        Op.Test test = new Op.Test(answer, relation, Const.NULL, call.site());
        int block = flow.blockOf(act.op());
        BitSet region = new BitSet();
        region.set(block);
        Sym found = Transfer.unknown(source, answer);
        return Optional.of(new Decision(test, found, new Sym.Lit(null), block, region));
      }
    }
    return Optional.empty();
  }

  private boolean runs(Sym function, MethodRef body) {
    return function instanceof Sym.At at
        && flow.function(at.place().root()).filter(f -> f.target().equals(body)).isPresent();
  }

  /** Whether a normal way leads out, or back to the source, without the block. */
  private boolean avoids(int from, int block) {
    List<Block> blocks = flow.body().blocks();
    int home = flow.blockOf(source);
    return Ways.from(flow.body(), new int[] {from}, at -> at != block, Ways::normal).stream()
        .anyMatch(at -> at == home || Ways.returns(blocks.get(at)));
  }

  /** Whether any test looks at the result of an operation. */
  public static boolean tested(MethodFlow flow, int op) {
    return !flow.branches(op).isEmpty();
  }

  /** {@code assert} of the result of an operation. */
  public static boolean asserted(MethodFlow flow, int op) {
    List<Block> blocks = flow.body().blocks();
    return flow.branches(op).stream()
        .flatMap(b -> blocks.get(b.block()).next().stream())
        .anyMatch(e -> fails(blocks.get(e.target())));
  }

  private void branch(MethodFlow.Branch branch) {
    Block block = flow.body().blocks().get(branch.block());
    if (block.next().stream().anyMatch(e -> fails(flow.body().blocks().get(e.target())))) {
      return;
    }
    List<BitSet> reach = new ArrayList<>();
    for (Block.Edge edge : block.next()) {
      reach.add(reach(edge.target()));
    }
    for (int i = 0; i < reach.size(); i++) {
      Optional<Op.Test> test = block.next().get(i).test();
      if (test.isEmpty()) {
        continue;
      }
      BitSet only = (BitSet) reach.get(i).clone();
      for (int j = 0; j < reach.size(); j++) {
        if (j != i) {
          only.andNot(reach.get(j));
        }
      }
      Sym right =
          test.get().right() instanceof Const c && !(c.value() instanceof Value.ClassLiteral)
              ? new Sym.Lit(c.value())
              : branch.right();
      all.add(new Decision(test.get(), branch.left(), right, branch.block(), only));
    }
  }

  /** Where an assertion that does not hold ends: it decides nothing in code that works. */
  private static boolean fails(Block block) {
    return block.ops().size() == 1
        && block.ops().get(0) instanceof Op.Return r
        && r.thrown()
        && r.value().filter(Const.NULL::equals).isPresent();
  }

  private BitSet reach(int from) {
    int home = flow.blockOf(source);
    return Ways.from(
        flow.body(), new int[] {from}, at -> at != home && flow.reached(at), Ways::all);
  }
}
