package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/**
 * What each operation, and each test at a block's end, was found to use when the method was solved.
 * Written by the solver, last visit last; then only read. What is the same everywhere takes no
 * room.
 */
final class Seen {
  private static final Sym[] NOTHING = {};

  private final Numbering numbers;

  /**
   * By operation, then by block: a {@link Sym}, {@link Several}, or the {@code Sym[]} of a call.
   */
  private final Object[] used;

  private HeldLocks[] held;

  /** Few methods answer whether they hold a lock. */
  private Map<Integer, HeldLocks> yes = Map.of();

  private Map<Integer, HeldLocks> no = Map.of();
  private Set<Integer>[] escaped;
  private Set<Assumption>[] assumed;
  private FieldValues[] fields;

  Seen(Numbering numbers, int blocks) {
    this.numbers = numbers;
    this.used = new Object[numbers.ops() + blocks];
  }

  /**
   * Notes what is known before an operation; a call's arguments and captures come by themselves.
   */
  void before(Op op, int n, Live at) {
    around(n, at);
    if (op instanceof Op.Copy c) {
      used[n] = c.from().size() == 1 ? one(c.from().get(0), at) : several(c.from(), at);
    } else if (op instanceof Op.Read r) {
      used[n] =
          r.slot().index().isPresent()
              ? several(Operands.used(op), at)
              : r.slot().base().isPresent() ? one(r.slot().base().get(), at) : null;
    } else if (op instanceof Op.Return r) {
      used[n] = r.value().isPresent() ? one(r.value().get(), at) : null;
    } else if (op instanceof Op.Enter e) {
      used[n] = one(e.lock(), at);
    } else if (op instanceof Op.Exit e) {
      used[n] = one(e.lock(), at);
    } else if (op instanceof Op.Write w) {
      used[n] =
          w.slot().base().isPresent() || w.slot().index().isPresent()
              ? several(Operands.used(op), at)
              : one(w.value(), at);
    }
  }

  /** Notes what is known after a block's last operation. */
  void end(Block block, Live at) {
    int n = numbers.ops() + block.index();
    around(n, at);
    List<Value> tested = tested(block);
    used[n] =
        tested.isEmpty() ? null : tested.size() == 1 ? one(tested.get(0), at) : several(tested, at);
  }

  /** Notes what is held before a return that tells {@code true} or {@code false}. */
  void answers(int n, HeldLocks ifTrue, HeldLocks ifFalse) {
    if (yes.isEmpty()) {
      yes = new HashMap<>();
      no = new HashMap<>();
    }
    yes.put(n, ifTrue);
    no.put(n, ifFalse);
  }

  /** Notes the arguments of a call, or what a function object captures. */
  void args(int n, Sym[] args) {
    used[n] = args;
  }

  /** Whether a call was reached. */
  boolean called(int n) {
    return used[n] != null;
  }

  /** What {@link #args(int, Sym[])} noted; empty for what was not reached. */
  Sym[] args(int n) {
    return n >= 0 && n < numbers.ops() && used[n] instanceof Sym[] args ? args : NOTHING;
  }

  private static Object one(Value value, Live at) {
    return value instanceof Var v ? at.of(v) : null;
  }

  private record Several(Sym[] all) {}

  private static Several several(List<Value> values, Live at) {
    Sym[] all = new Sym[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get(i) instanceof Var v ? at.of(v) : null;
    }
    return new Several(all);
  }

  private void around(int n, Live at) {
    if (held != null || !at.held().isEmpty()) {
      if (held == null) {
        held = new HeldLocks[used.length];
        Arrays.fill(held, HeldLocks.NONE);
      }
      held[n] = at.held();
    }
    if (escaped != null || !at.escaped().isEmpty()) {
      escaped = escaped == null ? none() : escaped;
      escaped[n] = at.escaped();
    }
    if (fields != null || !at.fields().isEmpty()) {
      if (fields == null) {
        fields = new FieldValues[used.length];
        Arrays.fill(fields, FieldValues.NONE);
      }
      fields[n] = at.fields();
    }
    if (assumed != null || !at.assumed().isEmpty()) {
      assumed = assumed == null ? none() : assumed;
      assumed[n] = at.assumed();
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Set<T>[] none() {
    Set<T>[] all = (Set<T>[]) new Set<?>[used.length];
    Arrays.fill(all, Set.of());
    return all;
  }

  /** The locks found held before an operation, as far as it was reached. */
  HeldLocks held(int n) {
    return held == null ? HeldLocks.NONE : held[n];
  }

  /** What was shown before an operation. */
  Set<Assumption> assumed(int n) {
    return assumed == null ? Set.of() : assumed[n];
  }

  /** Whether any lock is held anywhere. */
  boolean locks() {
    return held != null;
  }

  /** The variables that the tests at a block's end look at, each once. */
  private static List<Value> tested(Block block) {
    List<Value> all = List.of();
    for (Block.Edge edge : block.next()) {
      if (edge.test().isPresent()) {
        Op.Test t = edge.test().get();
        for (int i = 0; i < 2; i++) {
          Value v = i == 0 ? t.left() : t.right();
          if (v instanceof Var && !all.contains(v)) {
            all = all.isEmpty() ? new ArrayList<>(2) : all;
            all.add(v);
          }
        }
      }
    }
    return all;
  }

  /** A point that moves over what was seen. */
  Cursor cursor() {
    return new Cursor();
  }

  /** Stands before an operation, or at a block's end. */
  final class Cursor extends Point {
    private int at;
    private Op op;
    private Block block;

    private Cursor() {}

    void move(Op to, int n) {
      op = to;
      at = n;
    }

    void move(Block to) {
      op = null;
      block = to;
      at = numbers.ops() + to.index();
    }

    @Override
    Sym of(Var v) {
      Object all = used[at];
      if (all == null || all instanceof Sym) {
        return all != null && only(v) ? (Sym) all : null;
      }
      Sym[] several = all instanceof Several s ? s.all() : (Sym[]) all;
      int i = (op == null ? tested(block) : Operands.used(op)).indexOf(v);
      return i < 0 || i >= several.length ? null : several[i];
    }

    private boolean only(Var v) {
      return op == null ? tested(block).contains(v) : Operands.used(op).contains(v);
    }

    @Override
    Set<Integer> escaped() {
      return escaped == null ? Set.of() : escaped[at];
    }

    @Override
    FieldValues fields() {
      return fields == null ? FieldValues.NONE : fields[at];
    }

    @Override
    public HeldLocks held() {
      return Seen.this.held(at);
    }

    @Override
    public HeldLocks held(boolean answer) {
      return (answer ? yes : no).getOrDefault(at, held());
    }

    @Override
    public Set<Assumption> assumed() {
      return Seen.this.assumed(at);
    }
  }
}
