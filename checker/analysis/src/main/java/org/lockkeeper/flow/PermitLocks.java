package org.lockkeeper.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Semaphores that a program makes itself of a number and a condition queue: who waits until the
 * number is positive, and counts down, has a permit, and gives it back by counting up (JCIP 14.2).
 * The first value is how many there are.
 */
final class PermitLocks {
  private final Hierarchy hierarchy;
  private final FlagLocks flags;
  private final Map<FieldRef, Optional<Mode>> known = new HashMap<>();

  PermitLocks(Hierarchy hierarchy, FlagLocks flags) {
    this.hierarchy = hierarchy;
    this.flags = flags;
  }

  /** How a write takes a permit, when its method has waited for one. */
  Optional<Mode> takes(Op.Write write, MethodFlow flow) {
    FieldRef field = write.slot().field();
    boolean took =
        counts(write, "-", flow.body())
            && (waits(field, flow.method())
                || FlagLocks.tries(write, flow, (test, block) -> none(test, field, block)));
    return took ? mode(field) : Optional.empty();
  }

  /** Whether a write gives a permit back. */
  boolean gives(Op.Write write, MethodFlow flow) {
    return counts(write, "+", flow.body()) && mode(write.slot().field()).isPresent();
  }

  /**
   * Exclusive when one permit is all there is, a permit when who makes the object says how many.
   */
  private Optional<Mode> mode(FieldRef field) {
    Optional<Mode> mode = known.get(field);
    if (mode == null) {
      mode = find(field);
      known.put(field, mode);
    }
    return mode;
  }

  private Optional<Mode> find(FieldRef field) {
    Set<Object> first = new HashSet<>();
    boolean taken = false;
    for (MethodInfo m : hierarchy.find(field.owner()).map(c -> c.methods()).orElse(List.of())) {
      MethodBody body = m.body().orElse(null);
      for (Op.Write w : body == null ? List.<Op.Write>of() : writes(body, field)) {
        if (m.ref().isConstructor()) {
          first.add(w.value() instanceof Const k ? k.value() : "given");
        } else if (!counts(w, "-", body) && !counts(w, "+", body)) {
          return Optional.empty();
        } else {
          taken |= counts(w, "-", body) && waits(field, m);
        }
      }
    }
    if (!taken) {
      return Optional.empty();
    }
    return first.equals(Set.of(1))
        ? Optional.of(Mode.EXCLUSIVE)
        : Optional.of(Mode.PERMIT).filter(p -> first.equals(Set.of("given")));
  }

  private boolean waits(FieldRef field, MethodInfo method) {
    return FlagLocks.passesNothing(method.ref())
        && flags.waits(method.body().orElseThrow(), (test, block) -> none(test, field, block));
  }

  private static List<Op.Write> writes(MethodBody body, FieldRef field) {
    return ops(body)
        .filter(op -> op instanceof Op.Write w && w.slot().field().equals(field))
        .map(Op.Write.class::cast)
        .toList();
  }

  private static Stream<Op> ops(MethodBody body) {
    return body.blocks().stream().flatMap(b -> b.ops().stream());
  }

  /** {@code permits--}, {@code permits = permits + 1}. */
  private static boolean counts(Op.Write write, String operator, MethodBody body) {
    FieldRef field = write.slot().field();
    return field.type().equals("int")
        && ops(body)
            .anyMatch(
                op ->
                    op instanceof Op.Copy c
                        && c.to().equals(write.value())
                        && c.operator().equals(operator)
                        && c.from().size() == 2
                        && one(c.from().get(1))
                        && HomeMadeLocks.reads(ops(body), c.from().get(0), field));
  }

  private static boolean one(Value value) {
    return value instanceof Const k && Integer.valueOf(1).equals(k.value());
  }

  /** Whether a test shows that there is no permit. */
  private static boolean none(Op.Test test, FieldRef field, Block block) {
    boolean zero = test.right() instanceof Const k && Integer.valueOf(0).equals(k.value());
    boolean equal = test.relation() == Relation.EQ || test.relation() == Relation.LE;
    return HomeMadeLocks.reads(block.ops().stream(), test.left(), field)
        && (zero && equal || one(test.right()) && test.relation() == Relation.LT);
  }
}
