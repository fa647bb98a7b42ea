package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Objects in a container of a class that changes them under its own lock: whoever finds one there,
 * or in a copy of the container, has it in common with others.
 */
final class LockedContents {
  private final Flows flows;
  private final FieldUses uses;
  private final Obtained obtained;

  LockedContents(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.obtained = new Obtained(flows, uses);
  }

  /** Who locks to change such an object; empty where nobody does. */
  Optional<String> reason(Access act, MethodFlow flow) {
    Optional<FieldRef> container = container(act, flow);
    Optional<FieldRef> field = act.target().field();
    for (FieldUses.Use use :
        container.isPresent() && field.isPresent()
            ? uses.of(field.get())
            : List.<FieldUses.Use>of()) {
      Access a = use.access();
      boolean locks =
          a.changes() && !a.owned() && a.held().all().stream().anyMatch(h -> own(h, use));
      MethodFlow in = locks ? flows.flow(use.method()).orElse(null) : null;
      if (in != null && container.equals(container(a, in))) {
        String lock = a.held().all().get(0).lock().toString();
        String where = Where.name(use.method()) + " " + Where.of(a.site(), flow);
        return Optional.of(
            "`%s` of what is in `%s` is changed under `%s` in %s"
                .formatted(field.get().name(), container.get().name(), lock, where));
      }
    }
    return Optional.empty();
  }

  private static boolean own(HeldLocks.Held held, FieldUses.Use use) {
    Place lock = held.lock().place();
    return !Confinement.is(held.lock())
        && (lock.root() instanceof Root.This
            || lock.isGlobal()
            || lock.root() instanceof Root.ClassObject);
  }

  /** The field in whose container the object was found that has the accessed field. */
  private Optional<FieldRef> container(Access act, MethodFlow flow) {
    boolean part =
        act.call() == null
            && act.via().isEmpty()
            && act.target().path().size() == 1
            && act.target().root() instanceof Root.Unknown;
    Optional<Place> way = part ? obtained.way(act.target().parent(), flow) : Optional.empty();
    return way.flatMap(w -> original(w, flow))
        .filter(w -> w.last().filter(Place.Step.Part.class::isInstance).isPresent())
        .filter(w -> w.root() instanceof Root.This || w.isGlobal())
        .flatMap(w -> w.parent().field());
  }

  /** Of a copy's elements, the way to what was copied. */
  private Optional<Place> original(Place way, MethodFlow flow) {
    if (!(way.root() instanceof Root.Fresh) || way.path().size() != 1) {
      return Optional.of(way);
    }
    int maker = flow.maker(way.root());
    if (maker < 0 || !(flow.op(maker) instanceof Op.Call call)) {
      return Optional.empty();
    }
    Sym[] args = flow.args(maker);
    int first = call.method().isConstructor() ? 1 : 0;
    boolean copies =
        args.length == first + 1 && flows.book().says(Fact.Iterates.class, call.method());
    return copies && args[first] instanceof Sym.At from
        ? obtained
            .way(from.place(), flow)
            .flatMap(w -> w.then(way.last().orElseThrow(), way.type()))
        : Optional.empty();
  }
}
