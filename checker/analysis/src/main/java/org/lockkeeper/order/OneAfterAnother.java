package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Nestings that {@code main} has run one after the other, by itself or in threads that it joins.
 */
final class OneAfterAnother {
  private static final int MAX_DEPTH = 4;

  private final Flows flows;
  private Map<MethodRef, MainThread> mains;
  private final Map<MethodRef, Set<MethodRef>> starters = new HashMap<>();

  OneAfterAnother(Flows flows) {
    this.flows = flows;
  }

  /**
   * Who runs something: an operation of {@code main}, or the task that one starts.
   *
   * @param task whether it is the task
   */
  private record Runner(MainThread main, int op, boolean task) {
    boolean beside(Runner other) {
      boolean here = task && main.live(op, other.op());
      boolean there = other.task() && main.live(other.op(), op);
      return main != other.main() || here || there;
    }
  }

  /** Whether two of the nestings never meet. */
  boolean apart(List<Edge> cycle) {
    List<Set<Runner>> runners = new ArrayList<>();
    cycle.forEach(e -> runners.add(runners(e)));
    for (int i = 0; i < cycle.size(); i++) {
      for (int j = i + 1; j < cycle.size(); j++) {
        Set<Runner> others = runners.get(j);
        boolean known = !runners.get(i).isEmpty() && !others.isEmpty();
        boolean meet =
            runners.get(i).stream().anyMatch(a -> others.stream().anyMatch(b -> a.beside(b)));
        if (known && !meet && !cycle.get(i).equals(cycle.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Empty when it may be anybody. */
  private Set<Runner> runners(Edge e) {
    index();
    MainThread main = mains.get(e.in());
    if (main != null) {
      Set<Runner> own = new HashSet<>();
      MethodFlow flow = flows.flow(e.in()).orElseThrow();
      for (int n = 0; n < flow.ops(); n++) {
        Op op = flow.op(n);
        if ((op instanceof Op.Enter || op instanceof Op.Call) && op.site().equals(e.at())) {
          own.add(new Runner(main, n, false));
        }
      }
      return own;
    }
    Set<Runner> all = new HashSet<>();
    return !mains.isEmpty() && collect(e.in(), all, MAX_DEPTH) ? all : Set.of();
  }

  private boolean collect(MethodRef method, Set<Runner> into, int depth) {
    if (starters.containsKey(method)) {
      for (MethodRef starter : starters.get(method)) {
        MainThread main = mains.get(starter);
        if (main == null || main.tasks().get(method).isEmpty()) {
          return false;
        }
        main.tasks().get(method).stream().forEach(n -> into.add(new Runner(main, n, true)));
      }
    }
    MethodInfo info = flows.hierarchy().resolve(method).orElse(null);
    List<Callers.Caller> callers = flows.callers().of(method);
    boolean task = starters.containsKey(method);
    if (info == null || depth == 0 || !task && (info.isLambda() || callers.isEmpty())) {
      return false;
    }
    if (!task && flows.callers().open(method)) {
      return false;
    }
    for (Callers.Caller caller : callers) {
      MethodRef in = caller.in().method().ref();
      if (mains.containsKey(in)) {
        into.add(new Runner(mains.get(in), caller.op(), false));
      } else if (!collect(in, into, depth - 1)) {
        return false;
      }
    }
    return true;
  }

  private void index() {
    if (mains == null) {
      mains = new LinkedHashMap<>();
      for (MethodFlow flow : flows.all()) {
        if (MainThread.is(flow)) {
          mains.put(flow.method().ref(), new MainThread(flow, flows));
        }
      }
      if (!mains.isEmpty()) {
        flows.all().forEach(this::tasks);
      }
    }
  }

  private void tasks(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
            if (h.later()) {
              starters
                  .computeIfAbsent(h.target().ref(), k -> new HashSet<>())
                  .add(flow.method().ref());
            }
          }
        });
  }
}
