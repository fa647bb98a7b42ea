package org.lockkeeper.flow;

import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * The one thread that runs an object's tasks, taken as a lock that those tasks hold: an object is
 * taken to belong to one event loop.
 */
public final class Confinement {
  private static final Set<String> SINGLE = Set.of("event-loop", "ui");

  private Confinement() {}

  /** The thread of a context; empty where several threads run its tasks. */
  public static Optional<Lock> of(String context) {
    Root root = new Root.OwnThread(context);
    return SINGLE.contains(context)
        ? Optional.of(new Lock(Place.of(root, "java.lang.Thread"), Mode.EXCLUSIVE))
        : Optional.empty();
  }

  /** Whether a value is the thread that runs. */
  public static boolean runs(Sym value, MethodFlow flow) {
    return value instanceof Sym.At at
        && at.origin() >= 0
        && flow.op(at.origin()) instanceof Op.Call call
        && flow.meaning(call.method()).own();
  }

  /** The thread that an object keeps in a field: it belongs to that one. */
  static Optional<Lock> kept(Sym thread) {
    Optional<FieldRef> field = thread.where().flatMap(Place::field);
    return field
        .map(f -> new Root.OwnThread(f.key()))
        .map(r -> new Lock(Place.of(r, "java.lang.Thread"), Mode.EXCLUSIVE));
  }

  /** Whether it is a thread, and no lock that somebody can take. */
  public static boolean is(Lock lock) {
    return lock.place().root() instanceof Root.OwnThread;
  }
}
