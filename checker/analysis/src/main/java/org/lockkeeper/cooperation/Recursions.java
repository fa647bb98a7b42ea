package org.lockkeeper.cooperation;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Cursors;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Idempotence;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/**
 * Loops in the shape of calls: recursion whose depth or breadth nothing in the arguments bounds.
 */
final class Recursions {
  private final Flows flows;

  /** A call that closes a circle. */
  record Circle(int op, Site site, String why) {}

  Recursions(Flows flows) {
    this.flows = flows;
  }

  /** Circles that close in this method, at most one. */
  List<Circle> in(MethodFlow flow) {
    List<Circle> endless = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    flow.calls(
        (call, n) -> {
          if (closes(call, n, flow)) {
            boolean same = unchanged(call, n, flow) && !movesOn(n, flow) && !reads(n, flow);
            if (same || always(n, flow) || unasked(call, n, flow)) {
              endless.add(new Circle(n, call.site(), "nothing changes from call to call"));
            } else if (self(call, n, flow) && steps(call, n, flow)) {
              steps.add(n);
            }
          }
        });
    for (int i = 0; endless.isEmpty() && i < steps.size(); i++) {
      grows(steps.get(i), steps, flow).ifPresent(endless::add);
    }
    return endless.isEmpty() ? endless : endless.subList(0, 1);
  }

  private boolean reads(int n, MethodFlow flow) {
    return new Cursors(flow, flows).before(n);
  }

  /**
   * {@code if (!cursor.isValid()) return; … cursor.increment(); next()}: what is asked has moved on
   * by the next call, and nobody else moves it back.
   */
  private boolean movesOn(int n, MethodFlow flow) {
    Set<Place> asked = new HashSet<>();
    Set<Place> moved = new HashSet<>();
    flow.calls(
        (call, m) -> {
          Place on = flow.args(m).length > 0 ? flow.args(m)[0].where().orElse(null) : null;
          boolean own = on != null && on.field().isPresent() && on.root() instanceof Root.This;
          if (own && call.dispatch() != Op.Dispatch.STATIC && Idempotence.looks(call)) {
            new Decisions(flow, m).over(n).ifPresent(d -> asked.add(on));
          } else if (own && m < n && flow.blockOf(m) == flow.blockOf(n)) {
            moved.add(on);
          }
        });
    return asked.stream().anyMatch(p -> moved.contains(p) && alone(p.type()));
  }

  /** A class of the program without a sign of threads. */
  private boolean alone(String type) {
    ClassInfo info = flows.hierarchy().find(type).orElse(null);
    return info != null
        && flows.dispatch().analyses(type)
        && info.fields().stream().noneMatch(f -> f.has(Modifier.VOLATILE) || shared(f.ref().type()))
        && info.methods().stream().noneMatch(Recursions::locks);
  }

  private boolean shared(String type) {
    return flows.book().ofType(Fact.Is.class, type).stream()
        .map(Fact.Is::trait)
        .anyMatch(t -> t == Fact.Trait.CONCURRENT || t == Fact.Trait.LOCK);
  }

  private static boolean locks(MethodInfo method) {
    return method.body().stream()
        .flatMap(b -> b.blocks().stream())
        .anyMatch(b -> b.ops().stream().anyMatch(Op.Enter.class::isInstance));
  }

  /** Whether every way through the method makes the call. */
  private static boolean always(int n, MethodFlow flow) {
    BitSet there = new BitSet();
    there.set(flow.blockOf(n));
    return itself(flow.args(n), flow.method()) && Loops.always(flow, there);
  }

  /** Not of another object, such as the next one in a chain. */
  private static boolean itself(Sym[] args, MethodInfo method) {
    return method.isStatic()
        || args.length > 0
            && args[0] instanceof Sym.At at
            && at.place().root() instanceof Root.This
            && at.place().path().isEmpty();
  }

  /** Whether what changes from call to call decides nothing. */
  private boolean unasked(Op.Call call, int n, MethodFlow flow) {
    boolean steps = self(call, n, flow) && steps(call, n, flow) && rest(call, n, flow);
    boolean[] asked = {!steps};
    flow.replay(
        (op, m, at) -> {
          for (Sym used : steps && m != n ? used(op, m, at, flow) : List.<Sym>of()) {
            asked[0] |= used != null && changing(used, call, n, flow);
          }
        });
    return !asked[0] && tests(flow).stream().noneMatch(s -> changing(s, call, n, flow));
  }

  /** What an operation uses to find something, or hands on. */
  private static List<Sym> used(Op op, int n, Point at, MethodFlow flow) {
    if (op instanceof Op.Call) {
      return Arrays.asList(flow.args(n));
    }
    List<Value> values = new ArrayList<>();
    if (op instanceof Op.Read r) {
      r.slot().index().ifPresent(values::add);
    } else if (op instanceof Op.Write w) {
      w.slot().index().ifPresent(values::add);
      if (Primitives.is(w.slot().field().type())) {
        values.add(w.value());
      }
    } else if (op instanceof Op.New made) {
      made.function().ifPresent(f -> values.addAll(f.captures()));
    }
    return values.stream().map(at::sym).filter(Objects::nonNull).toList();
  }

  private static boolean changing(Sym sym, Op.Call call, int n, MethodFlow flow) {
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    for (Sym leaf : sym.leaves()) {
      int param = Sym.parameter(leaf);
      if (param >= 0 && step(flow.args(n)[param + first], param)) {
        return true;
      }
    }
    return false;
  }

  private static List<Sym> tests(MethodFlow flow) {
    List<Sym> all = new ArrayList<>();
    flow.replay(
        new MethodFlow.Visitor() {
          @Override
          public void at(Op op, int n, Point at) {}

          @Override
          public void end(Block block, Point at) {
            for (Block.Edge e : block.next()) {
              e.test().ifPresent(t -> both(t, at, all));
            }
          }
        });
    return all;
  }

  private static void both(Op.Test test, Point at, List<Sym> into) {
    for (Value each : List.of(test.left(), test.right())) {
      Sym sym = at.sym(each);
      if (sym != null) {
        into.add(sym);
      }
    }
  }

  /** One call makes more, so that their number grows with every level. */
  private Optional<Circle> grows(int n, List<Integer> steps, MethodFlow flow) {
    boolean many = looped(n, flow) && rest((Op.Call) flow.op(n), n, flow);
    boolean two = steps.stream().anyMatch(m -> m != n && follows(n, m, flow));
    if (!many && !two || remembered(n, flow)) {
      return Optional.empty();
    }
    String why = many ? "every call makes many more" : "every call makes two more";
    return Optional.of(new Circle(n, flow.op(n).site(), why));
  }

  /** Whether both calls are made, one after the other. */
  private static boolean follows(int first, int second, MethodFlow flow) {
    int a = flow.blockOf(first);
    int b = flow.blockOf(second);
    return a == b ? first < second : flow.reaches(a, b);
  }

  /**
   * Whether the call is made only when its result was not found where results are put: then each is
   * computed once.
   */
  private boolean remembered(int n, MethodFlow flow) {
    List<Access> all = flows.accesses(flow.method().ref());
    for (Access look : all) {
      boolean asks = !look.changes() && new Decisions(flow, look.op()).over(n).isPresent();
      for (Access put : asks ? all : List.<Access>of()) {
        if (put.changes() && container(put).equals(container(look))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Place container(Access a) {
    return Parts.container(a.target());
  }

  private boolean self(Op.Call call, int n, MethodFlow flow) {
    return flows.targets(call, n, flow).equals(List.of(flow.method()));
  }

  /** The callee is the method itself, or one before it that calls it with what it was given. */
  private boolean closes(Op.Call call, int n, MethodFlow flow) {
    if (self(call, n, flow)) {
      return true;
    }
    List<MethodInfo> targets = flows.targets(call, n, flow);
    if (targets.size() != 1 || targets.get(0).site() == null) {
      return false;
    }
    MethodInfo other = targets.get(0);
    boolean before =
        other.ref().owner().equals(flow.method().ref().owner())
            && other.site().line() < flow.method().site().line();
    boolean[] back = new boolean[1];
    if (before) {
      flows
          .flow(other.ref())
          .ifPresent(
              f ->
                  f.calls(
                      (c, m) ->
                          back[0] |=
                              flows.targets(c, m, f).equals(List.of(flow.method()))
                                  && (unchanged(c, m, f) || always(m, f))));
    }
    return back[0];
  }

  /** All arguments but those that get smaller or greater are passed on as they are. */
  private static boolean rest(Op.Call call, int n, MethodFlow flow) {
    return unchanged(call, n, flow, Recursions::step);
  }

  private static boolean looped(int n, MethodFlow flow) {
    return new Loops(flow).all().stream().anyMatch(l -> l.blocks().get(flow.blockOf(n)));
  }

  /** Every argument is the parameter of the same position, or there is none. */
  private static boolean unchanged(Op.Call call, int n, MethodFlow flow) {
    return unchanged(call, n, flow, (arg, own) -> false);
  }

  private static boolean unchanged(
      Op.Call call, int n, MethodFlow flow, BiPredicate<Sym, Integer> aside) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    for (int i = 0; i < args.length; i++) {
      Root root =
          args[i] instanceof Sym.At at && at.place().path().isEmpty() ? at.place().root() : null;
      boolean same =
          receiver && i == 0
              ? root instanceof Root.This
              : root instanceof Root.Param p && p.index() == (receiver ? i - 1 : i);
      if (!same && !aside.test(args[i], receiver ? i - 1 : i)) {
        return false;
      }
    }
    return true;
  }

  /** Some arguments are a step from the parameter, and none is another object. */
  private static boolean steps(Op.Call call, int n, MethodFlow flow) {
    Sym[] args = flow.args(n);
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    boolean any = false;
    for (int i = 0; i < args.length; i++) {
      any |= step(args[i], i - first);
      boolean reference = i < first || !Primitives.is(call.method().params().get(i - first));
      if (reference && !given(args[i])) {
        return false;
      }
    }
    return any;
  }

  private static boolean given(Sym arg) {
    return arg instanceof Sym.Lit
        || arg instanceof Sym.At at
            && at.place().path().isEmpty()
            && (at.place().root() instanceof Root.This || at.place().root() instanceof Root.Param);
  }

  /** {@code n - 1} for the parameter {@code n}. */
  private static boolean step(Sym arg, int own) {
    return arg instanceof Sym.Calc c
        && (c.operator().equals("-") || c.operator().equals("+"))
        && c.parts().size() == 2
        && c.parts().get(1) instanceof Sym.Lit
        && own >= 0
        && Sym.parameter(c.parts().get(0)) == own;
  }
}
