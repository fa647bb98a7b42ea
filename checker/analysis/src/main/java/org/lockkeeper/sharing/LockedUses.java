package org.lockkeeper.sharing;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.EntryLocks;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Uses of fields under locks: who locks to touch a field shows that threads share it. */
final class LockedUses {
  private static final int HALF = 2;
  private static final int FEW = 4;

  /** Operations of a section that merely reads. */
  private static final int MANY = 40;

  private final Flows flows;
  private final FieldUses uses;
  private final Predicate<String> threaded;
  private final Map<Access, Boolean> readers = new IdentityHashMap<>();

  /** {@code threaded} tells which classes know of threads. */
  LockedUses(Flows flows, FieldUses uses, Predicate<String> threaded) {
    this.flows = flows;
    this.uses = uses;
    this.threaded = threaded;
  }

  /** Who locks to touch the field, for the eyes of a class; empty when nobody does. */
  Optional<String> reason(FieldRef field, String in) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean shown =
          a.changes()
              ? (locked(field, updates(a, use.method()) ? FEW : HALF) || onlyFor(use))
                  && (!outer(a) || mostly(field))
              : takes(a) && readers.computeIfAbsent(a, k -> onlyReads(use));
      if (shown
          && !guardedBelow(in, use.method().owner())
          && !a.owned()
          && related(a)
          && !above(use)
          && !asAbove(use.method())) {
        boolean here = Dispatch.neighbours(in, use.method().owner());
        String where = Where.name(use.method()) + " " + Where.of(a.site(), here);
        return Optional.of(
            "`%s` is used under `%s` in %s".formatted(field.name(), first(a.held()), where));
      }
    }
    return bySetters(field, in);
  }

  /** {@code lock(); if (state != to) setState(to); unlock()}, in its own class. */
  private Optional<String> bySetters(FieldRef field, String in) {
    for (FieldUses.Use use : uses.bySetters(field)) {
      Access a = use.access();
      boolean own = a.target().root() instanceof Root.This && !a.owned() && takes(a);
      if (own && related(a) && deliberate(a, use.method()) && !guardedBelow(in, field.owner())) {
        boolean here = Dispatch.neighbours(in, field.owner());
        String where = Where.name(use.method()) + " " + Where.of(a.site(), here);
        return Optional.of(
            "`%s` is used under `%s` in %s".formatted(field.name(), first(a.held()), where));
      }
    }
    return Optional.empty();
  }

  /** What it read in the same critical section decides the write, or is part of what it writes. */
  private boolean deliberate(Access write, MethodRef in) {
    MethodFlow flow = flows.flow(in).orElse(null);
    return flow != null
        && flows.accesses(in).stream()
            .filter(a -> !a.changes() && a.target().equals(write.target()))
            .filter(read -> sameSection(read.held(), write.held()))
            .anyMatch(
                read ->
                    flow.dependsOn(write.value(), read.op())
                        || new Decisions(flow, read.op()).over(write.op()).isPresent());
  }

  /** Under the lock of the object around it, which guards what that one has. */
  private static boolean outer(Access a) {
    return a.held().all().stream()
        .map(h -> h.lock().place())
        .filter(p -> p.root() instanceof Root.This)
        .anyMatch(p -> !p.path().isEmpty() && p.path().get(0).outer());
  }

  /** Whether hardly anybody changes it without any lock. */
  private boolean mostly(FieldRef field) {
    int bare = 0;
    int changes = 0;
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (a.changes() && !a.owned()) {
        changes++;
        bare += a.held().isEmpty() ? 1 : 0;
      }
    }
    return HALF * bare <= changes;
  }

  /** Whether the method itself locks, and not only its callers. */
  private static boolean takes(Access a) {
    return a.held().all().stream().anyMatch(h -> h.origin() != EntryLocks.INHERITED);
  }

  /** Locks because what it overrides does: {@code InputStream.mark}. */
  private boolean asAbove(MethodRef method) {
    return flows.book().all(Fact.Is.class, method).stream()
        .anyMatch(is -> is.trait() == Trait.SYNCHRONIZED);
  }

  /** A superclass elsewhere holds locks for its own sake while it calls a step. */
  private boolean above(FieldUses.Use use) {
    List<HeldLocks.Held> held = use.access().held().all();
    return !held.isEmpty()
        && held.stream().allMatch(h -> h.origin() == EntryLocks.INHERITED)
        && flows.lockedAbove(use.method());
  }

  /** A class that knows no threads may have a subclass that locks around it. */
  private boolean guardedBelow(String type, String user) {
    return !type.equals(user) && flows.hierarchy().isSubtype(user, type) && !threaded.test(type);
  }

  private static String first(HeldLocks held) {
    return Stream.concat(held.all().stream(), held.own().stream())
        .filter(h -> !Confinement.is(h.lock()))
        .findFirst()
        .map(h -> h.lock().toString())
        .orElse("");
  }

  /** A lock around nothing but reads is there for their sake. */
  private boolean onlyReads(FieldUses.Use use) {
    MethodFlow flow = flows.flow(use.method()).orElse(null);
    HeldLocks held = use.access().held();
    int[] steps = new int[2];
    if (flow != null) {
      flow.replay(
          (op, n, at) -> {
            boolean more =
                op instanceof Op.Write w && flow.cell(w.slot(), at).filter(at::owned).isEmpty()
                    || op instanceof Op.New made
                        && flows.dispatch().analyses(made.type())
                        && !thrown(made.type())
                    || op instanceof Op.Call call && !aside(call) && !elsewhere(flow.args(n), at);
            boolean inside = sameSection(held, at.held());
            steps[0] += inside ? 1 : 0;
            steps[1] += inside && more ? 1 : 0;
          });
    }
    return steps[0] > 0 && steps[0] <= MANY && steps[1] == 0;
  }

  /** A lock's own methods, an exception's, and a library's functions need no lock around them. */
  private boolean aside(Op.Call call) {
    String owner = call.method().owner();
    return uses.ofType(owner).contains(Trait.LOCK)
        || thrown(owner)
        || call.dispatch() == Op.Dispatch.STATIC && !flows.dispatch().analyses(owner);
  }

  /** On an object of one's own, or on one of a library: {@code System.out.println(n)}. */
  private boolean elsewhere(Sym[] args, Point at) {
    return args.length > 0
        && args[0] instanceof Sym.At on
        && (at.owned(on.place())
            || on.place().isGlobal()
                && on.place()
                    .field()
                    .filter(f -> !flows.dispatch().analyses(f.owner()))
                    .isPresent());
  }

  private boolean thrown(String type) {
    return flows.hierarchy().isSubtype(type, "java.lang.Throwable");
  }

  /** A lock that is taken for nothing but an update of the field is there for its sake. */
  private boolean onlyFor(FieldUses.Use use) {
    Access write = use.access();
    MethodFlow flow = flows.flow(use.method()).orElse(null);
    boolean[] more = {flow == null || !takes(write) || !updates(write, use.method())};
    if (!more[0]) {
      flow.calls((call, n) -> more[0] |= !flows.meaning(call.method()).locking());
    }
    return !more[0]
        && flows.accesses(use.method()).stream()
            .filter(a -> !a.held().isEmpty())
            .allMatch(a -> a.target().equals(write.target()));
  }

  /** Reads it first in the same critical section: who locks for two steps knows of others. */
  private boolean updates(Access write, MethodRef in) {
    return flows.accesses(in).stream()
        .filter(a -> !a.changes() && a.target().equals(write.target()))
        .anyMatch(read -> sameSection(read.held(), write.held()));
  }

  private static boolean sameSection(HeldLocks before, HeldLocks after) {
    return before.all().stream()
        .anyMatch(
            h -> after.find(h.lock().place()).filter(o -> o.section() == h.section()).isPresent());
  }

  /** At least one in so many of those who change it locks. */
  private boolean locked(FieldRef field, int of) {
    int locked = 0;
    int changes = 0;
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (a.changes() && !a.owned() && !above(use)) {
        changes++;
        locked += related(a) ? 1 : 0;
      }
    }
    return of * locked >= changes;
  }

  /**
   * The lock belongs to the object that has the field, or is global; or nobody has the field; or
   * the lock is one that nobody else has, which excludes no one and was taken for no other reason.
   */
  private boolean related(Access a) {
    for (HeldLocks.Held h : a.held().all()) {
      Place lock = h.lock().place();
      boolean same = a.target().root().equals(lock.root());
      boolean own = a.target().isGlobal() && lock.root() instanceof Root.This;
      if (same || own || lock.isGlobal() || lock.startsWith(a.target()) || nobodyElses(lock)) {
        return true;
      }
    }
    return a.held().own().stream().anyMatch(h -> nobodyElses(h.lock().place()));
  }

  private boolean nobodyElses(Place lock) {
    return lock.root() instanceof Root.Fresh
        && lock.path().isEmpty()
        && (lock.type().equals("java.lang.Object")
            || uses.ofType(lock.type()).contains(Trait.LOCK));
  }
}
