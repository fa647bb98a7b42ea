package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Containers that helpers get as parameters: {@code static void add(Map<String, Integer> all, …)}
 * does not say who shares it, but who calls it does.
 */
final class PassedContainers {
  /** Helpers that pass it on, at most. */
  private static final int MAX_HELPERS = 3;

  private final Flows flows;

  PassedContainers(Flows flows) {
    this.flows = flows;
  }

  /** Where a caller that holds no lock has it from. */
  private record Source(Place place, MethodFlow caller, int call) {}

  /**
   * Why a parameter is shared.
   *
   * @param theirs why a place of a caller is
   */
  Optional<String> reason(
      Place place, MethodFlow flow, BiFunction<Place, MethodFlow, Optional<String>> theirs) {
    List<Source> sources = new ArrayList<>();
    collect(place, flow, MAX_HELPERS, sources);
    for (Source source : sources) {
      Optional<String> reason = theirs.apply(source.place(), source.caller());
      if (reason.isPresent()) {
        String line = Where.of(source.caller().op(source.call()).site(), flow);
        String name = flow.method().ref().name();
        return Optional.of(reason.get() + ", and `" + name + "` is given it " + line);
      }
    }
    return Optional.empty();
  }

  private void collect(Place place, MethodFlow flow, int helpers, List<Source> into) {
    if (helpers == 0 || !place.path().isEmpty() || !(place.root() instanceof Root.Param param)) {
      return;
    }
    for (Callers.Caller caller : flows.callers().of(flow.method().ref())) {
      MethodFlow in = caller.in();
      passed(param, caller, flow)
          .filter(p -> !making(in) && held(caller).isEmpty())
          .ifPresent(
              p -> {
                if (p.root() instanceof Root.Param && p.path().isEmpty()) {
                  collect(p, in, helpers - 1, into);
                } else {
                  into.add(new Source(p, in, caller.op()));
                }
              });
    }
  }

  private static Optional<Place> passed(Root.Param param, Callers.Caller by, MethodFlow callee) {
    Sym[] args = by.in().args(by.op());
    int index = param.index() + (callee.method().isStatic() ? 0 : 1);
    return index < args.length && args[index] != null
        ? args[index].where().filter(p -> !(p.root() instanceof Root.Fresh))
        : Optional.empty();
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
