package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.ThreadKeys;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Values of shared maps that are changed as if they were one's own. */
final class SharedValues {
  private static final Place.Step CONTENT = new Place.Step.Getter("getValue()");

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final FieldUses uses;
  private final Flows flows;
  private final FactBook book;
  private final Set<Integer> plain = new HashSet<>();

  SharedValues(MethodFlow flow, List<Access> accesses, FieldUses uses, Flows flows) {
    this.flow = flow;
    this.accesses = accesses;
    this.uses = uses;
    this.flows = flows;
    this.book = flows.book();
  }

  /** {@code shared.get(k).add(x)}, {@code shared.get(k).count++}. */
  List<Updates.Update> all() {
    List<Updates.Update> found = new ArrayList<>();
    for (Access write : accesses) {
      if (write.kind() == Kind.WRITE && write.held().isEmpty()) {
        within(write).ifPresent(found::add);
      }
    }
    for (Access step : new EitherValues(flow, flows).steps()) {
      inside(step).filter(u -> !told(found, u)).ifPresent(found::add);
    }
    List<Access> acts = new ArrayList<>(accesses);
    acts.addAll(onEither());
    Set<Place> told = new HashSet<>();
    for (Access act : acts) {
      if (act.kind() == Kind.ACT && here(act) && act.held().isEmpty()) {
        changed(act)
            .or(() -> changedInLoop(act))
            .filter(u -> told.add(act.target()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean told(List<Updates.Update> found, Updates.Update next) {
    return found.stream().anyMatch(u -> u.write().op() == next.write().op());
  }

  private Optional<Updates.Update> changed(Access act) {
    Place place = act.target();
    boolean part = place.field().isPresent();
    if (!isValue(part ? place.parent() : place)
        || uses.ofType(place.type()).contains(Trait.CONCURRENT)) {
      return Optional.empty();
    }
    for (Access get : asked(act)) {
      boolean out = !get.owned() && ofAll(get);
      boolean breaks =
          part
              ? fragile(uses.traits(place, flow))
              : plain.contains(act.op()) || fragile(get, place);
      if (out && atomic(get) && breaks) {
        String advice = inside(get, "the " + MethodRef.simple(place.type()));
        return Optional.of(new Updates.Update(get, act, advice, false));
      }
    }
    return Optional.empty();
  }

  private boolean isValue(Place place) {
    return ComputedValues.isFound(place)
        || place.path().isEmpty() && flow.callOf(place.root()).isPresent();
  }

  /** For a key under which not each thread has a value of its own. */
  private boolean ofAll(Access get) {
    return get.keyed() && !ThreadKeys.own(get.key(), flow);
  }

  /** In the method itself, or in a function that it gives element after element. */
  private static boolean here(Access change) {
    return change.via().isEmpty() || change.via().size() == 1 && given(change.target());
  }

  private static boolean given(Place element) {
    return element.root() instanceof Root.Unknown
        && !element.path().isEmpty()
        && element.path().get(0) instanceof Place.Step.Part p
        && p.id() == 0;
  }

  /** {@code for (List<Listener> each : shared.values()) each.remove(listener)}. */
  private Optional<Updates.Update> changedInLoop(Access act) {
    String what = "the " + MethodRef.simple(act.target().type());
    return iterated(act.target())
        .filter(all -> atomic(all) && fragile(all, act.target()))
        .map(all -> new Updates.Update(all, act, inside(all, what), false));
  }

  /** What goes through the container that a value or entry is an element of. */
  private Optional<Access> iterated(Place value) {
    boolean given = given(value);
    List<Place.Step> way = value.path().subList(given ? 1 : 0, value.path().size());
    if (!way.isEmpty() && !way.equals(List.of(CONTENT))) {
      return Optional.empty();
    }
    int by = given ? ((Root.Unknown) value.root()).op() : -1;
    Place through = given ? null : iterator(value);
    for (Access each : given || through != null ? accesses : List.<Access>of()) {
      Access all = each.on(Parts.container(each.target()));
      if (all.kind() == Kind.ITERATE
          && !all.owned()
          && (given ? all.op() == by : CheckThenActs.sameContainer(all.target(), through))) {
        return Optional.of(all);
      }
    }
    return Optional.empty();
  }

  /** The iterator that gave an element, or the entry that it is the value of. */
  private Place iterator(Place value) {
    Place element = value.path().isEmpty() ? value : value.parent();
    Sym on = receiver(element);
    boolean entry =
        flow.callOf(element.root())
            .filter(c -> flow.works(c.method().owner(), Fact.Shape.ENTRY))
            .isPresent();
    Sym through = entry && on instanceof Sym.At at ? receiver(at.place()) : on;
    return through instanceof Sym.At at && at.place().last().orElse(null) instanceof Place.Step.Part
        ? at.place()
        : null;
  }

  private Sym receiver(Place place) {
    boolean called = flow.callOf(place.root()).isPresent();
    Sym[] args = called ? flow.args(flow.maker(place.root())) : new Sym[0];
    return args.length == 1 ? args[0] : null;
  }

  /**
   * {@code list = map.putIfAbsent(k, fresh); if (list == null) list = fresh; list.add(x)}: a change
   * of what came out of a map, or of what went into it.
   */
  private List<Access> onEither() {
    List<Access> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          boolean joined = op instanceof Op.Call && flow.args(n).length > 0;
          for (Sym on :
              joined && flow.args(n)[0] instanceof Sym.Any any ? any.options() : List.<Sym>of()) {
            if (on instanceof Sym.At out && changes((Op.Call) op)) {
              found.add(
                  Access.step(
                      Kind.ACT, out.place(), null, (Op.Call) op, n, at.heldAgainstOthers()));
              if (fresh(out.place()) && fragile(uses.traits(out.place(), flow))) {
                plain.add(n);
              }
            }
          }
        });
    return found;
  }

  private boolean changes(Op.Call call) {
    return call.dispatch() != Op.Dispatch.STATIC
        && book.all(Fact.Acts.class, call.method()).stream()
            .anyMatch(f -> f.what().position() == Target.THIS);
  }

  private boolean atomic(Access access) {
    Set<Trait> traits = uses.traits(access.target(), flow);
    return traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
  }

  /** Whether what the container holds breaks when two threads change it. */
  private boolean fragile(Access get, Place value) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(uses.ofType(value.type()));
    Set<Trait> here = new HashSet<>(uses.put(flow, get));
    accesses.stream().filter(a -> gives(a, get)).forEach(a -> here.addAll(uses.put(flow, a)));
    traits.addAll(here);
    if (here.isEmpty()) {
      get.target().field().ifPresent(f -> traits.addAll(uses.contents(f)));
    }
    return fragile(traits);
  }

  /** {@code map.putIfAbsent(k, fresh)}, before {@code map.get(k)}. */
  private static boolean gives(Access put, Access get) {
    return put.kind() == Kind.ACT
        && put.via().isEmpty()
        && put.keyed()
        && put.op() < get.op()
        && CheckThenActs.sameContainer(put.target(), get.target())
        && CheckThenActs.sameValue(put.key(), get.key());
  }

  private static boolean fragile(Set<Trait> traits) {
    return traits.contains(Trait.NOT_THREAD_SAFE)
        && !traits.contains(Trait.CONCURRENT)
        && !traits.contains(Trait.SYNCHRONIZED);
  }

  private static boolean fresh(Place place) {
    return place.root() instanceof Root.Fresh && place.path().isEmpty();
  }

  /**
   * Who asked for the value that is changed, or whose part is: as noted, or where a helper looked
   * for it and made what was missing.
   */
  private List<Access> asked(Access change) {
    boolean part = change.kind() == Kind.WRITE || change.target().field().isPresent();
    Place value = part ? change.target().parent() : change.target();
    int by = value.path().isEmpty() ? flow.maker(value.root()) : -1;
    List<Access> gets = new ArrayList<>();
    for (Access get : accesses) {
      if (get.op() == by && get.kind() == Kind.CHECK) {
        gets.add(get);
      }
    }
    ComputedValues computed = new ComputedValues(flows);
    if (ComputedValues.isFound(value)) {
      found(change, part, computed).ifPresent(gets::add);
    } else if (gets.isEmpty()) {
      computed.at(by, flow).ifPresent(gets::add);
    }
    return gets;
  }

  private Optional<Access> found(Access change, boolean part, ComputedValues computed) {
    if (flow.op(change.op()) instanceof Op.Write w) {
      return computed.below(w.slot(), change.op(), flow);
    }
    Sym on = flow.op(change.op()) instanceof Op.Call ? flow.args(change.op())[0] : null;
    if (part && on instanceof Sym.At at && at.origin() >= 0) {
      return flow.op(at.origin()) instanceof Op.Read r
          ? computed.below(r.slot(), at.origin(), flow)
          : Optional.empty();
    }
    return on instanceof Sym.At at ? computed.found(at, flow) : Optional.empty();
  }

  /** {@code shared.get(k)[0]++}, {@code shared.get(k).count++}. */
  private Optional<Updates.Update> within(Access write) {
    return write.target().path().isEmpty() || !steps(write) ? Optional.empty() : inside(write);
  }

  private Optional<Updates.Update> inside(Access write) {
    Place value = write.target().parent();
    for (Access get : asked(write)) {
      if (ofAll(get) && !get.owned() && concurrent(get)) {
        return Optional.of(new Updates.Update(get, write, inside(get, "it"), false));
      }
    }
    return iterated(value)
        .filter(this::concurrent)
        .map(all -> new Updates.Update(all, write, inside(all, "it"), false));
  }

  /** Only maps have steps that change what they hold. */
  private String inside(Access from, String what) {
    String type = Parts.container(from.target()).type();
    return flow.works(type, Fact.Shape.MAP)
        ? "change " + what + " inside `compute`"
        : "hold one lock around each change of " + what;
  }

  /** What is written comes from what was there. */
  private boolean steps(Access write) {
    for (Access read : accesses) {
      if (read.kind() == Kind.READ
          && read.target().equals(write.target())
          && flow.dependsOn(write.value(), read.op())) {
        return true;
      }
    }
    return write.value() instanceof Sym.Calc sum
        && sum.leaves().stream()
            .anyMatch(l -> l.where().filter(write.target()::equals).isPresent());
  }

  private boolean concurrent(Access on) {
    return uses.traits(on.target(), flow).contains(Trait.CONCURRENT);
  }
}
