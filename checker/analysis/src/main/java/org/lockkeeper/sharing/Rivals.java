package org.lockkeeper.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.GuardContracts.Rival;

/** Who keeps to a guard, or waits for it, while somebody else does not. */
final class Rivals {
  private final Flows flows;
  private final FieldUses uses;

  Rivals(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Who uses the field under a lock. */
  List<Rival> of(FieldRef field, Access breach) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (!a.held().isEmpty()
          && (a.changes() || breach.changes())
          && !a.site().equals(breach.site())) {
        String lock = a.held().all().get(a.held().all().size() - 1).lock().toString();
        String does = a.changes() ? "changes" : "reads";
        return List.of(new Rival(a.site(), does + " `" + field.name() + "` under `" + lock + "`"));
      }
    }
    return List.of();
  }

  /** Somebody else who acquires the same lock. */
  List<Rival> waiting(HeldLocks.Held held) {
    for (MethodFlow flow : flows.all()) {
      for (Access a : flows.accesses(flow.method().ref())) {
        for (HeldLocks.Held h : a.held().all()) {
          boolean same = h.lock().shape().equals(held.lock().shape());
          boolean taken = h.origin() >= 0 && flow.method().ref().equals(h.site().in());
          if (same && taken && !h.proved() && !h.site().equals(held.site())) {
            return List.of(new Rival(h.site(), "waits for `" + h.lock() + "`"));
          }
        }
      }
    }
    return List.of();
  }

  /** Who holds the lock to change what the called method touches. */
  List<Rival> holding(MethodRef callee, Lock lock, Site call) {
    MethodRef declared = flows.hierarchy().resolve(callee).map(MethodInfo::ref).orElse(callee);
    Set<FieldRef> fields = new LinkedHashSet<>();
    flows.accesses(declared).forEach(a -> a.target().field().ifPresent(fields::add));
    for (FieldRef field : fields) {
      for (FieldUses.Use use : uses.of(field)) {
        Access a = use.access();
        boolean holds =
            a.held().all().stream().anyMatch(h -> h.lock().shape().equals(lock.shape()));
        if (holds && a.changes() && !use.method().equals(declared) && !a.site().equals(call)) {
          String text = "changes `" + field.name() + "` under `" + lock + "`";
          return List.of(new Rival(a.site(), text));
        }
      }
    }
    return List.of();
  }
}
