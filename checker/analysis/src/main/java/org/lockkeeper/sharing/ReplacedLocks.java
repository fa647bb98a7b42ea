package org.lockkeeper.sharing;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/**
 * Locks that who holds them puts others in the place of (CERT LCK00-J): {@code synchronized (list)
 * { list = new ArrayList<>(list); }}. Who comes next locks another object and does not wait.
 *
 * @param uses who uses which field
 */
record ReplacedLocks(FieldUses uses) {

  /** Whether somebody sets the field that names the lock while he holds it. */
  boolean is(Lock lock) {
    Step last = lock.place().last().orElse(null);
    return last instanceof Step.Field f
        && !f.outer()
        && !Primitives.is(f.ref().type())
        && replaced(f.ref());
  }

  private boolean replaced(FieldRef field) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      Place place = a.target();
      boolean sets = a.kind() == Access.Kind.WRITE && !a.owned() && !Unbroken.nothing(a.value());
      if (sets && a.held().find(place).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
