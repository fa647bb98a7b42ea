package org.lockkeeper.sharing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Containers that helpers get as parameters: {@code static void add(Map<String, Integer> all, …)}
 * does not say who shares it, but who calls it does.
 */
final class PassedContainers {
  /** Calls that are looked at, at most: a general helper may have thousands. */
  private static final int MAX_CALLS = 100;

  private final Flows flows;
  private final FieldUses uses;

  PassedContainers(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** A parameter of a method. */
  private record Given(MethodFlow method, int param) {}

  /**
   * Why a parameter is shared; empty for other places.
   *
   * @param theirs why a place of a caller is
   */
  Optional<String> reason(
      Place place, MethodFlow flow, BiFunction<Place, MethodFlow, Optional<String>> theirs) {
    Set<Given> seen = new LinkedHashSet<>();
    Deque<Given> work = new ArrayDeque<>();
    param(place, flow).filter(seen::add).ifPresent(work::add);
    int calls = 0;
    while (!work.isEmpty()) {
      Given given = work.poll();
      for (Callers.Caller caller : flows.callers().of(given.method().method().ref())) {
        Place passed = passed(given, caller).orElse(null);
        if (passed == null
            || old(passed, caller.in())
            || making(caller.in())
            || calls++ >= MAX_CALLS) {
          continue;
        }
        Optional<Given> on = param(passed, caller.in());
        Optional<String> reason =
            on.isPresent() ? Optional.empty() : theirs.apply(passed, caller.in());
        if (reason.isPresent() && held(caller).isEmpty()) {
          String line = Where.of(caller.in().op(caller.op()).site(), flow);
          String name = given.method().method().ref().name();
          return Optional.of(reason.get() + ", and `" + name + "` is given it " + line);
        }
        on.filter(p -> held(caller).isEmpty() && seen.add(p)).ifPresent(work::add);
      }
    }
    return Optional.empty();
  }

  private static Optional<Given> param(Place place, MethodFlow flow) {
    return place.path().isEmpty() && place.root() instanceof Root.Param param
        ? Optional.of(new Given(flow, param.index()))
        : Optional.empty();
  }

  private static Optional<Place> passed(Given given, Callers.Caller by) {
    Sym[] args = by.in().args(by.op());
    int index = given.param() + (given.method().method().isStatic() ? 0 : 1);
    return index < args.length && args[index] != null
        ? args[index].where().filter(p -> !(p.root() instanceof Root.Fresh))
        : Optional.empty();
  }

  /** {@code Properties}, {@code Vector}: they lock whether anybody shares them or not. */
  private boolean old(Place place, MethodFlow flow) {
    Set<Trait> traits = uses.traits(place, flow);
    return traits.contains(Trait.LEGACY) && !traits.contains(Trait.CONCURRENT);
  }

  private static boolean making(MethodFlow flow) {
    return flow.method().ref().isConstructor() || flow.method().ref().name().equals("<clinit>");
  }

  private static HeldLocks held(Callers.Caller caller) {
    HeldLocks[] held = {HeldLocks.NONE};
    caller.in().replay((op, n, at) -> held[0] = n == caller.op() ? at.held() : held[0]);
    return held[0];
  }
}
