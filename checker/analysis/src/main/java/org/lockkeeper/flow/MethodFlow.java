package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value.Var;

/**
 * What is known at every point of one method: a forward analysis to a fixed point (Kildall 1973).
 * Operations are numbered through the blocks in order.
 */
public final class MethodFlow {
  private static final int MAX_VISITS = 40;

  private final MethodInfo method;
  private final MethodBody body;
  private final Slots slots;
  private final Transfer transfer;
  private final java.util.BitSet verdicts;
  private final State[] entries;
  private final int[] order;
  private final boolean[] loopHead;
  private final Sym[][] args;
  private final int[] constructors;
  private List<Branch> branches;

  /** Solves a body whose callers hold {@code entry}. */
  MethodFlow(MethodInfo method, MethodBody body, HeldLocks entry, Knowledge knowledge) {
    this.method = method;
    this.body = body;
    this.slots = new Slots(body);
    this.entries = new State[body.blocks().size()];
    this.order = new int[entries.length];
    this.loopHead = new boolean[entries.length];
    this.args = new Sym[slots.ops()][];
    this.constructors = new int[slots.ops()];
    this.transfer = new Transfer(this, knowledge);
    this.verdicts = Verdicts.of(body);
    number();
    solve(entry);
  }

  /** The method. */
  public MethodInfo method() {
    return method;
  }

  /** Its body. */
  public MethodBody body() {
    return body;
  }

  Slots slots() {
    return slots;
  }

  /** Notes which call constructs an allocation. */
  void constructed(int allocation, int call) {
    constructors[allocation] = call;
  }

  Sym[][] savedArgs() {
    return args;
  }

  /** Visits every operation that can be reached, block by block. */
  public interface Visitor {
    /** Called before the operation takes effect. */
    void at(Op op, int number, Point point);

    /** Called after a block's last operation. */
    default void end(Block block, Point point) {}
  }

  /** Runs through all reachable operations in the order of the blocks. */
  public void replay(Visitor visitor) {
    Point point = new Point(slots, new Sym[body.varCount()]);
    for (Block block : body.blocks()) {
      if (entries[block.index()] != null) {
        point.state = entries[block.index()].copy();
        int n = slots.first(block.index());
        for (Op op : block.ops()) {
          visitor.at(op, n, point);
          transfer.apply(op, n++, point);
        }
        visitor.end(block, point);
      }
    }
  }

  /** A block's end that tests two values. */
  record Branch(int block, Sym left, Sym right) {}

  /** Every branch whose test looks at something got or computed from an operation. */
  List<Branch> branches(int op) {
    if (branches == null) {
      branches = new java.util.ArrayList<>();
      replay(
          new Visitor() {
            @Override
            public void at(Op each, int number, Point point) {}

            @Override
            public void end(Block block, Point point) {
              for (Block.Edge edge : block.next()) {
                if (edge.test().isPresent()) {
                  Op.Test t = edge.test().get();
                  branches.add(
                      new Branch(block.index(), point.sym(t.left()), point.sym(t.right())));
                  return;
                }
              }
            }
          });
    }
    List<Branch> found = new java.util.ArrayList<>();
    for (Branch b : branches) {
      if (dependsOn(b.left(), op) || dependsOn(b.right(), op)) {
        found.add(b);
      }
    }
    return found;
  }

  /** Visits every reached call without replaying what is known: see {@link #args}. */
  void calls(CallVisitor visitor) {
    for (Block block : body.blocks()) {
      int n = slots.first(block.index());
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && args[n] != null) {
          visitor.at(call, n);
        }
        n++;
      }
    }
  }

  /** Sees calls. */
  interface CallVisitor {
    /** Called for each. */
    void at(Op.Call call, int number);
  }

  /** Whether one block can run after another, by normal edges. */
  boolean reaches(int from, int to) {
    java.util.BitSet seen = new java.util.BitSet();
    Deque<Integer> work = new ArrayDeque<>(List.of(from));
    while (!work.isEmpty()) {
      for (Block.Edge e : body.blocks().get(work.poll()).next()) {
        if (e.target() == to) {
          return true;
        }
        if (!seen.get(e.target())) {
          seen.set(e.target());
          work.add(e.target());
        }
      }
    }
    return false;
  }

  /** Whether a block can be reached. */
  public boolean reached(int block) {
    return entries[block] != null;
  }

  /** The place of a field or element at a point; empty when its path is too long to follow. */
  java.util.Optional<Place> cell(Op.Slot slot, Point at) {
    return transfer.cell(slot, at);
  }

  /** Whether a block is the head of a loop. */
  boolean loopHead(int block) {
    return loopHead[block];
  }

  /** Position of a block in the order of the flow: predecessors first, back edges aside. */
  int order(int block) {
    return order[block];
  }

  /** Block of an operation. */
  public int blockOf(int op) {
    return slots.blockOf(op);
  }

  /** Number of a block's first operation. */
  public int first(int block) {
    return slots.first(block);
  }

  /** The operation with a number. */
  public Op op(int number) {
    int block = slots.blockOf(number);
    return body.blocks().get(block).ops().get(number - slots.first(block));
  }

  /** Arguments of a reached call, the receiver first; {@code null} stands for unknown ones. */
  public Sym[] args(int call) {
    return call >= 0 && call < args.length && args[call] != null ? args[call] : new Sym[0];
  }

  /** Whether a value was got or computed from an operation, also through the arguments of calls. */
  public boolean dependsOn(Sym value, int op) {
    return dependsOn(value, op, 3);
  }

  private boolean dependsOn(Sym value, int op, int depth) {
    if (value == null || value.from(op)) {
      return value != null;
    }
    if (depth == 0) {
      return false;
    }
    for (Sym leaf : value.leaves()) {
      if (leaf instanceof Sym.At at) {
        for (Sym arg : args(maker(at.place().root()))) {
          if (arg != leaf && dependsOn(arg, op, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * The call that made a value: itself for a result, the constructor's for an object; -1 for
   * others.
   */
  int maker(Root root) {
    if (root instanceof Root.Unknown u) {
      return u.op();
    }
    if (root instanceof Root.Fresh f) {
      return op(f.op()) instanceof Op.New n && n.function().isEmpty()
          ? constructors[f.op()]
          : f.op();
    }
    return -1;
  }

  private void number() {
    int[] colour = new int[entries.length];
    Deque<int[]> stack = new ArrayDeque<>();
    Arrays.fill(order, Integer.MAX_VALUE);
    int next = entries.length;
    stack.push(new int[] {0, 0});
    colour[0] = 1;
    while (!stack.isEmpty()) {
      int[] top = stack.peek();
      int[] targets = targets(body.blocks().get(top[0]));
      if (top[1] < targets.length) {
        int target = targets[top[1]++];
        if (colour[target] == 0) {
          colour[target] = 1;
          stack.push(new int[] {target, 0});
        } else if (colour[target] == 1) {
          loopHead[target] = true;
        }
      } else {
        colour[top[0]] = 2;
        order[top[0]] = --next;
        stack.pop();
      }
    }
  }

  /** Normal, then exceptional successors. */
  static int[] targets(Block block) {
    int[] all = new int[block.next().size() + block.handlers().size()];
    int n = 0;
    for (Block.Edge edge : block.next()) {
      all[n++] = edge.target();
    }
    for (Block.Handler handler : block.handlers()) {
      all[n++] = handler.target();
    }
    return all;
  }

  private void solve(HeldLocks entry) {
    State start = new State(slots.count());
    start.held = entry;
    List<Var> params = body.params();
    for (int i = 0; i < params.size(); i++) {
      boolean self = i == 0 && !method.isStatic();
      int index = method.isStatic() ? i : i - 1;
      Root root = self ? new Root.This() : new Root.Param(index, params.get(i).name());
      start.vars[slots.of(params.get(i))] = new Sym.At(Place.of(root, params.get(i).type()), -1);
    }
    entries[0] = start;
    int[] visits = new int[entries.length];
    PriorityQueue<Integer> work =
        new PriorityQueue<>((a, b) -> Integer.compare(order[a], order[b]));
    boolean[] queued = new boolean[entries.length];
    work.add(0);
    Point point = new Point(slots, new Sym[body.varCount()]);
    while (!work.isEmpty()) {
      int at = work.poll();
      queued[at] = false;
      if (visits[at]++ < MAX_VISITS) {
        flow(body.blocks().get(at), point, work, queued);
      }
    }
  }

  private void flow(Block block, Point point, PriorityQueue<Integer> work, boolean[] queued) {
    point.state = entries[block.index()].copy();
    int n = slots.first(block.index());
    boolean ended = false;
    if (!block.handlers().isEmpty()) {
      throwTo(block, point.state, work, queued);
    }
    for (Op op : block.ops()) {
      if (!block.handlers().isEmpty() && (op instanceof Op.Call || op instanceof Op.Return)) {
        throwTo(block, point.state, work, queued);
      }
      ended |= transfer.apply(op, n++, point);
    }
    if (ended) {
      return;
    }
    for (Block.Edge edge : block.next()) {
      State out = point.state;
      if (edge.test().isPresent()) {
        out = transfer.assume(edge.test().get(), point);
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

  private void throwTo(Block block, State state, PriorityQueue<Integer> work, boolean[] queued) {
    for (Block.Handler handler : block.handlers()) {
      send(state, handler.target(), work, queued);
    }
  }

  private void send(State state, int target, PriorityQueue<Integer> work, boolean[] queued) {
    boolean changed = true;
    if (entries[target] == null) {
      entries[target] = state.copy();
    } else {
      changed = entries[target].join(state, loopHead[target], target);
    }
    if (changed && !queued[target]) {
      queued[target] = true;
      work.add(target);
    }
  }
}
