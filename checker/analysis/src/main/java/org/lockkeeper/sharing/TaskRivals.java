package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/**
 * Numbers that a task steps on while methods that others may call at any time set or step on them,
 * too: {@code ticks++} in the task, {@code ticks = 0} in {@code reset()}.
 */
final class TaskRivals {
  /** What nobody calls but tests, as its name says. */
  private static final Pattern FOR_TESTS = Pattern.compile("(For|Only)(Unit)?Test(s|ing|Only)?$");

  private final Flows flows;
  private final FieldUses uses;
  private final AfterStart starts;
  private final Callers callers;
  private final Captures captures;

  TaskRivals(Flows flows, FieldUses uses, AfterStart starts, Captures captures) {
    this.captures = captures;
    this.flows = flows;
    this.uses = uses;
    this.starts = starts;
    this.callers = flows.callers();
  }

  /** Why a step of a number is not alone: one change is a task's, the other is not. */
  Optional<String> reason(FieldRef field, Access act, MethodFlow flow) {
    MethodRef method = flow.method().ref();
    for (AfterStart.Beside b : steps(act) ? starts.all() : List.<AfterStart.Beside>of()) {
      boolean task = b.task().contains(method);
      boolean here = task ? AfterStart.same(act.target(), b) : AfterStart.own(act.target());
      Optional<MethodRef> rival = here ? rival(field, b, !task) : Optional.empty();
      if (rival.isPresent() && (task || outside(method, b))) {
        String line = " " + Where.of(b.site(), flow);
        return Optional.of(
            task
                ? "`" + rival.get().name() + "` changes it, too, while the task" + line + " runs"
                : "the task that is started elsewhere" + line + " changes it, too");
      }
    }
    return Optional.empty();
  }

  /** Who changes the field on the other side. */
  private Optional<MethodRef> rival(FieldRef field, AfterStart.Beside b, boolean task) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean changes =
          a.kind() == Access.Kind.WRITE && !a.owned() && (a.value() instanceof Sym.Lit || steps(a));
      boolean there =
          task
              ? b.task().contains(use.method()) && AfterStart.same(a.target(), b)
              : AfterStart.own(a.target()) && outside(use.method(), b);
      if (changes && there) {
        return Optional.of(use.method());
      }
    }
    return Optional.empty();
  }

  /** {@code n = n + d}. */
  static boolean steps(Access act) {
    return act.kind() == Access.Kind.WRITE
        && act.value() instanceof Sym.Calc c
        && c.parts().stream()
            .anyMatch(p -> p instanceof Sym.At at && at.place().equals(act.target()));
  }

  /** Others may call it while the task runs: it neither starts the task nor waits for it. */
  private boolean outside(MethodRef method, AfterStart.Beside b) {
    return outside(method, b, new HashSet<>());
  }

  private boolean outside(MethodRef method, AfterStart.Beside b, Set<MethodRef> seen) {
    MethodFlow flow = flows.flow(method).orElse(null);
    boolean later = flow != null && flow.method().isLambda() && captures.runsLater(method);
    boolean possible = flow != null && !method.isConstructor() && later == flow.method().isLambda();
    if (!possible || b.task().contains(method) || orders(flow, b) || inTurn(method, b)) {
      return false;
    }
    if (!seen.add(method)) {
      return true;
    }
    List<Callers.Caller> all = callers.of(method);
    for (Callers.Caller caller : all) {
      if (!outside(caller.in().method().ref(), b, seen)) {
        return false;
      }
    }
    boolean called = flow.method().has(Modifier.PRIVATE) || FOR_TESTS.matcher(method.name()).find();
    return !all.isEmpty() || later || !called;
  }

  /** Runs in other tasks only that their starter waits for before this one, or the reverse. */
  private boolean inTurn(MethodRef method, AfterStart.Beside b) {
    List<AfterStart.Beside> all =
        starts.all().stream().filter(o -> o.task().contains(method)).toList();
    return !all.isEmpty() && all.stream().allMatch(b::apart);
  }

  /** Starts a task, calls who does, or waits for anything. */
  private boolean orders(MethodFlow flow, AfterStart.Beside b) {
    boolean[] found = {b.starter().method().ref().equals(flow.method().ref())};
    flow.calls(
        (call, n) -> {
          found[0] |= starts.waits(call, flow) || AfterStart.starts(call, flow);
          for (MethodInfo target : flows.targets(call, null)) {
            found[0] |= target.ref().equals(b.starter().method().ref());
          }
        });
    return found[0];
  }
}
