package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Pipelines;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.sharing.RepeatedStarts.Rounds;

/**
 * Tasks that a method makes and returns, for who hands them over: {@code pool.submit(job(i))},
 * {@code pool.invokeAll(names.stream().map(this::job).toList())}.
 */
final class MadeTasks {
  private final Flows flows;
  private final HandedTasks handed;
  private final AfterStart beside;
  private final RepeatedStarts again;
  private final Confined confined;
  private final Map<MethodRef, List<AfterStart.Beside>> before = new HashMap<>();

  /** A task, where it is made. */
  record Made(MethodFlow maker, int op, Handoffs.Handoff task, Rounds rounds) {}

  /** Takes in a task that is handed over. */
  interface Starter {
    void start(
        MethodFlow flow,
        Op.Call call,
        int n,
        Handoffs.Handoff task,
        List<Loops.Loop> loops,
        AfterStart.Beside after,
        Rounds rounds);
  }

  /** Whether a call hands what it is given to one thread. */
  interface Confined {
    boolean test(Sym executor, MethodFlow flow);
  }

  MadeTasks(
      Flows flows, HandedTasks handed, AfterStart beside, RepeatedStarts again, Confined confined) {
    this.flows = flows;
    this.handed = handed;
    this.beside = beside;
    this.again = again;
    this.confined = confined;
  }

  /** Takes in the tasks that a call hands to threads, but for those that the call makes itself. */
  void take(Op.Call call, int n, MethodFlow flow, Starter starter) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym on = Knowledge.receiver(call, n, flow);
    for (Fact.Runs runs : flows.meaning(call.method()).runs()) {
      Sym task = Outcomes.argument(runs.what().position(), flow.args(n), receiver);
      if (parallel(runs) && task instanceof Sym.At at && !confined.test(on, flow)) {
        if (at.place().root() instanceof Root.Fresh) {
          listed(at.place(), call, flow, runs.context(), starter);
        }
        for (Made m : of(at, n, flow, runs.context())) {
          starter.start(m.maker(), call, m.op(), m.task(), List.of(), null, m.rounds());
        }
      }
    }
    if (flow.works(call.method().owner(), Fact.Shape.STREAM)) {
      for (Made m : streamed(call, n, flow)) {
        starter.start(m.maker(), call, m.op(), m.task(), List.of(), null, m.rounds());
      }
    }
  }

  private static boolean parallel(Fact.Runs runs) {
    return runs.later() && Tasks.PARALLEL.contains(runs.context());
  }

  /** Tasks of a list that is handed over as a whole, where they are put into it. */
  private void listed(Place list, Op.Call call, MethodFlow flow, String context, Starter starter) {
    flow.calls(
        (add, m) -> {
          if (Knowledge.receiver(add, m, flow) instanceof Sym.At to && to.place().equals(list)) {
            for (Handoffs.Handoff h : handed.added(add, m, flow, context)) {
              if (h.position() >= 0) {
                starter.start(flow, add, m, h, new Loops(flow).all(), null, Rounds.NONE);
              }
            }
            for (Made each : added(add, m, flow, context)) {
              starter.start(
                  each.maker(), call, each.op(), each.task(), List.of(), null, each.rounds());
            }
          }
        });
    for (HandedTasks.Listed l : handed.listed(((Root.Fresh) list.root()).op(), flow, context)) {
      Rounds rounds = l.twice() ? Rounds.HELPER : Rounds.NONE;
      starter.start(flow, call, l.made(), l.task(), new Loops(flow).all(), null, rounds);
    }
  }

  /** {@code tasks.add(job(i))}. */
  private List<Made> added(Op.Call add, int n, MethodFlow flow, String context) {
    List<Made> all = new ArrayList<>();
    Sym[] args = flow.args(n);
    for (int i = 1; i < args.length; i++) {
      Optional<Made> made =
          args[i] instanceof Sym.At at ? returned(at, flow, context) : Optional.empty();
      made.ifPresent(m -> all.add(in(m, flow, n, true)));
    }
    return all;
  }

  /** What a method has returned, or what a stream has brought together. */
  private List<Made> of(Sym.At task, int n, MethodFlow flow, String context) {
    Optional<Made> made = returned(task, flow, context);
    if (made.isPresent()) {
      return List.of(in(made.get(), flow, n, context.equals("pool")));
    }
    int from = origin(task);
    return from >= 0 ? mapped(from, flow, context) : List.of();
  }

  /** The call that gave it. */
  private static int origin(Sym.At task) {
    return task.place().root() instanceof Root.Fresh f ? f.op() : task.origin();
  }

  /** Those that a stream makes and then hands to threads: {@code forEach(pool::submit)}. */
  private List<Made> streamed(Op.Call call, int n, MethodFlow flow) {
    List<Made> all = new ArrayList<>();
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      for (Fact.Runs runs : flows.meaning(h.target().ref()).runs()) {
        boolean element = runs.what().position() == 0 && h.receiver() && !h.later();
        if (parallel(runs) && element && !confined.test(h.args()[0], flow)) {
          all.addAll(mapped(n, flow, runs.context()));
        }
      }
    }
    return all;
  }

  /** What the nearest operator of a stream makes of each element. */
  private List<Made> mapped(int n, MethodFlow flow, String context) {
    for (Pipelines.Stage stage : Pipelines.stages(n, flow)) {
      boolean stream = flow.works(stage.call().method().owner(), Fact.Shape.STREAM);
      for (Handoffs.Handoff h : flows.handoffs().of(stage.call(), stage.number(), flow)) {
        boolean own = h.target().isLambda() || RepeatedStarts.own(h);
        Optional<Made> made = stream && own ? made(h.target(), context) : Optional.empty();
        if (made.isPresent()) {
          return List.of(made.get());
        }
      }
    }
    return List.of();
  }

  /** What the only method that may be meant returns: a static one, or one of the same object. */
  private Optional<Made> returned(Sym.At task, MethodFlow flow, String context) {
    int from = task.place().path().isEmpty() ? origin(task) : -1;
    if (from < 0 || !(flow.op(from) instanceof Op.Call making)) {
      return Optional.empty();
    }
    Sym on = Knowledge.receiver(making, from, flow);
    boolean own =
        making.dispatch() == Op.Dispatch.STATIC
            || on instanceof Sym.At at
                && at.place().path().isEmpty()
                && at.place().root() instanceof Root.This;
    List<MethodInfo> bodies = own ? flows.targets(making, on) : List.of();
    return bodies.size() == 1 ? made(bodies.get(0), context) : Optional.empty();
  }

  private Optional<Made> made(MethodInfo method, String context) {
    MethodFlow maker = flows.flow(method.ref()).orElse(null);
    List<Made> all = new ArrayList<>();
    if (maker != null) {
      maker.replay(
          (op, n, at) -> {
            boolean returns = op instanceof Op.Return r && !r.thrown() && r.value().isPresent();
            Sym value = returns ? at.sym(((Op.Return) op).value().get()) : null;
            for (Sym option : value == null ? List.<Sym>of() : value.options()) {
              handed
                  .task(option, 0, maker, context)
                  .map(h -> new Made(maker, Dispatch.maker(option), h, Rounds.STARTER))
                  .ifPresent(all::add);
            }
          });
    }
    return all.stream().findFirst();
  }

  /** One round, unless the same method hands over another before it waits for any. */
  private Made in(Made made, MethodFlow flow, int n, boolean pool) {
    AfterStart.Beside here = beside.untilWait(flow, n);
    List<AfterStart.Beside> others =
        before.computeIfAbsent(made.task().target().ref(), k -> new ArrayList<>());
    boolean several =
        again.of(flow, here, pool) != Rounds.NONE
            || others.stream().anyMatch(o -> o.starter() == flow && o.until().get(n));
    for (Loops.Loop loop : new Loops(flow).all()) {
      several |= here.again() && loop.blocks().get(flow.blockOf(n));
    }
    others.add(here);
    Rounds rounds = several ? Rounds.STARTER : Rounds.NONE;
    return new Made(made.maker(), made.op(), made.task(), rounds);
  }
}
