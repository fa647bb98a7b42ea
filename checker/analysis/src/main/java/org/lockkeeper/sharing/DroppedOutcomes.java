package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Compare-and-set steps of helpers that tell whether they succeeded, where the caller does not
 * listen: {@code add(5);}, where {@code add} ends with {@code return n.compareAndSet(old, old +
 * by)}.
 */
final class DroppedOutcomes {
  private final MethodFlow flow;
  private final Flows flows;

  DroppedOutcomes(MethodFlow flow, Flows flows) {
    this.flow = flow;
    this.flows = flows;
  }

  /** In one solved method. */
  List<Updates.Update> all() {
    List<Updates.Update> found = new ArrayList<>();
    flow.calls(
        (call, n) -> {
          boolean dropped = call.method().returns().equals("boolean") && flow.drops(call, n);
          List<MethodInfo> targets = dropped ? flow.targets(call) : List.of();
          if (targets.size() == 1) {
            helper(targets.get(0)).forEach(u -> here(u, call, n).ifPresent(found::add));
          }
        });
    return found;
  }

  private List<Updates.Update> helper(MethodInfo target) {
    return flows
        .flow(target.ref())
        .map(f -> new DroppedSwaps(f, flows.accesses(target.ref())).answered())
        .orElse(List.of());
  }

  /** The same as the caller of the helper sees it. */
  private Optional<Updates.Update> here(Updates.Update inside, Op.Call call, int n) {
    Terms terms = new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
    Place on = terms.place(inside.write().target()).orElse(null);
    if (on == null || on.root() instanceof Root.Fresh) {
      return Optional.empty();
    }
    Access write = Access.step(Kind.ACT, on, null, call, n, flow.held(n));
    boolean near = inside.read().site().file().equals(call.site().file());
    Access read =
        near ? inside.read().on(on) : Access.step(Kind.CHECK, on, null, call, n, flow.held(n));
    return Optional.of(new Updates.Update(read, write, inside.advice(), false));
  }
}
