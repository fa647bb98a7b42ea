package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

/** How a loop changes its variables from round to round. */
final class LoopSteps {
  private static final Set<String> SHRINKING = Set.of("/", "%", ">>", ">>>", "&");

  private static final Set<String> GROWING = Set.of("+", "*");

  private final MethodFlow flow;
  private final Loops.Loop loop;
  private final Map<Integer, List<Sym>> steps = new HashMap<>();
  private final Set<Integer> halved = new HashSet<>();
  private final Map<Integer, BitSet> counted = new HashMap<>();
  private final Set<Integer> jumped = new HashSet<>();
  private final Map<Integer, Integer> derived = new HashMap<>();
  private final Map<Integer, Integer> typed = new HashMap<>();
  private final Map<Integer, Integer> picked = new HashMap<>();
  private final Set<Integer> links = new HashSet<>();

  LoopSteps(MethodFlow flow, Loops.Loop loop) {
    this.flow = flow;
    this.loop = loop;
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Copy c && loop.blocks().get(flow.blockOf(n))) {
            copy(c, flow.blockOf(n), at);
          } else if (op instanceof Op.Read r && loop.blocks().get(flow.blockOf(n))) {
            picked(r);
          }
        });
  }

  /** An element by a number that a variable keeps. */
  private void picked(Op.Read r) {
    if (r.slot().index().orElse(null) instanceof Var index) {
      picked.put(r.to().index(), index.index());
      link(r.to().index(), r.to().index());
    }
  }

  private void link(int to, int from) {
    if (picked.getOrDefault(from, -1) == to) {
      links.add(to);
    }
  }

  /** {@code while (parent[x] != x) x = parent[x]}: goes from number to number. */
  boolean follows(Value value) {
    return value instanceof Var v
        && (links.contains(v.index()) || links.contains(picked.getOrDefault(v.index(), -1)));
  }

  private void copy(Op.Copy c, int block, Point at) {
    boolean of = c.from().size() >= 1 && c.from().get(0) instanceof Var;
    if (of && c.operator().isEmpty()) {
      link(c.to().index(), ((Var) c.from().get(0)).index());
    }
    if (of && c.operator().equals("&") && clears(c, at)) {
      halved.add(c.to().index());
    } else if (of && SHRINKING.contains(c.operator())) {
      int from = ((Var) c.from().get(0)).index();
      derived.put(c.to().index(), from);
      boolean itself = from == c.to().index() && !c.operator().equals("&");
      if (itself) {
        halved.add(from);
      }
    } else if (of && c.operator().equals("instanceof")) {
      typed.put(c.to().index(), ((Var) c.from().get(0)).index());
    } else if (of && c.from().size() == 2 && ((Var) c.from().get(0)).index() == c.to().index()) {
      boolean step =
          (c.operator().equals("+") || c.operator().equals("-"))
              && c.from().get(1) instanceof Const;
      if (step) {
        counted.computeIfAbsent(c.to().index(), k -> new BitSet()).set(block);
      } else {
        jumped.add(c.to().index());
      }
    } else if (c.from().size() == 1) {
      jumped.add(c.to().index());
      steps.computeIfAbsent(c.to().index(), k -> new ArrayList<>()).add(at.sym(c.from().get(0)));
    }
  }

  /** {@code bits & bits - 1} has one bit less. */
  private static boolean clears(Op.Copy c, Point at) {
    return c.from().size() == 2
        && at.sym(c.from().get(1)) instanceof Sym.Calc less
        && less.operator().equals("-")
        && less.parts().get(1) instanceof Sym.Lit
        && less.parts().get(0) != null
        && less.parts().get(0).equals(at.sym(c.from().get(0)));
  }

  /** What a variable is set to in the loop, as far as it is a plain move. */
  List<Sym> of(Var v) {
    return steps.getOrDefault(v.index(), List.of());
  }

  /** Whether the variable goes up or down by a constant in every round, and in no other way. */
  boolean counts(Value value) {
    BitSet there = value instanceof Var v ? counted.get(v.index()) : null;
    return there != null
        && !jumped.contains(((Var) value).index())
        && !Loops.cycles(flow.body(), loop, there, new BitSet());
  }

  /** Whether the variable goes by a constant in some rounds, and stays in others. */
  boolean skips(Value value) {
    BitSet there = value instanceof Var v ? counted.get(v.index()) : null;
    return there != null
        && !jumped.contains(((Var) value).index())
        && Loops.cycles(flow.body(), loop, there, new BitSet());
  }

  /** Every round divides the variable, or what it is computed from. */
  boolean shrinks(Value value) {
    if (!(value instanceof Var v)) {
      return false;
    }
    Integer from = derived.get(v.index());
    return divided(v.index()) || from != null && divided(from);
  }

  private boolean divided(int v) {
    boolean all = halved.contains(v) || steps.containsKey(v);
    for (Sym step : steps.getOrDefault(v, List.of())) {
      all = all && step instanceof Sym.Calc c && SHRINKING.contains(c.operator()) && !cuts(c);
    }
    return all;
  }

  /** {@code (x * 5 + 1) & mask} grows before it is cut off. */
  private static boolean cuts(Sym.Calc c) {
    return (c.operator().equals("&") || c.operator().equals("%"))
        && c.parts().get(0) instanceof Sym.Calc grown
        && GROWING.contains(grown.operator());
  }

  /** {@code while (x instanceof Wrapper) x = x.unwrap()}: goes from object to object. */
  boolean unwraps(Value value) {
    Integer of = value instanceof Var v ? typed.get(v.index()) : null;
    return of != null && steps.containsKey(of);
  }
}
