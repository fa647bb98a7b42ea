package org.lockkeeper.flow;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value.Var;

/** Solves one method to a fixed point (Kildall 1973); what it finds goes to {@link Seen}. */
final class Solver {
  private static final int MAX_VISITS = 40;
  private static final BitSet NONE = new BitSet();

  private final MethodFlow flow;
  private final MethodInfo method;
  private final MethodBody body;
  private final Seen seen;
  private final Slots slots;
  private final Transfer transfer;
  private final BitSet verdicts;
  private final State[] entries;
  private final Map<Integer, BitSet> widened = new HashMap<>();
  private final Knowledge knowledge;
  private final BitSet joins;
  private boolean uneven;
  private final Coupling coupling = new Coupling();

  Solver(MethodFlow flow, Seen seen, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.method = flow.method();
    this.body = flow.body();
    this.seen = seen;
    this.slots = new Slots(body);
    this.transfer = new Transfer(flow, seen, knowledge);
    this.verdicts = Verdicts.of(body);
    this.entries = new State[body.blocks().size()];
    this.joins = joins(body);
  }

  /** Blocks that several edges lead to, or that exceptions do from wherever they are thrown. */
  private static BitSet joins(MethodBody body) {
    BitSet joins = new BitSet();
    BitSet once = new BitSet();
    once.set(0);
    for (Block block : body.blocks()) {
      block.handlers().forEach(h -> joins.set(h.target()));
      for (Block.Edge edge : block.next()) {
        joins.set(edge.target(), joins.get(edge.target()) || once.get(edge.target()));
        once.set(edge.target());
      }
    }
    return joins;
  }

  /** Returns the blocks that can be reached. */
  BitSet solve(HeldLocks entry) {
    State start = new State(slots.count());
    start.held = entry;
    List<Var> params = body.params();
    for (int i = 0; i < params.size(); i++) {
      boolean self = i == 0 && !method.isStatic();
      int index = method.isStatic() ? i : i - 1;
      Root root = self ? new Root.This() : new Root.Param(index, params.get(i).name());
      start.vars[slots.of(params.get(i))] = new Sym.At(Place.of(root, params.get(i).type()), -1);
    }
    Live point = new Live(slots, new Sym[body.varCount()]);
    if (entries.length == 1 && body.blocks().get(0).next().isEmpty()) {
      entries[0] = start;
      straight(start, point);
      return reached();
    }
    entries[0] = start.copy();
    run(point);
    boolean again = seen.locks() && widen();
    uneven |= seen.locks() && sided();
    if (again || uneven) {
      start.correlations = uneven ? Correlations.NONE : null;
      Arrays.fill(entries, null);
      entries[0] = start;
      run(point);
    }
    return reached();
  }

  /**
   * Notes which variables differ from round to round, so that solving again takes them for unknown
   * from the first round on: a lock that a loop takes on such a variable is then one lock.
   */
  private boolean widen() {
    for (int block = 0; block < entries.length; block++) {
      if (entries[block] != null && flow.loopHead(block)) {
        BitSet phis = entries[block].phis(block);
        if (!phis.isEmpty()) {
          widened.put(block, phis);
        }
      }
    }
    return !widened.isEmpty();
  }

  /** Whether a variable holds either side of a lock. */
  private boolean sided() {
    return Arrays.stream(entries)
        .filter(Objects::nonNull)
        .flatMap(e -> Arrays.stream(e.vars))
        .anyMatch(v -> Choices.sides(v).isPresent());
  }

  /** One block and no way back: there is nothing to join. */
  private void straight(State start, Live point) {
    point.state = start;
    int n = 0;
    for (Op op : body.blocks().get(0).ops()) {
      seen.before(op, n, point);
      transfer.apply(op, n++, point);
    }
    seen.end(body.blocks().get(0), point);
  }

  private void run(Live point) {
    int[] visits = new int[entries.length];
    PriorityQueue<Integer> work =
        new PriorityQueue<>((a, b) -> Integer.compare(flow.order(a), flow.order(b)));
    boolean[] queued = new boolean[entries.length];
    work.add(0);
    while (!work.isEmpty()) {
      int at = work.poll();
      queued[at] = false;
      if (visits[at]++ < MAX_VISITS) {
        flow(body.blocks().get(at), point, work, queued);
      }
    }
  }

  private BitSet reached() {
    BitSet reached = new BitSet();
    for (int i = 0; i < entries.length; i++) {
      reached.set(i, entries[i] != null);
    }
    return reached;
  }

  private void flow(Block block, Live point, PriorityQueue<Integer> work, boolean[] queued) {
    point.state = entries[block.index()].copy();
    int n = flow.first(block.index());
    boolean ended = false;
    if (!block.handlers().isEmpty()) {
      throwTo(block, point.state, work, queued);
    }
    for (Op op : block.ops()) {
      if (!block.handlers().isEmpty() && (op instanceof Op.Call || op instanceof Op.Return)) {
        throwTo(block, point.state, work, queued);
      }
      seen.before(op, n, point);
      if (op instanceof Op.Return r && point.state.correlations != null) {
        answers(r, n, point);
      }
      ended |= transfer.apply(op, n++, point);
    }
    seen.end(block, point);
    if (ended) {
      return;
    }
    for (Block.Edge edge : block.next()) {
      State out = point.state;
      if (edge.test().isPresent()) {
        out = transfer.assume(edge.test().get(), point);
        if (out != null && out.correlations != null) {
          out = out == point.state ? out.copy() : out;
          Correlations.assume(edge.test().get(), point, out, flow, knowledge);
        }
      }
      if (out != null && verdicts.get(edge.target())) {
        out = out == point.state ? out.copy() : out;
        out.tested = transfer.looked(edge.test().get(), point);
      }
      if (out != null) {
        send(out, edge.target(), work, queued);
      }
    }
  }

  private void answers(Op.Return end, int n, Live point) {
    if (!end.thrown() && method.ref().returns().equals("boolean") && end.value().isPresent()) {
      HeldLocks yes = Correlations.answered(end, true, point, flow, knowledge);
      HeldLocks no = Correlations.answered(end, false, point, flow, knowledge);
      seen.answers(n, yes, no);
    }
  }

  private void throwTo(Block block, State state, PriorityQueue<Integer> work, boolean[] queued) {
    for (Block.Handler handler : block.handlers()) {
      send(state, handler.target(), work, queued);
    }
  }

  private void send(State state, int target, PriorityQueue<Integer> work, boolean[] queued) {
    boolean changed = true;
    boolean head = flow.loopHead(target);
    State in = head && !widened.isEmpty() ? coupling.named(state, target) : state;
    if (entries[target] == null) {
      entries[target] = in.copy();
      entries[target].widen(widened.getOrDefault(target, NONE), target);
    } else if (!joins.get(target)) {
      changed = entries[target].join(in, false, target);
      entries[target] = changed ? in.copy() : entries[target];
    } else {
      if (head && widened.isEmpty()) {
        coupling.note(entries[target], in, target);
      }
      uneven |= entries[target].held.all().size() != in.held.all().size();
      changed = entries[target].join(in, head, target);
    }
    if (changed && !queued[target]) {
      queued[target] = true;
      work.add(target);
    }
  }
}
