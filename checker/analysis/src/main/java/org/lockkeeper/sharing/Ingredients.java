package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * What values are made of: the arguments of the calls that gave them, the objects whose fields they
 * were read from, the number that chose an element, and what new objects were filled with.
 */
final class Ingredients {
  private final MethodFlow flow;
  private final Map<Integer, Sym> bases = new HashMap<>();
  private final Map<Integer, Sym> indexes = new HashMap<>();
  private final Map<Integer, List<Filling>> fillings = new HashMap<>();

  /** A value goes into a new object. */
  private record Filling(Sym value, int op) {}

  Ingredients(MethodFlow flow) {
    this.flow = flow;
    flow.replay(this::visit);
  }

  /** Whether what an operation got is in a value when another operation runs. */
  boolean have(Sym value, int op, int before) {
    return new Search(op, before).in(value);
  }

  /** For what an operation got; nothing is looked at twice. */
  private final class Search {
    private final int op;
    private final int before;
    private final Set<Object> seen = new HashSet<>();

    Search(int op, int before) {
      this.op = op;
      this.before = before;
    }

    boolean in(Sym value) {
      return value != null && (value.from(op) || value.leaves().stream().anyMatch(this::inLeaf));
    }

    private boolean inLeaf(Sym leaf) {
      return leaf instanceof Sym.At at
          && (inMade(flow.maker(at.place().root()))
              || inMade(at.origin())
              || at.place().root() instanceof Root.Fresh made && inFillings(made.op()));
    }

    private boolean inMade(int by) {
      return seen.add(by)
          && (Arrays.stream(flow.args(by)).anyMatch(this::in)
              || in(bases.get(by))
              || in(indexes.get(by)));
    }

    private boolean inFillings(int object) {
      return fillings.getOrDefault(object, List.of()).stream().anyMatch(this::inFilling);
    }

    private boolean inFilling(Filling filling) {
      return runs(filling.op()) && seen.add(filling) && in(filling.value());
    }

    private boolean runs(int n) {
      int from = flow.blockOf(n);
      int to = flow.blockOf(before);
      return from == to && n < before || flow.reaches(from, to);
    }
  }

  private void visit(Op op, int n, Point at) {
    if (op instanceof Op.Read read) {
      bases.put(n, base(read.slot(), at));
      read.slot().index().ifPresent(i -> indexes.put(n, at.sym(i)));
    } else if (op instanceof Op.Write write) {
      fill(base(write.slot(), at), at.sym(write.value()), n);
    } else if (op instanceof Op.Call call) {
      call(call, n);
    }
  }

  private static Sym base(Op.Slot slot, Point at) {
    return slot.base().map(at::sym).orElse(null);
  }

  /** A new object takes in what is given to its methods. */
  private void call(Op.Call call, int n) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    boolean stores = flow.meaning(call.method()).stores();
    for (int i = 0; i < args.length; i++) {
      if (receiver && i == 0 || stores) {
        fill(args[i], args, n);
      }
      for (Sym captured : captured(args[i])) {
        fill(captured, args, n);
      }
    }
  }

  /** {@code old.forEach(copy::add)}. */
  private Sym[] captured(Sym function) {
    boolean made = function instanceof Sym.At at && flow.function(at.place().root()).isPresent();
    return made ? flow.args(((Sym.At) function).origin()) : new Sym[0];
  }

  private void fill(Sym object, Sym[] values, int n) {
    for (Sym value : values) {
      if (value != object) {
        fill(object, value, n);
      }
    }
  }

  private void fill(Sym object, Sym value, int n) {
    if (value != null
        && object instanceof Sym.At at
        && at.place().root() instanceof Root.Fresh made
        && flow.function(made).isEmpty()) {
      fillings.computeIfAbsent(made.op(), k -> new ArrayList<>()).add(new Filling(value, n));
    }
  }
}
