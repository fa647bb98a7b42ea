package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/**
 * Locks that are held for certain at a point, oldest first. Immutable. A lock held twice stands
 * twice.
 */
public final class HeldLocks {

  /**
   * One acquisition.
   *
   * @param origin number of the acquiring operation; -1 when held at entry
   * @param section differs between two critical sections; waiting on a condition starts a new one
   * @param handle the object whose {@code close()} releases it; {@code null} for most
   */
  public record Held(Lock lock, Site site, int origin, int section, Place handle) {
    /** Section of what was not acquired here but shown to be held: all of it is one. */
    private static final int PROVED = -5;

    /** Without handle. */
    public Held(Lock lock, Site site, int origin) {
      this(lock, site, origin, origin, null);
    }

    /** Held by whoever called, as the operation {@code origin} shows. */
    public static Held proved(Lock lock, Site site, int origin) {
      return new Held(lock, site, origin, PROVED, null);
    }

    /** Whether a test or an assertion shows that it is held. */
    public boolean proved() {
      return section == PROVED;
    }

    /** Whether ways met here that hold it in different modes: perhaps it is held for writing. */
    boolean weaker() {
      return !lock.exclusive() && origin != section;
    }

    /** Whether it is an optimistic stamp, which keeps nobody out. */
    public boolean stamp() {
      return lock.mode() == Mode.OPTIMISTIC;
    }
  }

  /** No lock. */
  public static final HeldLocks NONE = new HeldLocks(List.of());

  private final List<Held> locks;
  private final List<Held> own;

  private HeldLocks(List<Held> locks) {
    this(locks, List.of());
  }

  private HeldLocks(List<Held> locks, List<Held> own) {
    this.locks = locks;
    this.own = own;
  }

  /** With these, oldest first. */
  public static HeldLocks of(List<Held> locks) {
    return locks.isEmpty() ? NONE : new HeldLocks(List.copyOf(locks));
  }

  /** Oldest first. */
  public List<Held> all() {
    return locks;
  }

  /** Those of objects that nobody else has, which keep no one out; apart by {@link #others}. */
  public List<Held> own() {
    return own;
  }

  /** What may keep others out: all but {@link #own}. */
  public HeldLocks others(Predicate<Place> owned) {
    if (locks.isEmpty()) {
      return this;
    }
    List<Held> vain = locks.stream().filter(h -> vain(h.lock().place(), owned)).toList();
    return vain.isEmpty()
        ? this
        : new HeldLocks(locks.stream().filter(h -> !vain.contains(h)).toList(), vain);
  }

  private static boolean vain(Place lock, Predicate<Place> owned) {
    return lock.root() instanceof Place.Root.Fresh && lock.path().isEmpty() && owned.test(lock);
  }

  /** Whether none is held. */
  public boolean isEmpty() {
    return locks.isEmpty();
  }

  /** The latest acquisition of this object, in any mode. */
  public Optional<Held> find(Place place) {
    for (int i = locks.size() - 1; i >= 0; i--) {
      if (locks.get(i).lock().place().equals(place)) {
        return Optional.of(locks.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether this object is locked, in any mode. */
  public boolean locked(Place place) {
    return locks.stream().anyMatch(h -> !h.stamp() && h.lock().place().equals(place));
  }

  /** With one more; who has a lock to himself has no use for a stamp of it. */
  public HeldLocks plus(Held held) {
    List<Held> more = new ArrayList<>(locks);
    if (held.lock().exclusive()) {
      Lock stamp = new Lock(held.lock().place(), Mode.OPTIMISTIC);
      more.removeIf(h -> h.lock().equals(stamp));
    }
    more.add(held);
    return of(more);
  }

  /** Without the latest one that matches; unchanged when none does. */
  public HeldLocks minus(Predicate<Held> which) {
    for (int i = locks.size() - 1; i >= 0; i--) {
      if (which.test(locks.get(i))) {
        List<Held> fewer = new ArrayList<>(locks);
        fewer.remove(i);
        return of(fewer);
      }
    }
    return this;
  }

  /** After waiting on a condition of the object: the same locks, in new critical sections. */
  public HeldLocks renewed(Place place, int op) {
    List<Held> next = new ArrayList<>();
    for (Held h : locks) {
      boolean same = h.lock().place().equals(place);
      next.add(same ? new Held(h.lock(), h.site(), h.origin(), op, h.handle()) : h);
    }
    return of(next);
  }

  /** Locks that were found below one place are found below another. */
  HeldLocks moved(Place from, Place to) {
    List<Held> next = new ArrayList<>();
    for (Held h : locks) {
      Place place = h.lock().place();
      Lock lock =
          place.startsWith(from)
              ? InnerNames.suffix(place, from, to)
                  .map(p -> new Lock(p, h.lock().mode()))
                  .orElse(h.lock())
              : h.lock();
      next.add(new Held(lock, h.site(), h.origin(), h.section(), h.handle()));
    }
    return locks.isEmpty() ? this : of(next);
  }

  /** What is held on both ways. */
  public HeldLocks and(HeldLocks other) {
    if (this == other || locks.equals(other.locks)) {
      return this;
    }
    List<Held> rest = new ArrayList<>(other.locks);
    List<Held> both = new ArrayList<>();
    for (Held mine : locks) {
      Held yours = counterpart(mine, rest);
      if (yours != null) {
        boolean early = mine.section() <= yours.section();
        Held one = early ? merge(mine, yours) : merge(yours, mine);
        both.add(mine.lock().equals(yours.lock()) ? one : weaker(one, mine, yours));
        rest.remove(yours);
      }
    }
    return of(both);
  }

  /** The same lock, one held in another mode only where it is not held in this mode as well. */
  private Held counterpart(Held mine, List<Held> rest) {
    Held found = null;
    for (Held yours : rest) {
      if (mine.lock().equals(yours.lock())) {
        return yours;
      }
      boolean free = locks.stream().noneMatch(h -> h.lock().equals(yours.lock()));
      if (found == null && free && mine.lock().place().equals(yours.lock().place())) {
        found = yours;
      }
    }
    return found;
  }

  /** Held on both ways, for reading at least. */
  private static Held weaker(Held one, Held mine, Held yours) {
    boolean stamp = mine.lock().mode() == Mode.OPTIMISTIC || yours.lock().mode() == Mode.OPTIMISTIC;
    Lock lock = new Lock(one.lock().place(), stamp ? Mode.OPTIMISTIC : Mode.SHARED);
    return new Held(lock, one.site(), one.origin(), one.section(), one.handle());
  }

  private static Held merge(Held early, Held late) {
    return early.section() == late.section() && early.origin() == late.origin()
        ? early
        : new Held(late.lock(), early.site(), early.origin(), late.section(), early.handle());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeldLocks h && locks.equals(h.locks);
  }

  @Override
  public int hashCode() {
    return locks.hashCode();
  }

  @Override
  public String toString() {
    return locks.toString();
  }
}
