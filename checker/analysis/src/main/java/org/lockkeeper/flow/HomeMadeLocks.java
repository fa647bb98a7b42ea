package org.lockkeeper.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Value;

/** Locks that a program makes itself, in four ways. */
public final class HomeMadeLocks {
  private final Spins spins;
  private final FlagLocks flags;
  private final PermitLocks permits;
  private final NamedLocks named;

  /** Of classes of the program, with what is known of methods outside. */
  public HomeMadeLocks(Hierarchy hierarchy, Function<MethodRef, Meaning> meanings) {
    this.spins = new Spins(hierarchy, meanings);
    this.flags = new FlagLocks(hierarchy, meanings);
    this.permits = new PermitLocks(hierarchy, flags);
    this.named = new NamedLocks(hierarchy, meanings, spins);
  }

  /** Atomic variables that threads spin for. */
  public Spins spins() {
    return spins;
  }

  /** How a write takes a lock, when its method has waited for it in a condition queue. */
  public Optional<Mode> takes(Op.Write write, MethodFlow flow) {
    return flags.takes(write, flow) ? Optional.of(Mode.EXCLUSIVE) : permits.takes(write, flow);
  }

  /** Whether a write gives such a lock back. */
  public boolean gives(Op.Write write, MethodFlow flow) {
    return flags.gives(write) || permits.gives(write, flow);
  }

  /** What nothing but the names of methods explains. */
  public NamedLocks named() {
    return named;
  }

  /** Whether a place is what a class locks that the program made a lock of. */
  public boolean made(Place lock) {
    return NamedLocks.is(lock)
        || lock.field().filter(f -> spins.isLock(f) || flags.isLock(f)).isPresent();
  }

  /**
   * Whether who waits for a lock gives another one back meanwhile: the monitor, or the lock of the
   * condition, that guards the flag.
   */
  public boolean frees(Place lock, Place other, Knowledge knowledge) {
    if (lock.path().isEmpty() || lock.field().filter(flags::isLock).isEmpty()) {
      return false;
    }
    Place owner = lock.parent();
    boolean beside = !other.path().isEmpty() && other.parent().equals(owner);
    return other.equals(owner) || beside && knowledge.works(other.type(), Fact.Shape.LOCK);
  }

  /** Whether a variable is what one of the operations read from a field. */
  static boolean reads(Stream<Op> ops, Value variable, FieldRef field) {
    return ops.anyMatch(
        op -> op instanceof Op.Read r && r.to().equals(variable) && r.slot().field().equals(field));
  }

  /** Whether any method of a field's class does something to the field, each asked once. */
  static final class OfClass {
    private final Hierarchy hierarchy;
    private final BiPredicate<MethodInfo, FieldRef> does;
    private final Map<FieldRef, Boolean> known = new HashMap<>();

    OfClass(Hierarchy hierarchy, BiPredicate<MethodInfo, FieldRef> does) {
      this.hierarchy = hierarchy;
      this.does = does;
    }

    boolean any(FieldRef field) {
      return known.computeIfAbsent(
          field,
          f ->
              hierarchy.find(f.owner()).stream()
                  .flatMap(c -> c.methods().stream())
                  .anyMatch(m -> m.hasBody() && does.test(m, f)));
    }
  }
}
