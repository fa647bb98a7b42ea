package org.lockkeeper.interprocedural;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

/** What the variables of a loop hold when it begins. */
public final class Beginnings {
  private final MethodFlow flow;
  private final Loops.Loop loop;

  /** Of a loop of a solved method. */
  public Beginnings(MethodFlow flow, Loops.Loop loop) {
    this.flow = flow;
    this.loop = loop;
  }

  /** The value, or the options, where operations set it on all ways there; {@code null} if not. */
  public Sym of(Value value) {
    if (value instanceof Const c) {
      return new Sym.Lit(c.value());
    }
    Set<Integer> set = value instanceof Var v ? definitions(v) : Set.of();
    if (set.isEmpty() || set.size() > Sym.MAX_OPTIONS || set.contains(-1)) {
      return null;
    }
    List<Sym> all = set.stream().map(op -> set(op, (Var) value)).toList();
    return all.size() == 1 ? all.get(0) : new Sym.Any(all);
  }

  /** Operations that set the variable last; -1 when none does on some way. */
  private Set<Integer> definitions(Var v) {
    Set<Integer> found = new TreeSet<>();
    BitSet seen = (BitSet) loop.blocks().clone();
    Deque<Integer> work = new ArrayDeque<>(before(loop.head(), seen));
    while (!work.isEmpty()) {
      int block = work.poll();
      if (!seen.get(block)) {
        seen.set(block);
        int last = last(block, v);
        List<Integer> further = before(block, seen);
        if (last >= 0 || block == 0) {
          found.add(last);
        } else {
          work.addAll(further);
        }
      }
    }
    return found;
  }

  private List<Integer> before(int block, BitSet without) {
    List<Integer> all = new ArrayList<>();
    for (Block b : flow.body().blocks()) {
      boolean counts = flow.reached(b.index()) && !without.get(b.index());
      for (int target : counts ? Ways.all(b) : new int[0]) {
        if (target == block) {
          all.add(b.index());
        }
      }
    }
    return all;
  }

  private int last(int block, Var v) {
    List<Op> ops = flow.body().blocks().get(block).ops();
    for (int i = ops.size() - 1; i >= 0; i--) {
      Value to = Operands.made(ops.get(i));
      if (v.equals(to)) {
        return flow.first(block) + i;
      }
    }
    return -1;
  }

  private Sym set(int op, Var v) {
    Sym[] found = {new Sym.At(Place.of(new Root.Unknown(op, v.name()), v.type()), op)};
    flow.replay(
        (each, n, at) -> {
          if (n == op && each instanceof Op.Copy c) {
            Sym copied = copied(c, n, at);
            found[0] = copied == null ? found[0] : copied;
          }
        });
    return found[0];
  }

  private static Sym copied(Op.Copy c, int n, Point at) {
    List<Sym> from = new ArrayList<>();
    c.from().forEach(f -> from.add(at.sym(f)));
    return from.size() == 1 ? from.get(0) : new Sym.Calc(c.operator(), from, n);
  }
}
