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
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Values of shared maps that are changed as if they were one's own. */
final class SharedValues {
  private static final String ENTRY = "java.util.Map$Entry";

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final FieldUses uses;
  private final FactBook book;

  SharedValues(MethodFlow flow, List<Access> accesses, FieldUses uses, FactBook book) {
    this.flow = flow;
    this.accesses = accesses;
    this.uses = uses;
    this.book = book;
  }

  /** {@code shared.get(k).add(x)}, {@code shared.get(k).count++}. */
  List<Updates.Update> all() {
    List<Updates.Update> found = new ArrayList<>();
    for (Access write : accesses) {
      boolean plain = write.kind() == Kind.WRITE && write.via().isEmpty();
      if (plain && write.held().isEmpty() && write.target().path().size() == 1) {
        within(write).ifPresent(found::add);
      }
    }
    List<Access> acts = new ArrayList<>(accesses);
    acts.addAll(onEither());
    Set<Place> told = new HashSet<>();
    for (Access act : acts) {
      if (act.kind() == Kind.ACT && act.via().isEmpty() && act.held().isEmpty()) {
        changed(act)
            .or(() -> changedInLoop(act))
            .filter(u -> told.add(act.target()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Updates.Update> changed(Access act) {
    Place place = act.target();
    boolean result = place.path().isEmpty() && flow.callOf(place.root()).isPresent();
    if (!result || uses.ofType(place.type()).contains(Trait.CONCURRENT)) {
      return Optional.empty();
    }
    int from = flow.maker(place.root());
    List<Access> gets = new ArrayList<>(accesses);
    computed(from, act).ifPresent(gets::add);
    for (Access get : gets) {
      boolean out = get.op() == from && get.kind() == Kind.CHECK && !get.owned() && get.keyed();
      if (out && atomic(get) && fragile(get, place)) {
        String advice = "change the " + MethodRef.simple(place.type()) + " inside `compute`";
        return Optional.of(new Updates.Update(get, act, advice, false));
      }
    }
    return Optional.empty();
  }

  /** {@code for (List<Listener> each : shared.values()) each.remove(listener)}. */
  private Optional<Updates.Update> changedInLoop(Access act) {
    Place place = act.target();
    Sym on = place.path().isEmpty() ? receiver(place) : null;
    boolean entry =
        flow.callOf(place.root()).filter(c -> c.method().owner().equals(ENTRY)).isPresent();
    Sym through = entry && on instanceof Sym.At at ? receiver(at.place()) : on;
    boolean element =
        through instanceof Sym.At at && at.place().last().orElse(null) instanceof Place.Step.Part;
    for (Access each : element ? accesses : List.<Access>of()) {
      Access all = each.on(Parts.container(each.target()));
      if (all.kind() == Kind.ITERATE
          && !all.owned()
          && CheckThenActs.sameContainer(all.target(), ((Sym.At) through).place())
          && atomic(all)
          && fragile(all, place)) {
        String advice = "change the " + MethodRef.simple(place.type()) + " inside `compute`";
        return Optional.of(new Updates.Update(all, act, advice, false));
      }
    }
    return Optional.empty();
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
              found.add(Access.step(Kind.ACT, out.place(), null, (Op.Call) op, n, at.held()));
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
    get.target().field().ifPresent(f -> traits.addAll(uses.contents(f)));
    return traits.contains(Trait.NOT_THREAD_SAFE)
        && !traits.contains(Trait.CONCURRENT)
        && !traits.contains(Trait.SYNCHRONIZED);
  }

  /**
   * {@code shared.computeIfAbsent(k, make).add(x)}: one step makes the value, the next changes it.
   */
  private Optional<Access> computed(int op, Access act) {
    boolean noted = accesses.stream().anyMatch(a -> a.op() == op);
    boolean made =
        !noted
            && flow.op(op) instanceof Op.Call call
            && flow.meaning(call.method()).atomic()
            && !flow.meaning(call.method()).runs().isEmpty();
    if (made
        && flow.args(op)[0] instanceof Sym.At on
        && !(on.place().root() instanceof Root.Fresh)) {
      Op.Call call = (Op.Call) flow.op(op);
      Sym key = flow.args(op)[1];
      return Optional.of(Access.step(Kind.CHECK, on.place(), key, call, op, act.held()));
    }
    return Optional.empty();
  }

  /** {@code shared.get(k)[0]++}, {@code shared.get(k).count++}. */
  private Optional<Updates.Update> within(Access write) {
    int made = write.target().root() instanceof Root.Unknown u ? u.op() : -1;
    boolean again = false;
    for (Access read : accesses) {
      again |=
          read.kind() == Kind.READ
              && read.target().equals(write.target())
              && flow.dependsOn(write.value(), read.op());
    }
    for (Access get : accesses) {
      boolean from = get.op() == made && get.kind() == Kind.CHECK && get.keyed() && !get.owned();
      if (again && from && uses.traits(get.target(), flow).contains(Trait.CONCURRENT)) {
        return Optional.of(new Updates.Update(get, write, "change it inside `compute`", false));
      }
    }
    return Optional.empty();
  }
}
