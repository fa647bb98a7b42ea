package org.lockkeeper.sharing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/** Objects that run a task when they are run themselves: {@code new LoggingTask(task)}. */
final class TaskWrappers {
  private final Flows flows;

  TaskWrappers(Flows flows) {
    this.flows = flows;
  }

  /** Whether a call makes such an object of an argument, itself or by the constructor it calls. */
  boolean wraps(Op.Call call, MethodInfo target, int position) {
    if (call.method().isConstructor()) {
      return call.dispatch() == Op.Dispatch.SPECIAL && runsPart(call.method(), position);
    }
    boolean function = flows.handoffs().function(call.method().returns()).isPresent();
    return function
        && flows.flowAnywhere(target).filter(f -> returnsWrapper(f, position)).isPresent();
  }

  private boolean returnsWrapper(MethodFlow helper, int param) {
    Set<Integer> made = new HashSet<>();
    boolean[] all = new boolean[1];
    boolean[] other = new boolean[1];
    helper.replay(
        (op, n, at) -> {
          if (op instanceof Op.New of && of.function().isPresent()) {
            if (runsCaptured(of.function().get(), helper.args(n), param)) {
              made.add(n);
            }
          } else if (op instanceof Op.Call call && call.method().isConstructor()) {
            Sym[] args = helper.args(n);
            for (int i = 1; i < args.length; i++) {
              boolean part = HandedTasks.is(args[i], param, Set.of());
              if (part && runsPart(call.method(), i - 1)) {
                made.add(Dispatch.maker(args[0]));
              }
            }
          } else if (op instanceof Op.Return ret && !ret.thrown()) {
            Sym value = ret.value().map(at::sym).orElse(null);
            boolean wrapper = Dispatch.made(value) && made.contains(Dispatch.maker(value));
            all[0] |= wrapper;
            other[0] |= !wrapper;
          }
        });
    return all[0] && !other[0];
  }

  /** {@code () -> { try { task.run(); } catch (RuntimeException e) { log(e); } }}. */
  private boolean runsCaptured(Op.Function function, Sym[] captured, int param) {
    MethodFlow body =
        flows.hierarchy().resolve(function.target()).flatMap(flows::flowAnywhere).orElse(null);
    boolean self = function.dispatch() != Op.Dispatch.STATIC && captured.length > 0;
    boolean[] found = new boolean[1];
    for (int i = self ? 1 : 0; body != null && i < captured.length; i++) {
      int inside = self ? i - 1 : i;
      if (HandedTasks.is(captured[i], param, Set.of())) {
        body.calls(
            (call, n) ->
                found[0] |=
                    flows.handoffs().runs(call)
                        && Sym.parameter(Knowledge.receiver(call, n, body)) == inside);
      }
    }
    return found[0];
  }

  /** Whether an object keeps what its constructor is given, and runs it when it is run itself. */
  boolean runsPart(MethodRef making, int position) {
    MethodFlow maker = flow(making);
    String type = making.owner();
    MethodFlow run = flows.handoffs().function(type).map(f -> flow(f.in(type))).orElse(null);
    Set<FieldRef> fields = new HashSet<>();
    boolean[] found = new boolean[1];
    if (maker != null && run != null) {
      maker.replay(
          (op, n, at) -> {
            if (op instanceof Op.Write w && HandedTasks.is(at.sym(w.value()), position, Set.of())) {
              fields.add(w.slot().field());
            }
          });
      run.calls(
          (call, n) ->
              found[0] |=
                  flows.handoffs().runs(call)
                      && Knowledge.receiver(call, n, run) instanceof Sym.At on
                      && on.place().field().filter(fields::contains).isPresent());
    }
    return found[0];
  }

  private MethodFlow flow(MethodRef method) {
    Optional<MethodInfo> info = flows.hierarchy().resolve(method);
    return info.flatMap(flows::flowAnywhere).orElse(null);
  }
}
