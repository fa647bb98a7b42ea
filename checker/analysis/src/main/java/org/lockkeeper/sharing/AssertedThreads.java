package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;

/** State of one thread, as assertions say: {@code assert loop.inEventLoop(); pending++}. */
final class AssertedThreads {
  private final Flows flows;
  private final FieldUses uses;
  private final Map<FieldRef, Boolean> known = new HashMap<>();
  private final Map<MethodRef, Boolean> asserting = new HashMap<>();

  AssertedThreads(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /**
   * Whether somebody asserts to be in that thread before changing the field, and nobody else
   * changes it but the class's own helpers, without a lock.
   */
  boolean own(FieldRef field) {
    return known.computeIfAbsent(field, this::changedThere);
  }

  private boolean changedThere(FieldRef field) {
    boolean found = false;
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (a.changes() && !a.owned()) {
        boolean locked = !a.held().all().stream().allMatch(h -> Confinement.is(h.lock()));
        boolean says = asserts(use.method());
        if (locked || !says && !helper(use.method())) {
          return false;
        }
        found |= says;
      }
    }
    return found;
  }

  private boolean helper(MethodRef method) {
    return flows
        .hierarchy()
        .resolve(method)
        .filter(m -> m.has(Modifier.PRIVATE) || m.isLambda())
        .isPresent();
  }

  private boolean asserts(MethodRef method) {
    return asserting.computeIfAbsent(method, m -> flows.flow(m).map(this::asserts).orElse(false));
  }

  private boolean asserts(MethodFlow flow) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) -> {
          List<Fact.InContext> tells = flows.book().all(Fact.InContext.class, call.method());
          found[0] |= !tells.isEmpty() && Decisions.asserted(flow, n);
        });
    return found[0];
  }
}
