package org.lockkeeper.sharing;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * What the main thread of a program does with static fields while no task of the program runs:
 * before it has started any, and after it has waited for all (JLS 17.4.4).
 */
final class MainPhases {
  /** Helpers of helpers, at most. */
  private static final int MAX_HELPERS = 3;

  private final Flows flows;
  private final AfterStart starts;
  private final Map<MethodRef, BitSet> crowded = new HashMap<>();
  private final Map<MethodRef, Boolean> leaves = new HashMap<>();
  private Set<MethodRef> functions;

  MainPhases(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.starts = new AfterStart(flows, uses, Set::of);
  }

  /** Whether the access is one of those. */
  boolean alone(Access act, MethodFlow flow) {
    return act.target().root() instanceof Root.Static && alone(flow, act.op(), MAX_HELPERS);
  }

  private boolean alone(MethodFlow flow, int op, int depth) {
    MethodRef ref = flow.method().ref();
    List<Callers.Caller> callers = flows.callers().of(ref);
    if (main(flow.method())) {
      BitSet with = crowded.computeIfAbsent(ref, k -> crowded(flow));
      return callers.isEmpty() && !with.isEmpty() && !with.get(op);
    }
    return depth > 0
        && flow.method().isStatic()
        && !callers.isEmpty()
        && callers.stream().allMatch(c -> c.in().method().ref().owner().equals(ref.owner()))
        && !flows.callers().open(ref)
        && !functions().contains(ref)
        && !reachesStart(Set.of(ref))
        && callers.stream().allMatch(c -> alone(c.in(), c.op(), depth - 1));
  }

  private static boolean main(MethodInfo method) {
    return method.ref().name().equals("main")
        && method.isStatic()
        && method.ref().params().equals(List.of("java.lang.String[]"));
  }

  /** Operations that may run beside a task. */
  private BitSet crowded(MethodFlow main) {
    BitSet started = new BitSet();
    main.calls(
        (call, n) -> {
          Set<MethodRef> now = new HashSet<>();
          flows.targets(call, Knowledge.receiver(call, n, main)).forEach(t -> now.add(t.ref()));
          for (Handoffs.Handoff h : flows.handoffs().of(call, n, main)) {
            if (!h.later()) {
              now.add(h.target().ref());
            }
          }
          int begun = start(call, n, main);
          started.set(begun >= 0 ? begun : n, begun >= 0 || reachesStart(now));
        });
    BitSet all = new BitSet();
    started.stream()
        .forEach(
            s ->
                all.or(
                    starts.untilEnd(
                        main,
                        s,
                        n -> started.stream().anyMatch(o -> o != s && waitsFor(o, n, main)))));
    return all;
  }

  /** The operation that begins the task that a call is given; -1 if none is. */
  private int start(Op.Call call, int n, MethodFlow in) {
    if (AfterStart.starts(call, in)) {
      return n;
    }
    boolean later = flows.handoffs().of(call, n, in).stream().anyMatch(Handoffs.Handoff::later);
    int begun = later ? starts.begun(in, n) : -1;
    return later && begun < 0 ? n : begun;
  }

  /** Whether a call waits for the very task that an operation starts. */
  private boolean waitsFor(int start, int n, MethodFlow in) {
    Sym on = Knowledge.receiver((Op.Call) in.op(n), n, in);
    Op.Call by = (Op.Call) in.op(start);
    Sym thread = AfterStart.starts(by, in) ? Knowledge.receiver(by, start, in) : null;
    return on instanceof Sym.At at && (at.origin() == start || at.equals(thread));
  }

  /** Whether calls lead to a method that starts a task and does not wait for it. */
  private boolean reachesStart(Set<MethodRef> from) {
    Set<MethodRef> seen = new HashSet<>(from);
    Deque<MethodRef> work = new ArrayDeque<>(seen);
    while (!work.isEmpty()) {
      MethodFlow flow = flows.flow(work.pop()).orElse(null);
      if (flow == null) {
        continue;
      }
      if (leaves(flow)) {
        return true;
      }
      Set<MethodRef> next = new HashSet<>(Set.of(initializer(flow)));
      flow.calls(
          (call, n) -> {
            flows.targets(call, Knowledge.receiver(call, n, flow)).forEach(t -> next.add(t.ref()));
            flows.handoffs().of(call, n, flow).forEach(h -> next.add(h.target().ref()));
          });
      next.stream().filter(seen::add).forEach(work::push);
    }
    return false;
  }

  private boolean leaves(MethodFlow flow) {
    return leaves.computeIfAbsent(
        flow.method().ref(),
        k -> {
          boolean[] found = new boolean[1];
          flow.calls(
              (call, n) -> {
                int start = found[0] ? -1 : start(call, n, flow);
                found[0] |= start >= 0 && starts.until(flow, start).left();
              });
          return found[0];
        });
  }

  private static MethodRef initializer(MethodFlow flow) {
    return new MethodRef(flow.method().ref().owner(), "<clinit>", List.of(), "void");
  }

  /** Methods that function objects run, whenever that is. */
  private Set<MethodRef> functions() {
    if (functions == null) {
      functions = new HashSet<>();
      for (MethodFlow flow : flows.all()) {
        for (int n = 0; n < flow.ops(); n++) {
          if (flow.op(n) instanceof Op.New made) {
            made.function().ifPresent(f -> functions.add(f.target()));
          }
        }
      }
    }
    return functions;
  }
}
