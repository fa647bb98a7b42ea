package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Methods that take a lock of their object for one part of what they do, and so expect to run in
 * several threads: what they count outside of it is counted by all of these. A lock that others
 * take, whom they call, tells nothing of who calls them.
 */
final class LockingMethods {
  private final Flows flows;
  private final FieldUses uses;
  private final Tasks tasks;

  LockingMethods(Flows flows, FieldUses uses, Tasks tasks) {
    this.flows = flows;
    this.uses = uses;
    this.tasks = tasks;
  }

  /** Why a step of a number, {@code n = n + d}, happens in several threads. */
  Optional<String> reason(Access act, MethodFlow flow) {
    for (Access a : open(act, flow) ? flows.accesses(flow.method().ref()) : List.<Access>of()) {
      boolean elsewhere = a.kind() == Access.Kind.REFUSE || !a.via().isEmpty();
      for (HeldLocks.Held h : elsewhere ? List.<HeldLocks.Held>of() : a.held().all()) {
        boolean own = own(h.lock().place());
        if (own && !Confinement.is(h.lock()) && !given(h.lock().place())) {
          String line = " (line " + h.site().line() + ")";
          String name = flow.method().ref().name();
          String who = name.startsWith("lambda$") ? "the task" : "`" + name + "`";
          return Optional.of(
              who + " takes `" + h.lock() + "`" + line + ", as if many threads ran it");
        }
      }
    }
    return Optional.empty();
  }

  /**
   * {@code synchronized (in)} for a stream that others have, too: one thread may own the object.
   */
  private boolean given(Place lock) {
    FieldRef field = lock.root() instanceof Root.This ? lock.field().orElse(null) : null;
    if (field == null
        || field.type().equals("java.lang.Object")
        || uses.ofType(field.type()).contains(Trait.LOCK)) {
      return false;
    }
    List<FieldUses.Use> writes =
        uses.of(field).stream().filter(u -> u.access().kind() == Access.Kind.WRITE).toList();
    return !writes.isEmpty() && writes.stream().allMatch(LockingMethods::given);
  }

  private static boolean given(FieldUses.Use write) {
    Sym value = write.access().value();
    return value instanceof Sym.Lit || Sym.parameter(value) >= 0;
  }

  /** The object itself, or what it has; the one around it has other things to guard. */
  private static boolean own(Place lock) {
    boolean outer = !lock.path().isEmpty() && lock.path().get(0).outer();
    return !outer
        && (AfterStart.own(lock) || lock.root() instanceof Root.This && lock.path().isEmpty());
  }

  /** Anybody may call the method, and no task of one thread is known to be who does. */
  private boolean open(Access act, MethodFlow flow) {
    boolean task =
        flow.method().ref().name().equals("run") && flow.method().ref().params().isEmpty();
    return TaskRivals.steps(act)
        && act.via().isEmpty()
        && act.held().isEmpty()
        && AfterStart.own(act.target())
        && !flow.method().has(Modifier.PRIVATE)
        && !task
        && !tasks.runs(flow.method().ref());
  }
}
