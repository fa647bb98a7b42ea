package org.lockkeeper.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * Tasks that lead to a method of another class by calls that hold no lock, and so to the static
 * state that it uses.
 */
final class LeadingTasks {
  /** Longest chain of calls that is followed, and how many methods in all. */
  private static final int MAX_CALLS = 3;

  private static final int MAX_METHODS = 50;

  private final Callers callers;
  private final Map<MethodRef, Set<MethodRef>> reached;

  /**
   * @param reached the tasks that reach a method within their own class
   */
  LeadingTasks(Callers callers, Map<MethodRef, Set<MethodRef>> reached) {
    this.callers = callers;
    this.reached = reached;
  }

  /** In the order of the program, nearest first. */
  Set<MethodRef> to(MethodRef method) {
    Set<MethodRef> tasks = new LinkedHashSet<>();
    Set<MethodRef> seen = new LinkedHashSet<>(Set.of(method));
    Set<MethodRef> last = seen;
    for (int i = 0; i < MAX_CALLS && tasks.isEmpty() && seen.size() < MAX_METHODS; i++) {
      Set<MethodRef> next = new LinkedHashSet<>();
      for (MethodRef each : last) {
        for (Callers.Caller caller : certain(each)) {
          MethodRef in = caller.in().method().ref();
          if (seen.add(in)) {
            next.add(in);
            tasks.addAll(reached.getOrDefault(in, Set.of()));
          }
        }
      }
      last = next;
    }
    return tasks;
  }

  private List<Callers.Caller> certain(MethodRef method) {
    return callers.of(method).stream().filter(c -> !dispatched(c) && !locked(c)).toList();
  }

  /** Who runs what another object overrides is not known. */
  private static boolean dispatched(Callers.Caller caller) {
    Op.Call call = (Op.Call) caller.in().op(caller.op());
    return caller.in().targets(call).size() != 1;
  }

  private static boolean locked(Callers.Caller caller) {
    boolean[] held = new boolean[1];
    if (caller.in().locks()) {
      caller.in().replay((op, n, at) -> held[0] |= n == caller.op() && !at.held().isEmpty());
    }
    return held[0];
  }
}
