package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/**
 * Function objects that never leave their method: kept in an array or in what {@code List.of} made
 * of them, and run there or in a private helper that is given the container.
 */
public final class OwnFunctions {
  private static final int MAX_HELPERS = 2;

  /** In place of a parameter: the receiver. */
  private static final int SELF = -2;

  private final Flows flows;

  /** Of solved methods. */
  public OwnFunctions(Flows flows) {
    this.flows = flows;
  }

  /** Whether a call that seems to keep a function object for later only puts it there. */
  public boolean keeps(Handoffs.Handoff h, Sym given, MethodFlow flow) {
    return h.later()
        && !h.declared()
        && given instanceof Sym.At at
        && at.place().root() instanceof Root.Fresh made
        && held(made.op(), flow).isPresent();
  }

  /**
   * Locks held wherever one may run; empty when others may get hold of it. An object of a class
   * that others cannot name runs where one of its methods is called.
   */
  Optional<List<Lock>> held(int made, MethodFlow flow) {
    boolean function =
        flow.op(made) instanceof Op.New n && (n.function().isPresent() || flows.hidden(n.type()));
    Trace trace = new Trace(flow, made, -1, MAX_HELPERS);
    return function && trace.stays() ? Optional.of(trace.held) : Optional.empty();
  }

  /** Where a function object or a parameter, and all that is made of it, is used in one method. */
  private final class Trace {
    private final MethodFlow flow;
    private final int param;
    private final int helpers;
    private final BitSet made = new BitSet();
    private List<Lock> held;
    private boolean leaves;

    Trace(MethodFlow flow, int made, int param, int helpers) {
      this.flow = flow;
      this.param = param;
      this.helpers = helpers;
      if (made >= 0) {
        this.made.set(made);
      }
    }

    boolean stays() {
      int known;
      do {
        known = made.cardinality();
        held = null;
        flow.replay(this::visit);
      } while (!leaves && made.cardinality() > known);
      return !leaves && held != null;
    }

    private void visit(Op op, int n, Point at) {
      if (op instanceof Op.Write w) {
        written(w, at);
      } else if (op instanceof Op.Call call) {
        called(call, n, at);
      } else if (op instanceof Op.New created) {
        leaves |= created.function().isPresent() && anyOf(flow.args(n));
      } else if (op instanceof Op.Return r) {
        leaves |= r.value().filter(v -> out(v, at)).isPresent();
      }
    }

    /** A number is no function, whatever computed it. */
    private boolean out(Value value, Point at) {
      return value instanceof Var v && !Primitives.is(v.type()) && of(at.sym(v), MAX_HELPERS + 1);
    }

    private void written(Op.Write w, Point at) {
      if (out(w.value(), at)) {
        Sym array = w.slot().base().map(at::sym).orElse(null);
        boolean element = w.slot().field().equals(FieldRef.ELEMENT);
        if (element && array instanceof Sym.At own && own.place().root() instanceof Root.Fresh f) {
          made.set(f.op());
        } else {
          leaves = true;
        }
      }
    }

    private void called(Op.Call call, int n, Point at) {
      Sym[] args = flow.args(n);
      boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
      for (int i = 0; i < args.length; i++) {
        int position = receiver ? i - 1 : i;
        boolean on = position < 0;
        boolean number = !on && Primitives.is(call.method().params().get(position));
        if (on && call.method().isConstructor()) {
          leaves |= of(args[i], 0) && !constructed(call, n);
        } else if (!number && of(args[i], MAX_HELPERS + 1)) {
          leaves |= on && param == SELF;
          leaves |= !on && !collects(call) && !stays(call, n, position);
          if (on ? runs(call) || flows.hidden(call.method().owner()) : !collects(call)) {
            uses(at);
          }
        }
      }
    }

    /** The function itself, or what the container does with all that are in it. */
    private boolean runs(Op.Call call) {
      return flows.handoffs().runs(call)
          || call.method().params().stream()
              .anyMatch(p -> flows.handoffs().function(p).isPresent());
    }

    /** What a function answers when it runs is something else. */
    private boolean answers(Op.Call call) {
      return flows.handoffs().runs(call) || flows.hidden(call.method().owner());
    }

    /** Whether nobody else gets hold of the object while it is made. */
    private boolean constructed(Op.Call call, int n) {
      for (MethodInfo target : flows.targets(call, n, flow)) {
        Optional<MethodFlow> in = flows.flow(target.ref());
        Trace trace = in.map(f -> new Trace(f, -1, SELF, 0)).orElse(null);
        if (trace != null && !trace.stays() && trace.leaves) {
          return false;
        }
      }
      return true;
    }

    private void uses(Point at) {
      List<Lock> here = new ArrayList<>();
      at.held().all().forEach(h -> here.add(h.lock()));
      if (held == null) {
        held = here;
      } else {
        held.retainAll(here);
      }
    }

    /** {@code List.of}, {@code Arrays.asList}, {@code Optional.of}. */
    private boolean collects(Op.Call call) {
      String returns = call.method().returns();
      return call.dispatch() == Op.Dispatch.STATIC
          && call.method().owner().startsWith("java.util.")
          && !Primitives.is(returns)
          && !returns.equals("void");
    }

    private boolean stays(Op.Call call, int n, int position) {
      List<MethodInfo> targets = helpers == 0 ? List.of() : flows.targets(call, n, flow);
      for (MethodInfo target : targets) {
        Optional<MethodFlow> in = flows.flow(target.ref());
        if (!target.has(Modifier.PRIVATE)
            || in.isEmpty()
            || !new Trace(in.get(), -1, position, helpers - 1).stays()) {
          return false;
        }
      }
      return !targets.isEmpty();
    }

    private boolean anyOf(Sym[] args) {
      for (Sym arg : args) {
        if (of(arg, MAX_HELPERS + 1)) {
          return true;
        }
      }
      return false;
    }

    /** Whether a value is what is traced, or was got out of it. */
    private boolean of(Sym value, int depth) {
      for (Sym leaf : value == null ? List.<Sym>of() : value.leaves()) {
        if (leaf instanceof Sym.At at) {
          Root root = at.place().root();
          boolean own =
              root instanceof Root.Fresh f && made.get(f.op())
                  || root instanceof Root.Param p && p.index() == param
                  || root instanceof Root.This && at.place().path().isEmpty() && param == SELF;
          if (own) {
            return true;
          }
          int maker = flow.maker(root);
          boolean answer = maker >= 0 && flow.op(maker) instanceof Op.Call c && answers(c);
          for (Sym arg : depth > 0 && maker >= 0 && !answer ? flow.args(maker) : new Sym[0]) {
            if (arg != leaf && of(arg, depth - 1)) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }
}
