package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.OwnFunctions;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/** References to guarded objects that touch nothing, and to methods that run elsewhere. */
final class References {
  private final Flows flows;
  private final MethodFlow flow;
  private final OwnFunctions own;
  private Set<Integer> later;

  /** In one solved method. */
  References(Flows flows, MethodFlow flow) {
    this.flows = flows;
    this.flow = flow;
    this.own = new OwnFunctions(flows);
  }

  /** What an operation calls, or the method that it refers to. */
  Optional<Op.Call> called(Op op) {
    if (op instanceof Op.New made) {
      return made.function()
          .filter(f -> !f.body())
          .map(
              f ->
                  new Op.Call(
                      Optional.empty(), f.target(), f.dispatch(), f.captures(), made.site()));
    }
    return op instanceof Op.Call call ? Optional.of(call) : Optional.empty();
  }

  /** Whether the function object that an operation makes runs when the locks of today are gone. */
  boolean escapes(int made) {
    return later(made) || leaves(made);
  }

  /** Whether what a read found goes away with a reference to one of its methods. */
  boolean goesAway(Access read) {
    for (int n = 0; flow.op(read.op()) instanceof Op.Read r && n < flow.ops(); n++) {
      if (flow.op(n) instanceof Op.New && Operands.used(flow.op(n)).contains(r.to()) && leaves(n)) {
        return true;
      }
    }
    return read.call() != null && flow.op(read.op()) instanceof Op.New && leaves(read.op());
  }

  /** Whether the function object that an operation makes is handed to code that runs it later. */
  private boolean later(int made) {
    if (later == null) {
      later = new LinkedHashSet<>();
      flow.calls(
          (call, n) -> {
            for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
              int index = h.position() + (call.dispatch() != Op.Dispatch.STATIC ? 1 : 0);
              Sym given = flow.args(n)[index];
              Sym arg = h.later() && !own.keeps(h, given, flow) ? given : null;
              for (Sym option : arg == null ? List.<Sym>of() : arg.options()) {
                if (option instanceof Sym.At at && at.place().root() instanceof Root.Fresh f) {
                  later.add(f.op());
                }
              }
            }
          });
    }
    return later.contains(made);
  }

  /**
   * Whether a read takes the guarded object for the lock that it is, or, where the object guards
   * itself, returns or keeps the reference alone.
   */
  static boolean only(Access read, boolean itself, MethodFlow flow) {
    return locks(read.op(), flow)
        || itself && flow.op(read.op()) instanceof Op.Read r && passedOn(r, flow);
  }

  /** Whether the guard of something is held at a point. */
  interface Kept {
    boolean at(HeldLocks held, int op);
  }

  /** Whether a read asks an array for nothing but its length. */
  static boolean measures(Access read, MethodFlow flow) {
    boolean found = false;
    for (int n = 0; flow.op(read.op()) instanceof Op.Read r && n < flow.ops(); n++) {
      if (Operands.used(flow.op(n)).contains(r.to())) {
        if (!(flow.op(n) instanceof Op.Copy c && c.operator().equals("length"))) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** Whether a reference is kept in a local for a while, and the object used under its guard. */
  boolean usedLater(Access read, Kept kept) {
    if (!(flow.op(read.op()) instanceof Op.Read)) {
      return false;
    }
    int[] uses = new int[2];
    Set<Integer> functions = new LinkedHashSet<>();
    flow.replay(
        (op, n, at) -> {
          boolean moves =
              op instanceof Op.Enter
                  || op instanceof Op.Exit
                  || op instanceof Op.Copy c
                      && (c.operator().isEmpty() || c.operator().equals("cast"));
          boolean touches =
              !moves && Operands.used(op).stream().anyMatch(v -> from(at.sym(v), read.op()));
          if (touches && op instanceof Op.New made && made.function().isPresent()) {
            functions.add(n);
          } else if (touches) {
            uses[kept.at(at.held(), n) ? 0 : 1]++;
          }
        });
    functions.forEach(made -> uses[runsUnder(made, kept) ? 0 : 1]++);
    return uses[0] > 0 && uses[1] == 0;
  }

  /** Whether a function object only runs in calls that hold the guard meanwhile. */
  private boolean runsUnder(int made, Kept kept) {
    int[] runs = new int[2];
    flow.replay(
        (op, n, at) -> {
          for (Handoffs.Handoff h :
              op instanceof Op.Call c
                  ? flows.handoffs().of(c, n, flow)
                  : List.<Handoffs.Handoff>of()) {
            int index = h.position() + (((Op.Call) op).dispatch() != Op.Dispatch.STATIC ? 1 : 0);
            if (from(flow.args(n)[index], made)) {
              HeldLocks held = at.held();
              for (Lock lock : h.held()) {
                held = held.plus(new HeldLocks.Held(lock, op.site(), n));
              }
              runs[!h.later() && kept.at(held, n) ? 0 : 1]++;
            }
          }
        });
    return runs[0] > 0 && runs[1] == 0;
  }

  private static boolean from(Sym sym, int op) {
    return sym != null && sym.from(op);
  }

  /**
   * What references to methods of guarded objects touch: {@code return names::clear} under the lock
   * changes the names when the lock is gone.
   */
  List<Access> bound(List<Access> accesses) {
    List<Access> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          Optional<Op.Call> called = op instanceof Op.New ? called(op) : Optional.empty();
          boolean on =
              called
                  .filter(c -> c.dispatch() != Op.Dispatch.STATIC && !c.args().isEmpty())
                  .isPresent();
          if (on && escapes(n)) {
            Sym receiver = at.sym(called.get().args().get(0));
            accesses.stream()
                .filter(a -> a.kind() == Access.Kind.READ && a.call() == null)
                .filter(a -> !a.owned() && from(receiver, a.op()))
                .forEach(a -> found.add(a.by(called.get(), n, changes(called.get()))));
          }
        });
    return found;
  }

  private boolean changes(Op.Call call) {
    return flows.book().says(Fact.Acts.class, call.method());
  }

  /** Whether the function object that an operation makes is returned, or kept in a field. */
  private boolean leaves(int made) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          Optional<Value> out =
              op instanceof Op.Return r
                  ? r.value()
                  : op instanceof Op.Write w ? Optional.of(w.value()) : Optional.empty();
          found[0] |= out.isPresent() && from(at.sym(out.get()), made);
        });
    return found[0];
  }

  private static boolean passedOn(Op.Read read, MethodFlow flow) {
    for (int n = 0; n < flow.ops(); n++) {
      Op op = flow.op(n);
      boolean on = op instanceof Op.Write w && w.value().equals(read.to());
      if (!on && !(op instanceof Op.Return) && Operands.used(op).contains(read.to())) {
        return false;
      }
    }
    return true;
  }

  private static boolean locks(int read, MethodFlow flow) {
    int next = read + 1;
    int block = flow.blockOf(read);
    if (next >= flow.ops() || flow.blockOf(next) != block) {
      return false;
    }
    return flow.op(next) instanceof Op.Enter
        || flow.op(next) instanceof Op.Copy
            && next + 1 < flow.ops()
            && flow.op(next + 1) instanceof Op.Enter;
  }
}
