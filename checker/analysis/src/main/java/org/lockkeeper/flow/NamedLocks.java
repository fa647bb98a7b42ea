package org.lockkeeper.flow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Lock classes of a program's own whose making nothing else explains, such as queue locks (Herlihy
 * and Shavit, The Art of Multiprocessor Programming, chapters 2 and 7): a method {@code lock} that
 * goes round until it may go on, beside an {@code unlock}. Their lock is called {@code lock()}: the
 * object's monitor may be another matter.
 */
public final class NamedLocks {
  /** What such methods are given: which thread it is, how long to wait. */
  static final Set<String> NUMBERS =
      Set.of("int", "long", "java.util.concurrent.TimeUnit", "java.time.Duration");

  private static final Step NAME = new Step.Getter("lock()");

  private final Hierarchy hierarchy;
  private final Function<MethodRef, Meaning> meanings;
  private final Spins spins;
  private final Map<MethodRef, Optional<Lock>> known = new HashMap<>();

  NamedLocks(Hierarchy hierarchy, Function<MethodRef, Meaning> meanings, Spins spins) {
    this.hierarchy = hierarchy;
    this.meanings = meanings;
    this.spins = spins;
  }

  /** What a method has taken for its caller when it returns. */
  public Optional<Lock> taken(MethodInfo method) {
    return named(method, "lock") ? lock(method) : Optional.empty();
  }

  /** What it gives back. */
  public Optional<Lock> given(MethodInfo method) {
    return named(method, "unlock")
        ? sibling(method, method.ref().name().substring(2)).flatMap(this::lock)
        : Optional.empty();
  }

  /** Whether a place stands for such a lock. */
  static boolean is(Place lock) {
    return lock.last().filter(NAME::equals).isPresent();
  }

  private static boolean named(MethodInfo method, String prefix) {
    return method.ref().name().startsWith(prefix)
        && method.ref().returns().equals("void")
        && !method.isStatic()
        && NUMBERS.containsAll(method.ref().params());
  }

  private Optional<MethodInfo> sibling(MethodInfo of, String name) {
    return hierarchy.find(of.ref().owner()).stream()
        .flatMap(c -> c.methods().stream())
        .filter(m -> m.ref().name().equals(name) && named(m, ""))
        .findFirst();
  }

  private Optional<Lock> lock(MethodInfo method) {
    Optional<Lock> answer = known.get(method.ref());
    if (answer == null) {
      String name = method.ref().name();
      boolean waits =
          sibling(method, "un" + name).isPresent()
              && method.body().filter(this::goesRound).isPresent();
      boolean reads = name.toLowerCase(Locale.ROOT).contains("read");
      Place whole = Place.of(new Root.This(), method.ref().owner());
      answer =
          waits
              ? whole
                  .then(NAME, "java.lang.Object")
                  .map(p -> Lock.of(p, reads ? Mode.SHARED : Mode.EXCLUSIVE))
              : Optional.empty();
      known.put(method.ref(), answer);
    }
    return answer;
  }

  /** A loop that no known lock explains. */
  private boolean goesRound(MethodBody body) {
    boolean rounds = false;
    for (Block block : body.blocks()) {
      rounds |= block.next().stream().anyMatch(e -> e.target() <= block.index());
      for (Op op : block.ops()) {
        if (op instanceof Op.Enter || op instanceof Op.Call call && explained(call, block, body)) {
          return false;
        }
      }
    }
    return rounds;
  }

  private boolean explained(Op.Call call, Block block, MethodBody body) {
    return !meanings.apply(call.method()).acquires().isEmpty()
        || spins.wins(call, block.index(), body).isPresent();
  }
}
