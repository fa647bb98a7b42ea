package org.lockkeeper.flow;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Locks that a program makes of a field and a condition queue: who waits until the field says that
 * nobody has the lock, and then makes it say so, has it, and gives it back by clearing the field
 * (JCIP 14.2).
 */
final class FlagLocks {
  private final Function<MethodRef, Meaning> meanings;
  private final HomeMadeLocks.OfClass locks;
  private final HomeMadeLocks.OfClass signals;

  FlagLocks(Hierarchy hierarchy, Function<MethodRef, Meaning> meanings) {
    this.meanings = meanings;
    this.locks = new HomeMadeLocks.OfClass(hierarchy, this::takes);
    this.signals =
        new HomeMadeLocks.OfClass(
            hierarchy,
            (m, field) -> waits(m.body().orElseThrow(), (t, b) -> says(t, field, false, b)));
  }

  /** Whether a write sets a flag that its method has waited to be clear. */
  boolean takes(Op.Write write, MethodFlow flow) {
    FieldRef field = write.slot().field();
    return says(field, write.value())
        && passesNothing(flow.method().ref())
        && !signals.any(field)
        && (waits(flow.body(), (t, b) -> says(t, field, true, b))
            || isLock(field) && tries(write, flow, (t, b) -> says(t, field, true, b)));
  }

  /** {@code if (busy) return false; busy = true; return true}, where another method waits. */
  static boolean tries(Op.Write write, MethodFlow flow, BiPredicate<Op.Test, Block> busy) {
    MethodBody body = flow.body();
    for (Block block : body.blocks()) {
      boolean answers = flow.method().ref().returns().equals("boolean");
      for (Block.Edge edge : answers ? block.next() : List.<Block.Edge>of()) {
        if (edge.test().filter(t -> busy.test(t, block)).isPresent()
            && !writes(write, body, edge.target())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean writes(Op.Write write, MethodBody body, int from) {
    return body.blocks().stream()
        .filter(b -> b.ops().contains(write))
        .anyMatch(b -> b.index() == from || MethodFlow.reaches(body, from, b.index()));
  }

  /** A method that takes or returns something is a buffer's, not a lock's. */
  static boolean passesNothing(MethodRef method) {
    return Set.of("void", "boolean").contains(method.returns())
        && NamedLocks.NUMBERS.containsAll(method.params());
  }

  /** Whether a write clears a flag that others of its class wait for. */
  boolean gives(Op.Write write) {
    FieldRef field = write.slot().field();
    return clears(field, write.value()) && isLock(field);
  }

  /** {@code true}, or the thread that has it. */
  private static boolean says(FieldRef field, Value value) {
    return field.type().equals("boolean")
        ? value instanceof Const k && Boolean.TRUE.equals(k.value())
        : field.type().equals("java.lang.Thread") && !(value instanceof Const);
  }

  private static boolean clears(FieldRef field, Value value) {
    Object clear = field.type().equals("boolean") ? Boolean.FALSE : null;
    boolean flag = clear != null || field.type().equals("java.lang.Thread");
    return flag && value instanceof Const k && Objects.equals(k.value(), clear);
  }

  /** Where somebody waits for it to be set, it tells of something that is there to be taken. */
  boolean isLock(FieldRef field) {
    return locks.any(field) && !signals.any(field);
  }

  private boolean takes(MethodInfo method, FieldRef field) {
    MethodBody body = method.body().orElseThrow();
    return passesNothing(method.ref())
        && sets(body, field)
        && waits(body, (t, b) -> says(t, field, true, b));
  }

  private static boolean sets(MethodBody body, FieldRef field) {
    return body.blocks().stream()
        .flatMap(b -> b.ops().stream())
        .anyMatch(
            op ->
                op instanceof Op.Write w
                    && w.slot().field().equals(field)
                    && says(field, w.value()));
  }

  /** Whether a loop waits as long as a test says so. */
  boolean waits(MethodBody body, BiPredicate<Op.Test, Block> busy) {
    for (Block waiting : body.blocks()) {
      if (waiting.ops().stream().anyMatch(this::isWait)) {
        for (Block test : body.blocks()) {
          if (test.next().stream().anyMatch(e -> leads(e, busy, test, waiting, body))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isWait(Op op) {
    return op instanceof Op.Call call && !meanings.apply(call.method()).waits().isEmpty();
  }

  /** An edge that is taken while the lock is busy, to a wait that comes back to its test. */
  private static boolean leads(
      Block.Edge edge,
      BiPredicate<Op.Test, Block> busy,
      Block test,
      Block waiting,
      MethodBody body) {
    return edge.test().filter(t -> busy.test(t, test)).isPresent()
        && (edge.target() == waiting.index()
            || MethodFlow.reaches(body, edge.target(), waiting.index()))
        && MethodFlow.reaches(body, waiting.index(), test.index());
  }

  private static boolean says(Op.Test test, FieldRef field, boolean set, Block block) {
    boolean equal = test.relation() == Op.Relation.EQ;
    boolean known = equal || test.relation() == Op.Relation.NE;
    boolean read = known && HomeMadeLocks.reads(block.ops().stream(), test.left(), field);
    Object value = test.right() instanceof Const k ? k.value() : "";
    boolean taken = Boolean.TRUE.equals(value);
    boolean clear = value == null || Boolean.FALSE.equals(value);
    return read && (taken && equal == set || clear && equal != set);
  }
}
