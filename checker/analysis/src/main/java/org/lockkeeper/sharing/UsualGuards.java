package org.lockkeeper.sharing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Monitors;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** Which lock the users of a field hold: its guard, as far as the code shows one. */
public final class UsualGuards {
  private final Flows flows;
  private final FieldUses uses;

  /**
   * A lock beside a field.
   *
   * @param lock as seen from the class of the field, or from an access
   * @param text the same as a source expression
   * @param monitor whether it is held by {@code synchronized}
   * @param held how many uses hold it
   * @param all how many uses there are, constructors and the like left out
   */
  public record Guard(Lock lock, String text, boolean monitor, int held, int all) {
    /** Whether more uses hold it than do not. */
    public boolean isUsual() {
      return 2 * held > all;
    }
  }

  /**
   * A lock as seen from the object that has the field.
   *
   * @param global the lock when it is one for the whole program; else {@code null}
   * @param steps from the object; empty for the object itself
   */
  private record Relative(Place global, List<Step> steps, String type, boolean monitor) {}

  /** Of a solved compilation. */
  public UsualGuards(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** The lock that most users of a field who hold one hold, seen from inside its class. */
  public Optional<Guard> of(FieldRef field) {
    Place self = Place.of(new Root.This(), field.owner());
    return best(field).flatMap(b -> guard(b, self, field));
  }

  /** A lock that is to be held; empty when no source expression or no plain call takes it. */
  public Optional<Guard> of(Lock lock) {
    return of(lock, isMonitor(lock.place()));
  }

  /** The same of a lock that is known to be a monitor or not. */
  public Optional<Guard> of(Lock lock, boolean monitor) {
    Place place = lock.place();
    boolean usable = lock.exclusive() && (monitor || isLockable(place.type()));
    boolean named = usable && !(place.root() instanceof Root.Fresh) && !isVague(place);
    return named
        ? Optional.of(new Guard(lock, text(place, monitor), monitor, 0, 0))
        : Optional.empty();
  }

  /** The same, seen from an access of the field. */
  public Optional<Guard> at(Access access) {
    Place target = Parts.container(access.target());
    Optional<FieldRef> field = target.field();
    boolean fixed = target.root() instanceof Root.Static && target.path().size() == 1;
    Place base = fixed || target.path().isEmpty() ? null : target.parent();
    return field
        .filter(f -> changedUnder(f, access))
        .flatMap(f -> best(f).flatMap(b -> guard(b, base, f)));
  }

  /** Whether somebody else changes the field under the lock: only then does taking it help. */
  private boolean changedUnder(FieldRef field, Access access) {
    Relative lock = best(field).map(Map.Entry::getKey).orElse(null);
    return lock != null
        && uses.of(field).stream()
            .filter(u -> !u.access().owned() && !u.access().site().equals(access.site()))
            .anyMatch(u -> u.access().changes() && locks(u).contains(lock));
  }

  private Optional<Guard> guard(Map.Entry<Relative, Integer> best, Place base, FieldRef field) {
    Relative lock = best.getKey();
    Place place = lock.global();
    if (place == null && base != null) {
      place = base;
      for (Step step : lock.steps()) {
        String type = step instanceof Step.Field f ? f.ref().type() : lock.type();
        place = place == null ? null : place.then(step, type).orElse(null);
      }
    }
    boolean named = place != null && !(place.root() instanceof Root.Fresh) && !isVague(place);
    if (!named) {
      return Optional.empty();
    }
    String text = text(place, lock.monitor());
    Lock held = Lock.of(place, Mode.EXCLUSIVE);
    return Optional.of(new Guard(held, text, lock.monitor(), best.getValue(), count(field)));
  }

  private static boolean isVague(Place place) {
    boolean unknown = place.root() instanceof Root.Unknown u && u.name().isEmpty();
    boolean outer =
        !(place.root() instanceof Root.This) && place.path().stream().anyMatch(Step::outer);
    return unknown || outer || Guarding.vague(place);
  }

  private int count(FieldRef field) {
    Set<String> sites = new LinkedHashSet<>();
    for (FieldUses.Use use : uses.of(field)) {
      if (!use.access().owned()) {
        sites.add(use.access().site().toString());
      }
    }
    return sites.size();
  }

  /** The lock with the most uses; empty when two have as many. */
  private Optional<Map.Entry<Relative, Integer>> best(FieldRef field) {
    Map<Relative, Set<String>> held = new LinkedHashMap<>();
    for (FieldUses.Use use : uses.of(field)) {
      if (!use.access().owned()) {
        for (Relative lock : locks(use)) {
          held.computeIfAbsent(lock, k -> new LinkedHashSet<>())
              .add(use.access().site().toString());
        }
      }
    }
    Map.Entry<Relative, Integer> best = null;
    boolean tie = false;
    for (Map.Entry<Relative, Set<String>> each : held.entrySet()) {
      int n = each.getValue().size();
      tie = best != null && (n == best.getValue() || tie && n < best.getValue());
      best = best == null || n > best.getValue() ? Map.entry(each.getKey(), n) : best;
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  private Set<Relative> locks(FieldUses.Use use) {
    Set<Relative> all = new LinkedHashSet<>();
    Place target = Parts.container(use.access().target());
    boolean fixed = target.root() instanceof Root.Static;
    for (HeldLocks.Held held : use.access().held().all()) {
      Place place = held.lock().place();
      boolean monitor = isMonitor(held, use.method());
      boolean keeps = held.lock().exclusive() || !use.access().changes();
      boolean usable = keeps && (monitor || isLockable(place.type()));
      Place base = fixed || target.path().isEmpty() ? null : target.parent();
      boolean global = place.isGlobal() || place.root() instanceof Root.Static;
      if (usable && global) {
        all.add(new Relative(place, List.of(), place.type(), monitor));
      } else if (usable && base != null && place.startsWith(base)) {
        List<Step> steps = place.path().subList(base.path().size(), place.path().size());
        all.add(new Relative(null, List.copyOf(steps), place.type(), monitor));
      }
    }
    return all;
  }

  /** Whether a lock is held by {@code synchronized}. */
  public boolean isMonitor(HeldLocks.Held held, MethodRef in) {
    if (held.origin() >= 0) {
      return flows.flow(in).map(f -> f.op(held.origin()) instanceof Op.Enter).orElse(true);
    }
    return held.origin() == Monitors.ENTRY || isMonitor(held.lock().place());
  }

  /** Whether what is found at a place is locked by {@code synchronized}. */
  public boolean isMonitor(Place place) {
    return uses.ofType(place.type()).stream().noneMatch(t -> t == Trait.LOCK)
        && place.last().filter(Parts::isSide).isEmpty();
  }

  /** What takes a lock of a type, behind its name; {@code null} when no plain call does. */
  private String taken(String type) {
    if (hasUnlock(type)) {
      return "";
    }
    return flows
        .hierarchy()
        .resolve(new MethodRef(type, "writeLock", List.of(), ""))
        .filter(m -> hasUnlock(m.ref().returns()))
        .map(m -> ".writeLock()")
        .orElse(null);
  }

  private boolean hasUnlock(String type) {
    MethodRef unlock = new MethodRef(type, "unlock", List.of(), "void");
    return flows.hierarchy().resolve(unlock).isPresent();
  }

  private boolean isLockable(String type) {
    return taken(type) != null;
  }

  private String text(Place lock, boolean monitor) {
    return lock + (monitor ? "" : taken(lock.type()));
  }
}
