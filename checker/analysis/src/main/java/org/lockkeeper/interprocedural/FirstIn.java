package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * A critical section that tests a state and leaves it for good lets one thread through, as a
 * compare-and-set does: {@code synchronized (this) { if (closed) return; closed = true; }}.
 */
final class FirstIn {
  private final Flows flows;
  private final FieldUses uses;

  /**
   * A state that is left.
   *
   * @param test number of the read that the test is about
   * @param on where the state is kept
   * @param through which operations only run in the thread that left it
   */
  record Left(int test, Place on, IntPredicate through) {}

  FirstIn(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** All that a method leaves. */
  List<Left> of(MethodFlow flow) {
    List<Left> found = new ArrayList<>();
    List<Access> all = flows.accesses(flow.method().ref());
    for (Access leaves : all) {
      if (here(leaves, Kind.WRITE)) {
        for (Access test : all) {
          if (here(test, Kind.READ) && together(test, leaves)) {
            left(test, leaves, flow, found);
          }
        }
      }
    }
    return found;
  }

  private static boolean here(Access a, Kind kind) {
    return a.kind() == kind && a.via().isEmpty() && !a.held().isEmpty();
  }

  /** One critical section of a lock that is no object of the caller alone. */
  private static boolean together(Access test, Access leaves) {
    if (!test.target().equals(leaves.target())) {
      return false;
    }
    for (HeldLocks.Held h : leaves.held().all()) {
      Optional<HeldLocks.Held> before = test.held().find(h.lock().place());
      if (excludes(h.lock()) && before.filter(b -> b.section() == h.section()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean excludes(Lock lock) {
    return lock.exclusive() && !(lock.place().root() instanceof Place.Root.Fresh);
  }

  private void left(Access test, Access leaves, MethodFlow flow, List<Left> found) {
    Optional<FieldRef> field = leaves.target().field();
    for (Decisions.Decision d : new Decisions(flow, test.op()).all()) {
      boolean asked = d.left() instanceof Sym.At at && at.origin() == test.op();
      if (asked
          && d.region().get(flow.blockOf(leaves.op()))
          && field.filter(f -> forGood(f, d)).isPresent()) {
        int last = flow.blockOf(leaves.op());
        BitSet before = around(d, last, flow);
        found.add(
            new Left(
                test.op(),
                leaves.target(),
                op ->
                    d.region().get(flow.blockOf(op))
                        && !before.get(flow.blockOf(op))
                        && (flow.blockOf(op) != last || op > leaves.op())));
      }
    }
  }

  /** Blocks that can be reached on the decision's edge before the state is left. */
  private static BitSet around(Decisions.Decision d, int leaving, MethodFlow flow) {
    int[] taken =
        Arrays.stream(Ways.normal(flow.body().blocks().get(d.block())))
            .filter(d.region()::get)
            .toArray();
    return Ways.from(flow.body(), taken, at -> at != leaving, Ways::normal);
  }

  /** Whoever else writes does not bring back what the test found. */
  private boolean forGood(FieldRef field, Decisions.Decision d) {
    boolean equal = d.test().relation() == Op.Relation.EQ;
    if (uses.open(field) || !(d.right() instanceof Sym.Lit)) {
      return false;
    }
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean writes = a.changes() && !a.owned();
      if (writes && (a.kind() != Kind.WRITE || !(equal ? differs(a, d) : same(a, d)))) {
        return false;
      }
    }
    return equal || d.test().relation() == Op.Relation.NE;
  }

  private static boolean same(Access write, Decisions.Decision d) {
    return CheckThenActs.sameValue(write.value(), d.right());
  }

  /** Every value that may be written is another one. */
  private static boolean differs(Access write, Decisions.Decision d) {
    if (write.value() == null) {
      return false;
    }
    return write.value().options().stream().allMatch(o -> made(o) || other(o, d));
  }

  private static boolean made(Sym value) {
    return value instanceof Sym.At at && at.place().root() instanceof Place.Root.Fresh;
  }

  private static boolean other(Sym value, Decisions.Decision d) {
    return value instanceof Sym.Lit && !CheckThenActs.sameValue(value, d.right());
  }
}
