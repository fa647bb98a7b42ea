package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * Numbers that an object keeps of where it is in what it reads: a parser's {@code tokens.get(pos)}
 * and {@code pos++}, in the method itself or in its helpers {@code peek()} and {@code next()}.
 */
public final class Cursors {
  private static final int DEPTH = 3;
  private static final Set<String> NUMBERS = Set.of("int", "long");

  private final Flows flows;
  private final MethodFlow flow;

  /** Of a method's object. */
  public Cursors(MethodFlow flow, Flows flows) {
    this.flow = flow;
    this.flows = flows;
  }

  /** Whether the operation looks where a cursor is that some operations of a loop move on. */
  boolean ends(int asks, Loops.Loop loop) {
    Set<FieldRef> moved = moved(n -> loop.blocks().get(flow.blockOf(n)));
    Set<Integer> answers = new HashSet<>(Set.of(asks));
    for (Sym arg : flow.args(asks)) {
      answers.add(TripCounts.origin(arg));
    }
    return !moved.isEmpty() && moved.stream().anyMatch(looked(answers::contains)::contains);
  }

  /** Whether a cursor, by which the method finds what it reads, is moved on before an operation. */
  public boolean before(int op) {
    Set<FieldRef> looked = looked(n -> true);
    for (FieldRef f : looked) {
      BitSet without = new BitSet();
      boolean here = false;
      for (int n = 0; n < flow.ops(); n++) {
        if (n != op && flow.blockOf(n) == flow.blockOf(op) ? n < op && moves(n, f) : moves(n, f)) {
          here |= flow.blockOf(n) == flow.blockOf(op);
          without.set(flow.blockOf(n));
        }
      }
      BitSet to = new BitSet();
      to.set(flow.blockOf(op));
      if (here || !Ways.leads(flow.body(), 0, to, without)) {
        return true;
      }
    }
    return false;
  }

  private boolean moves(int n, FieldRef field) {
    return moved(m -> m == n).contains(field);
  }

  /** What some operations, and the object's methods that they call, count on. */
  private Set<FieldRef> moved(IntPredicate some) {
    Set<FieldRef> all = new HashSet<>();
    each(
        some,
        (in, n, at) -> {
          if (in.op(n) instanceof Op.Write w
              && cursor(w.slot().field())
              && at.sym(w.value()) instanceof Sym.Calc step
              && step.operator().equals("+")
              && reads(step, w.slot().field())) {
            all.add(w.slot().field());
          }
        });
    return all;
  }

  /** What some operations find their way by: as an index, an argument, or a bound. */
  private Set<FieldRef> looked(IntPredicate some) {
    Set<FieldRef> all = new HashSet<>();
    each(
        some,
        (in, n, at) -> {
          if (in.op(n) instanceof Op.Read r) {
            r.slot().index().ifPresent(i -> add(at.sym(i), all));
          } else if (in.op(n) instanceof Op.Call call && call.to().isPresent()) {
            for (Sym arg : in.args(n)) {
              add(arg, all);
            }
          }
        });
    return all;
  }

  private void add(Sym sym, Set<FieldRef> into) {
    for (Sym leaf : sym == null ? List.<Sym>of() : sym.leaves()) {
      if (leaf instanceof Sym.At at) {
        at.place().field().filter(this::cursor).ifPresent(into::add);
      }
    }
  }

  private static boolean reads(Sym sym, FieldRef field) {
    return sym.leaves().stream()
        .anyMatch(
            s -> s instanceof Sym.At at && at.place().field().filter(field::equals).isPresent());
  }

  private boolean cursor(FieldRef field) {
    return NUMBERS.contains(field.type())
        && field.owner().equals(flow.method().ref().owner())
        && flows
            .hierarchy()
            .resolve(field)
            .filter(f -> !f.has(Modifier.VOLATILE) && !f.has(Modifier.STATIC))
            .isPresent();
  }

  private interface Visitor {
    void at(MethodFlow in, int n, Point at);
  }

  private void each(IntPredicate some, Visitor visitor) {
    Set<MethodRef> seen = new LinkedHashSet<>();
    visit(flow, some, DEPTH, seen, visitor);
  }

  private void visit(
      MethodFlow in, IntPredicate some, int depth, Set<MethodRef> seen, Visitor visitor) {
    in.replay(
        (op, n, at) -> {
          if (some.test(n)) {
            visitor.at(in, n, at);
            if (op instanceof Op.Call call && depth > 0) {
              for (MethodInfo m : in.targets(call)) {
                boolean own = m.ref().owner().equals(flow.method().ref().owner());
                if (own && !m.ref().equals(flow.method().ref()) && seen.add(m.ref())) {
                  flows.flow(m.ref()).ifPresent(f -> visit(f, k -> true, depth - 1, seen, visitor));
                }
              }
            }
          }
        });
  }
}
