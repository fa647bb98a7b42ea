package org.lockkeeper.sharing;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Locks that each task has for itself, such as {@code synchronized (this)} in {@code run()}: they
 * keep nobody out of an object that all tasks were given.
 *
 * @param inputs what tasks are given as they are made
 */
record TasksOwnLocks(FieldUses uses, ConstructorInputs inputs) {

  /** Whether what the task was given, or has around it, is changed under no other lock. */
  boolean only(Access write) {
    Place target = write.target();
    boolean given =
        target.root() instanceof Root.This
            && target.path().size() > 1
            && target.path().get(0) instanceof Step.Field f
            && (f.outer() || inputs.has(f.ref()));
    return given
        && !write.held().isEmpty()
        && write.held().all().stream().map(HeldLocks.Held::lock).allMatch(l -> own(l.place()));
  }

  private boolean own(Place lock) {
    boolean itself = lock.root() instanceof Root.This && lock.path().isEmpty();
    boolean field = lock.root() instanceof Root.This && lock.path().size() == 1;
    return itself || field && lock.field().filter(this::made).isPresent();
  }

  /** Made by the object that has it. */
  private boolean made(FieldRef field) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean fresh =
          a.target().root() instanceof Root.This
              && a.value() != null
              && a.value().where().filter(p -> p.root() instanceof Root.Fresh).isPresent();
      if (a.kind() == Access.Kind.WRITE && !fresh) {
        return false;
      }
    }
    return true;
  }
}
