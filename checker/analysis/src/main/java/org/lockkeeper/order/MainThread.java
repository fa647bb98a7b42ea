package org.lockkeeper.order;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * What {@code main} and the tasks that it starts do at the same time: nothing before a start, and
 * nothing after a join (JLS 17.4.4).
 */
final class MainThread {
  private final MethodFlow flow;
  private final Flows flows;
  private final Map<MethodRef, BitSet> tasks = new HashMap<>();
  private final Map<Integer, Place> started = new HashMap<>();
  private final Map<Integer, BitSet> live = new HashMap<>();

  MainThread(MethodFlow flow, Flows flows) {
    this.flow = flow;
    this.flows = flows;
    flow.calls(this::started);
    follow();
  }

  /** Whether a program starts here. */
  static boolean is(MethodFlow flow) {
    MethodRef ref = flow.method().ref();
    return ref.name().equals("main")
        && flow.method().isStatic()
        && ref.params().equals(List.of("java.lang.String[]"));
  }

  /** Operations that start a task, by the method that it runs. */
  Map<MethodRef, BitSet> tasks() {
    return tasks;
  }

  /** Whether a task that one operation starts may run when another is reached. */
  boolean live(int start, int op) {
    return live.getOrDefault(op, new BitSet()).get(start);
  }

  private void started(Op.Call call, int n) {
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      int start = h.later() ? begun(call, n) : -1;
      if (h.later()) {
        BitSet all = tasks.computeIfAbsent(h.target().ref(), k -> new BitSet());
        if (start >= 0) {
          all.set(start);
          receiver(start).ifPresent(p -> started.put(start, p));
        }
      }
    }
  }

  /** The call that starts it: a thread's is not the one that makes it. -1 if it is elsewhere. */
  private int begun(Op.Call maker, int op) {
    int[] found = {maker.method().isConstructor() ? -1 : op};
    Optional<Place> made = receiver(op);
    if (maker.method().isConstructor() && made.isPresent()) {
      flow.calls(
          (call, n) -> {
            boolean starts = AfterStart.starts(call, flow) && receiver(n).equals(made);
            found[0] = starts ? n : found[0];
          });
    }
    return found[0];
  }

  private Optional<Place> receiver(int op) {
    Sym[] args = flow.args(op);
    return args.length > 0 && args[0] != null ? args[0].where() : Optional.empty();
  }

  private void follow() {
    Set<Integer> starts = new HashSet<>();
    tasks.values().forEach(all -> all.stream().forEach(starts::add));
    BitSet[] in = new BitSet[flow.body().blocks().size()];
    in[0] = new BitSet();
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      int at = work.poll();
      BitSet out = through(flow.body().blocks().get(at), (BitSet) in[at].clone(), starts);
      for (int next : Ways.all(flow.body().blocks().get(at))) {
        BitSet before = in[next] == null ? null : (BitSet) in[next].clone();
        in[next] = in[next] == null ? new BitSet() : in[next];
        in[next].or(out);
        if (!in[next].equals(before)) {
          work.add(next);
        }
      }
    }
  }

  private BitSet through(Block block, BitSet now, Set<Integer> starts) {
    int n = flow.first(block.index());
    for (Op op : block.ops()) {
      live.put(n, (BitSet) now.clone());
      if (starts.contains(n)) {
        now.set(n);
      } else if (op instanceof Op.Call call && joins(call)) {
        Optional<Place> joined = receiver(n);
        now.stream()
            .filter(s -> joined.isPresent() && joined.get().equals(started.get(s)))
            .forEach(now::clear);
      }
      n++;
    }
    return now;
  }

  /** Whether a call waits for the end of its thread, however long that takes. */
  private boolean joins(Op.Call call) {
    return flows.book().all(Fact.Blocks.class, call.method()).stream()
        .anyMatch(b -> b.kind().equals("wait-thread") && b.timeout().isEmpty());
  }
}
