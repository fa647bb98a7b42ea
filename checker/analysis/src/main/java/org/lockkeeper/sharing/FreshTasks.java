package org.lockkeeper.sharing;

import java.util.List;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Tasks that are objects of their own, made where they are handed over: {@code pool.submit(new
 * Poller())}, {@code poller = new Poller(); pool.submit(poller)}.
 */
final class FreshTasks {
  private final MethodFlow flow;
  private final List<Loops.Loop> loops;

  FreshTasks(MethodFlow flow, List<Loops.Loop> loops) {
    this.flow = flow;
    this.loops = loops;
  }

  /** The operation that makes the task which a call is given; -1 if it may be given once more. */
  int made(Op.Call call, int n, HandedTasks.Handed h) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym task = Outcomes.argument(h.position(), flow.args(n), receiver);
    int made = Dispatch.made(task) ? Dispatch.maker(task) : kept(task, n);
    boolean own =
        made >= 0
            && flow.op(made) instanceof Op.New of
            && of.function().isEmpty()
            && of.type().equals(h.body().owner());
    boolean each =
        own
            && loops.stream()
                .map(Loops.Loop::blocks)
                .allMatch(l -> !l.get(flow.blockOf(n)) || l.get(flow.blockOf(made)));
    return each ? made : -1;
  }

  /** Where the object is made that the method has put into the field just before. */
  private int kept(Sym given, int n) {
    FieldRef field = given == null ? null : given.where().flatMap(Place::field).orElse(null);
    int[] made = {-1};
    flow.replay(
        (op, m, at) -> {
          if (m < n && op instanceof Op.Write w && w.slot().field().equals(field)) {
            made[0] = Dispatch.maker(at.sym(w.value()));
          }
        });
    return made[0];
  }
}
