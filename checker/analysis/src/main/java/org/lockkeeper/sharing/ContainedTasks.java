package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Tasks that come out of an array or a list whose type does not tell what they run: {@code Thread[]
 * all = {new Worker(), new Worker()}; for (Thread each : all) each.start()}.
 */
final class ContainedTasks {
  private final Flows flows;
  private final Obtained obtained;

  ContainedTasks(Flows flows, Obtained obtained) {
    this.flows = flows;
    this.obtained = obtained;
  }

  /** Those of a call that hands over an element of what the method has made. */
  List<Handoffs.Handoff> of(Op.Call call, int n, MethodFlow flow) {
    List<Handoffs.Handoff> all = new ArrayList<>();
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    for (Fact.Runs runs : flows.meaning(call.method()).runs()) {
      int position = runs.what().position();
      Sym task =
          position == Target.THIS
              ? Knowledge.receiver(call, n, flow)
              : Outcomes.argument(position, flow.args(n), receiver);
      boolean element = runs.later() && task instanceof Sym.At at && contained(at, flow);
      for (String type : element ? made((Sym.At) task, flow) : Set.<String>of()) {
        body(((Sym.At) task).place().type(), type)
            .map(
                m ->
                    new Handoffs.Handoff(
                        m, new Sym[] {task}, true, position, true, runs.context(), List.of(), true))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private boolean contained(Sym.At task, MethodFlow flow) {
    return obtained
        .way(task.place(), flow)
        .filter(way -> way.root() instanceof Root.Fresh && !way.path().isEmpty())
        .isPresent();
  }

  /** Classes below the element's, of which the method makes objects. */
  private Set<String> made(Sym.At task, MethodFlow flow) {
    Set<String> types = new LinkedHashSet<>();
    String element = task.place().type();
    flow.calls(
        (call, n) -> {
          String type = call.method().owner();
          boolean makes = call.method().isConstructor() && Dispatch.made(flow.args(n)[0]);
          if (makes && !type.equals(element) && flows.hierarchy().isSubtype(type, element)) {
            types.add(type);
          }
        });
    return types;
  }

  private Optional<MethodInfo> body(String element, String type) {
    return flows.handoffs().body(element, type).filter(MethodInfo::hasBody);
  }
}
