package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Claims;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Harmless;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.interprocedural.Makings;
import org.lockkeeper.interprocedural.SplitSections;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** Whether the locks that a pair of accesses holds keep the other users of the state out. */
public final class Guarding {
  private final Flows flows;
  private final FieldUses uses;
  private final Claims claims;
  private final Retests retests;
  private final OuterLocks outer;
  private final Unbroken unbroken;
  private final Makings makings;
  private final ReplacedLocks replaced;

  Guarding(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.outer = new OuterLocks(flows.hierarchy());
    this.claims = new Claims(flows, uses);
    this.retests = new Retests(flows);
    this.unbroken = new Unbroken(flows, uses);
    this.makings = new Makings(flows);
    this.replaced = new ReplacedLocks(uses);
  }

  /**
   * Whether another thread may change the state between the test and the action, no lock being
   * released in between.
   */
  public boolean races(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    if (act.owned() || pair.check().owned() || !pair.split().isEmpty() || bothInside(pair)) {
      return false;
    }
    if (removes(act) && new Harmless(flow).empties(act, pair.decision())) {
      return false;
    }
    if (claims.won(act, flow)
        || unbroken.holds(pair, flow)
        || ordered(act)
        || retests.asks(act, flow, true)) {
      return false;
    }
    for (Lock lock : pair.together()) {
      if (holds(lock, act, flow, true)) {
        return false;
      }
    }
    List<Access> all = flows.accesses(flow.method().ref());
    return act.kind() != Access.Kind.USE
        || removed(act.target(), OneRead.decides(pair, flow, all)) && !retests.heeded(act);
  }

  /** Whether only the thread that trusts what it saw changes that. */
  boolean alone(SplitSections.Split split, MethodFlow flow) {
    boolean one = CheckThenActs.sameContainer(split.check().target(), split.act().target());
    return unbroken.alone(one ? split.act() : split.check(), flow);
  }

  /** Whether another thread may write between a read and the write that depends on it. */
  public boolean apart(Access read, Access write, MethodFlow flow) {
    return !unbroken.alone(write, flow) && !oneWriter(write) && unlocked(read, write, flow);
  }

  /** Whether somebody else may do the other thing between a read and the write that undoes it. */
  boolean apart(Access read, Access write, Access other, MethodFlow flow) {
    return !unbroken.alone(other, flow) && unlocked(read, write, flow);
  }

  private boolean unlocked(Access read, Access write, MethodFlow flow) {
    if (claims.won(write, flow)) {
      return false;
    }
    for (HeldLocks.Held before : read.held().all()) {
      for (HeldLocks.Held after : write.held().all()) {
        if (before.lock().place().equals(after.lock().place())) {
          if (before.section() != after.section() || holds(after.lock(), write, flow, false)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * Whether the lock keeps others out. Who changes a container without any lock breaks a test and
   * an action, and makes an update that is lost itself unless the container locks.
   */
  private boolean holds(Lock lock, Access act, MethodFlow flow, boolean test) {
    Place target = Parts.container(act.target());
    boolean locks = uses.traits(target, flow).contains(Trait.SYNCHRONIZED);
    boolean itself = lock.place().equals(target) && locks;
    boolean container = act.call() != null && (locks || test);
    boolean bypassed =
        container && target.field().filter(f -> bypassed(f, lock, act, locks)).isPresent();
    return keepsOut(lock, act, flow) && (itself || !bypassed && !foreign(act, lock, flow));
  }

  /** A store that only orders, and so is for a place that one thread at a time writes. */
  private boolean ordered(Access act) {
    return act.call() != null && flows.book().says(Fact.Serial.class, act.call());
  }

  /** The same, and nobody else writes there in another way. */
  private boolean oneWriter(Access write) {
    Optional<FieldRef> field = Parts.container(write.target()).field();
    if (!ordered(write) || field.isEmpty()) {
      return false;
    }
    for (FieldUses.Use use : uses.of(field.get())) {
      Access a = use.access();
      if (a.kind() == Access.Kind.ACT && !a.owned() && !ordered(a)) {
        return false;
      }
    }
    return true;
  }

  /** Helpers that lock for themselves: a critical section each. */
  private static boolean bothInside(CheckThenActs.Pair pair) {
    return !pair.check().held().isEmpty()
        && !pair.act().held().isEmpty()
        && pair.together().isEmpty()
        && shares(pair);
  }

  private static boolean shares(CheckThenActs.Pair pair) {
    for (HeldLocks.Held a : pair.check().held().all()) {
      if (pair.act().held().find(a.lock().place()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean keepsOut(Lock lock, Access act, MethodFlow flow) {
    boolean shared = !lock.exclusive() && act.kind() != Access.Kind.USE;
    if (shared || several(lock) || replaced.is(lock)) {
      return false;
    }
    boolean own = lock.place().root() instanceof Root.Fresh;
    if (own && !Parts.isElement(lock.place())
        || Confinement.is(lock) && !confined(lock, act, flow)) {
      return false;
    }
    Place target = Parts.container(act.target());
    boolean global = target.isGlobal();
    boolean one = lock.place().isGlobal() || lock.place().root() instanceof Root.Static;
    boolean perInstance = !one && !lock.place().startsWith(target);
    if (global && perInstance) {
      return false;
    }
    return !foreignGuard(lock, target);
  }

  /** Several threads have a permit at once; one that the program counts is one if it says so. */
  private boolean several(Lock lock) {
    boolean own = lock.place().type().equals("int");
    return lock.mode() == Mode.PERMIT
        && (own ? !makings.onePermit(lock.place().parent()) : makings.manyPermits(lock.place()));
  }

  /** Only the object's own thread changes the state. */
  private boolean confined(Lock own, Access act, MethodFlow flow) {
    Optional<FieldRef> field = Parts.container(act.target()).field();
    boolean all = !uses.ofType(flow.method().ref().owner()).contains(Trait.COMPONENT);
    for (FieldUses.Use use : field.map(uses::of).orElse(List.of())) {
      Access a = use.access();
      all &= !a.changes() || a.owned() || a.held().find(own.place()).isPresent();
    }
    return all;
  }

  /** The lock is the one by which each object guards its own state, but of another object. */
  private boolean foreignGuard(Lock lock, Place target) {
    boolean elsewhere =
        !lock.place().isGlobal()
            && !lock.place().root().equals(target.root())
            && !lock.place().startsWith(target);
    boolean chosen = lock.place().root() instanceof Root.Unknown || Parts.isElement(lock.place());
    if (!elsewhere || chosen || target.field().isEmpty()) {
      return false;
    }
    for (FieldUses.Use use : uses.of(target.field().get())) {
      for (HeldLocks.Held h : use.access().held().all()) {
        Place theirs = use.access().target();
        boolean own = h.lock().place().root().equals(theirs.root());
        boolean alike = theirs.path().size() == target.path().size();
        if (own
            && alike
            && h.lock().shape().equals(lock.shape())
            && !outer.around(h.lock(), lock)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Others who change the field hold another lock, and nobody this one. */
  private boolean foreign(Access act, Lock lock, MethodFlow flow) {
    FieldRef field = Parts.container(act.target()).field().orElse(null);
    boolean other = false;
    for (FieldUses.Use use : field == null ? List.<FieldUses.Use>of() : uses.of(field)) {
      Access a = use.access();
      boolean counts = !a.owned() && !use.method().equals(flow.method().ref());
      for (HeldLocks.Held h : counts ? a.held().all() : List.<HeldLocks.Held>of()) {
        if (mayBeSame(h.lock(), lock) || samePart(h.lock(), a, lock, act)) {
          return false;
        }
      }
      boolean breaks = a.changes() && (act.call() == null || breaks(a, act));
      other |= counts && breaks && a.held().all().stream().anyMatch(h -> guards(h.lock(), a));
    }
    return other && !uses.info(field).filter(f -> f.has(Modifier.VOLATILE)).isPresent();
  }

  private static boolean guards(Lock lock, Access a) {
    boolean related = lock.place().isGlobal() || lock.place().root().equals(a.target().root());
    return related && lock.exclusive();
  }

  /** By name, or because both are objects of one class that has state of its own. */
  private boolean mayBeSame(Lock a, Lock b) {
    String type = a.place().type();
    boolean own = flows.hierarchy().find(type).filter(c -> !c.fields().isEmpty()).isPresent();
    return a.shape().equals(b.shape())
        || own && !LockNodes.library(type) && type.equals(b.place().type());
  }

  /**
   * Somebody changes the state with none of these locks, where doing so breaks the pair; whoever
   * sees a container that locks itself may (JCIP 4.4.1).
   */
  private boolean bypassed(FieldRef field, Lock lock, Access act, boolean locksItself) {
    if (locksItself && uses.info(field).filter(f -> f.has(Modifier.PUBLIC)).isPresent()) {
      return true;
    }
    boolean withOut = false;
    boolean others = false;
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean itself = a.op() == act.op() && a.site().equals(act.site());
      if (!a.changes() || a.owned() || itself || stepOfKeeper(a, act)) {
        continue;
      }
      boolean locks = false;
      for (HeldLocks.Held h : a.held().all()) {
        boolean named = LockNodes.node(h.lock()).equals(LockNodes.node(lock));
        locks |= named || samePart(h.lock(), a, lock, act);
      }
      others |= locks;
      withOut |= !locks && breaks(a, act);
    }
    return withOut && !others;
  }

  /** A step that the container's own class offers counts where others take it. */
  private static boolean stepOfKeeper(Access a, Access act) {
    boolean direct = a.via().isEmpty() && a.target().path().size() == 1;
    return direct && !act.via().isEmpty() && act.target().path().size() > 1;
  }

  /** Whether a change of somebody else's spoils what an action on a container relies on. */
  private boolean breaks(Access other, Access act) {
    return act.kind() == Access.Kind.USE
        ? removes(other)
        : other.kind() == act.kind() && other.verb().equals(act.verb());
  }

  /**
   * Whether anything is ever taken out of the container; somebody else's container may be emptied
   * any time.
   */
  private boolean removed(Place target, boolean oneRead) {
    Optional<FieldRef> field = Parts.container(target).field();
    if (field.isEmpty()) {
      return true;
    }
    if (uses.open(field.get())) {
      return true;
    }
    for (FieldUses.Use use : uses.of(field.get())) {
      Access a = use.access();
      boolean adds =
          a.kind() == Access.Kind.ACT && !flows.book().says(Fact.Removes.class, a.call());
      boolean another = oneRead && a.kind() == Access.Kind.WRITE && a.target().field().isPresent();
      if (a.changes() && !a.owned() && !adds && !another) {
        return true;
      }
    }
    return false;
  }

  /** Both lock the object that the state is a part of, whatever it is called there. */
  private static boolean samePart(Lock theirs, Access a, Lock ours, Access act) {
    int below = a.target().path().size() - theirs.place().path().size();
    int here = act.target().path().size() - ours.place().path().size();
    return below == here
        && a.target().startsWith(theirs.place())
        && act.target().startsWith(ours.place());
  }

  /** What somebody else puts into state that an action empties as a whole; empty for others. */
  public Optional<Access> undone(Access act) {
    Optional<FieldRef> field = Parts.container(act.target()).field();
    boolean empties =
        act.call() == null
            ? nothing(act)
            : !act.keyed() && removes(act) && act.call().returns().equals("void");
    for (FieldUses.Use use :
        empties ? field.map(uses::of).orElse(List.of()) : List.<FieldUses.Use>of()) {
      Access a = use.access();
      boolean fills =
          a.kind() == act.kind()
              && !a.owned()
              && (act.call() == null ? !nothing(a) : a.call() != null && !removes(a));
      if (fills && a.target().path().size() == act.target().path().size()) {
        return Optional.of(a);
      }
    }
    return Optional.empty();
  }

  private static boolean nothing(Access write) {
    return write.kind() == Access.Kind.WRITE && Unbroken.nothing(write.value());
  }

  /** Whether an action takes something out. */
  boolean removes(Access act) {
    return act.call() != null && flows.book().says(Fact.Removes.class, act.call());
  }

  /** Locks that all changes of a field hold: its guard, as the code shows it. */
  public List<Lock> commonGuards(FieldRef field) {
    List<Lock> common = null;
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (!a.changes() || a.owned()) {
        continue;
      }
      List<Lock> held = new ArrayList<>();
      Set<String> shapes = new HashSet<>();
      for (HeldLocks.Held h : a.held().all()) {
        if (!(h.lock().place().root() instanceof Root.Fresh) && shapes.add(h.lock().shape())) {
          held.add(h.lock());
        }
      }
      if (common == null) {
        common = held;
      } else {
        common.removeIf(l -> !shapes.contains(l.shape()));
      }
    }
    return common == null ? List.of() : common;
  }

  /** Whether single operations on what the place holds are safe without a lock. */
  public boolean concurrent(Place place, MethodFlow flow) {
    return uses.traits(place, flow).contains(Trait.CONCURRENT);
  }

  /** Whether the place is an element or part that a name cannot tell apart. */
  public static boolean vague(Place place) {
    return place.path().stream().anyMatch(Step.Part.class::isInstance);
  }
}
