package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * The way by which a method got an object from others that it has, all elements of a container
 * taken for one: {@code accounts[i]}, {@code products.get(name)}, {@code warehouse.find(name)}.
 */
final class Obtained {
  /** Methods that hand out what another one got, at most. */
  private static final int MAX_CALLS = 4;

  private static final Step ELEMENT = new Step.Part("[]", 0);

  private final Flows flows;
  private final FieldUses uses;

  Obtained(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /**
   * From the receiver, a parameter, a static field or a new object; empty where that is unknown.
   */
  Optional<Place> way(Place place, MethodFlow flow) {
    return way(place, flow, MAX_CALLS)
        .filter(w -> w.path().stream().noneMatch(Step.Getter.class::isInstance))
        .map(Obtained::parts);
  }

  private Optional<Place> way(Place place, MethodFlow flow, int depth) {
    if (!(place.root() instanceof Root.Unknown unknown)) {
      return Optional.of(place);
    }
    Op.Call call = flow.callOf(unknown).orElse(null);
    if (call == null || depth == 0 || taken(flow.meaning(call.method()))) {
      return Optional.empty();
    }
    Sym on = Knowledge.receiver(call, unknown.op(), flow);
    Optional<Place> holder =
        on instanceof Sym.At at ? way(at.place(), flow, depth - 1) : Optional.empty();
    List<MethodInfo> bodies = flows.targets(call, on);
    Optional<Place> got =
        bodies.isEmpty()
            ? holder.filter(h -> keeps(h, call, flow)).flatMap(h -> h.then(ELEMENT, place.type()))
            : returned(bodies, depth - 1).flatMap(p -> from(p, holder));
    return got.flatMap(place::rebase);
  }

  /** Whether nobody else finds it any more. */
  private static boolean taken(Meaning meaning) {
    return meaning.removes();
  }

  /** Whether a container gives what it keeps for others, too. */
  private boolean keeps(Place holder, Op.Call call, MethodFlow flow) {
    boolean swaps =
        flow.meaning(call.method()).atomic()
            && flows
                .book()
                .all(Fact.Acts.class, call.method())
                .contains(new Fact.Acts(Target.RECEIVER));
    return flow.meaning(call.method()).touches()
        && !swaps
        && !uses.traits(holder, flow).contains(Trait.CONFINED);
  }

  /** What the only method that may be meant returns, as it sees it. */
  private Optional<Place> returned(List<MethodInfo> bodies, int depth) {
    MethodFlow body = bodies.size() == 1 ? flows.flow(bodies.get(0).ref()).orElse(null) : null;
    List<Place> found = new ArrayList<>();
    if (body != null) {
      body.replay(
          (op, n, at) -> {
            Sym value =
                op instanceof Op.Return r && r.value().isPresent() ? at.sym(r.value().get()) : null;
            for (Sym option : value == null ? List.<Sym>of() : value.options()) {
              if (option instanceof Sym.At v) {
                way(v.place(), body, depth).ifPresent(found::add);
              }
            }
          });
    }
    return found.stream().findFirst();
  }

  private static Optional<Place> from(Place returned, Optional<Place> holder) {
    return returned.root() instanceof Root.This
        ? holder.flatMap(returned::rebase)
        : Optional.of(returned).filter(p -> p.root() instanceof Root.Static);
  }

  /** Views, iterators and elements of a container are parts of it, whichever. */
  private static Place parts(Place place) {
    return further(Place.of(place.root(), place.rootType()), place, 0);
  }

  /** The steps of a way, from one of them on, from another place. */
  static Place further(Place from, Place way, int first) {
    Place at = from;
    for (int i = first; i < way.path().size(); i++) {
      Step step = way.path().get(i) instanceof Step.Part ? ELEMENT : way.path().get(i);
      boolean last = i == way.path().size() - 1;
      String type = last ? way.type() : step instanceof Step.Field f ? f.ref().type() : "";
      if (step != ELEMENT || !at.last().filter(ELEMENT::equals).isPresent()) {
        at = at.then(step, type).orElse(at);
      } else if (last) {
        at = at.typed(type);
      }
    }
    return at;
  }
}
