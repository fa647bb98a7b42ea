package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Containers in a guarded container, such as the lists of a map: where somebody changes them under
 * the lock, the guard means them, too.
 */
final class GuardedContents {
  private static final Set<Trait> SAFE =
      EnumSet.of(Trait.CONCURRENT, Trait.SYNCHRONIZED, Trait.THREAD_SAFE);

  private final Flows flows;
  private final FieldUses uses;
  private Set<FieldRef> changed;

  GuardedContents(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** What one method does to contents that it found under a lock, as done to the whole. */
  List<Access> uses(MethodFlow flow) {
    List<Access> found = new ArrayList<>();
    for (Access a : flows.accesses(flow.method().ref())) {
      Optional<FieldRef> field = held(a, flow);
      if (field.filter(f -> changed().contains(f) && !safe(a, f, flow)).isPresent()) {
        int from = ((Root.Unknown) a.target().root()).op();
        Sym.At whole = (Sym.At) flow.args(from)[0];
        if (underLock(from, flow)) {
          found.add(a.on(whole.place()));
        }
      }
    }
    return found;
  }

  private boolean safe(Access a, FieldRef field, MethodFlow flow) {
    return uses.traits(a.target(), flow).stream().anyMatch(SAFE::contains)
        || uses.contents(field).stream().anyMatch(SAFE::contains);
  }

  private static boolean underLock(int op, MethodFlow flow) {
    boolean[] held = new boolean[1];
    flow.replay((each, n, at) -> held[0] |= n == op && !at.held().isEmpty());
    return held[0];
  }

  /** The guarded field in whose container the touched one was found. */
  private Optional<FieldRef> held(Access a, MethodFlow flow) {
    boolean inner =
        a.via().isEmpty()
            && !a.owned()
            && a.call() != null
            && a.target().path().isEmpty()
            && a.target().root() instanceof Root.Unknown u
            && u.op() >= 0
            && flow.op(u.op()) instanceof Op.Call c
            && (flows.meaning(c.method()).finds().isPresent() || next(c, flow.args(u.op())));
    return inner
        ? holder(flow.args(((Root.Unknown) a.target().root()).op()))
            .filter(f -> !flows.book().ofField(Fact.GuardedBy.class, f).isEmpty())
        : Optional.empty();
  }

  private static Optional<FieldRef> holder(Sym[] args) {
    return args[0] instanceof Sym.At on ? Parts.container(on.place()).field() : Optional.empty();
  }

  /** What an iterator hands out and leaves where it is. */
  private boolean next(Op.Call call, Sym[] args) {
    boolean view =
        args.length == 1
            && args[0] instanceof Sym.At on
            && on.place().last().orElse(null) instanceof Step.Part;
    return view
        && call.to().isPresent()
        && flows.book().says(Fact.Uses.class, call.method())
        && !flows.book().says(Fact.Acts.class, call.method());
  }

  /** Fields whose contents are changed in place by somebody who holds a lock. */
  private Set<FieldRef> changed() {
    if (changed == null) {
      changed = new HashSet<>();
      for (MethodFlow flow : flows.all()) {
        for (Access a : flows.accesses(flow.method().ref())) {
          if (a.kind() == Access.Kind.ACT && !a.held().isEmpty()) {
            held(a, flow).ifPresent(changed::add);
          }
        }
      }
    }
    return changed;
  }
}
