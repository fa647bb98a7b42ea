package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Locks that a program makes of an atomic variable: who spins until a compare-and-set succeeds has
 * the lock, and gives it back by setting the variable (Herlihy and Shavit, The Art of
 * Multiprocessor Programming, 7.2).
 */
public final class Spins {
  private final Function<MethodRef, Meaning> meanings;
  private final HomeMadeLocks.OfClass locks;

  Spins(Hierarchy hierarchy, Function<MethodRef, Meaning> meanings) {
    this.meanings = meanings;
    this.locks =
        new HomeMadeLocks.OfClass(hierarchy, (m, field) -> spins(m.body().orElseThrow(), field));
  }

  /** The variable that a reached call takes in the end. */
  public Optional<Place> taken(Op.Call call, int n, MethodFlow flow) {
    return wins(call, flow.blockOf(n), flow.body()).flatMap(w -> flow.args(n)[0].where());
  }

  /**
   * The answer with which a call ends the wait of the loop around it; empty where there is none.
   */
  Optional<When> wins(Op.Call call, int block, MethodBody body) {
    return call.to().isPresent() && call.dispatch() != Op.Dispatch.STATIC && atomic(call)
        ? swap(call.args()).filter(w -> rounds(call.to().get(), w, block, body))
        : Optional.empty();
  }

  /** Whether everybody wins a compare-and-set in the end. */
  public boolean retried(Op.Call call, int block, MethodBody body) {
    return call.to().isPresent()
        && call.method().returns().equals("boolean")
        && (rounds(call.to().get(), When.IF_TRUE, block, body)
            || wins(call, block, body).isPresent());
  }

  private boolean atomic(Op.Call call) {
    return call.method().returns().equals("boolean") && meanings.apply(call.method()).atomic();
  }

  /**
   * {@code compareAndSet(free, taken)} or {@code getAndSet(taken)}; updates expect what they read.
   */
  private static Optional<When> swap(List<Value> args) {
    boolean fixed = args.size() > 1 && args.get(1) instanceof Const;
    if (fixed && args.size() == 2 && Boolean.TRUE.equals(((Const) args.get(1)).value())) {
      return Optional.of(When.IF_FALSE);
    }
    return fixed && args.size() == 3 ? Optional.of(When.IF_TRUE) : Optional.empty();
  }

  /** Whether who loses tries again, whatever happens in between. */
  private static boolean rounds(Value.Var result, When wins, int block, MethodBody body) {
    List<Integer> lost = new ArrayList<>();
    for (Block.Edge e : body.blocks().get(block).next()) {
      Op.Test test = e.test().filter(t -> t.left().equals(result)).orElse(null);
      if (test == null || !(test.right() instanceof Const k)) {
        return false;
      }
      if (!Outcomes.shows(wins, test.relation(), k.value())) {
        lost.add(e.target());
      }
    }
    int[] starts = lost.stream().mapToInt(Integer::intValue).toArray();
    BitSet again =
        Ways.from(body, starts, at -> true, b -> b.index() == block ? new int[0] : Ways.normal(b));
    return again.get(block) && again.stream().noneMatch(at -> Ways.returns(body.blocks().get(at)));
  }

  /** The variable that a call sets to a fixed value: given back, if it is a lock. */
  public Optional<Place> set(Op.Call call, int n, Sym[] args, HeldLocks held, MethodFlow flow) {
    List<Value> values = call.args();
    boolean fixed =
        call.dispatch() != Op.Dispatch.STATIC
            && values.size() > 1
            && values.get(values.size() - 1) instanceof Const;
    boolean sets = fixed && changes(meanings.apply(call.method()));
    return sets && wins(call, flow.blockOf(n), flow.body()).isEmpty()
        ? args[0].where().filter(p -> lock(p, held, flow))
        : Optional.empty();
  }

  private static boolean changes(Meaning meaning) {
    return meaning.stores() || meaning.atomic();
  }

  private boolean lock(Place variable, HeldLocks held, MethodFlow flow) {
    boolean called =
        held.find(variable)
            .filter(h -> h.origin() >= 0 && flow.op(h.origin()) instanceof Op.Call)
            .isPresent();
    return called || variable.field().filter(this::isLock).isPresent();
  }

  /** Whether a method of the field's class spins on it. */
  boolean isLock(FieldRef field) {
    return locks.any(field);
  }

  private boolean spins(MethodBody body, FieldRef field) {
    return body.blocks().stream().anyMatch(b -> spins(b, body, field));
  }

  private boolean spins(Block block, MethodBody body, FieldRef field) {
    return block.ops().stream()
        .flatMap(op -> op instanceof Op.Call c ? Stream.of(c) : Stream.empty())
        .filter(c -> wins(c, block.index(), body).isPresent())
        .anyMatch(c -> HomeMadeLocks.reads(ops(body), c.args().get(0), field));
  }

  private static Stream<Op> ops(MethodBody body) {
    return body.blocks().stream().flatMap(b -> b.ops().stream());
  }
}
