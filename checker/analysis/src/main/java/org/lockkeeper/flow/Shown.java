package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** What is given to another thread, or put where others look, is seen by them. */
final class Shown {
  private final MethodFlow flow;
  private final Knowledge knowledge;

  Shown(MethodFlow flow, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
  }

  /** By a call. */
  void by(Op.Call call, int n, Meaning meaning, Sym[] args, Live at) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    if (meaning.stores() && receiver) {
      store(args, at);
    }
    boolean making = call.method().isConstructor() && made(args[0]) != null;
    for (int i = 0; i < args.length && !making; i++) {
      boolean self = i == 0 && receiver;
      if (!makers(args[i]).isEmpty() && !(self && prepares(call.method(), meaning))) {
        begun(args[i], at);
      }
    }
    if (!making) {
      meaning.runs().forEach(r -> later(r, n, args, receiver, at));
    }
    if (!at.state.lent.isEmpty() && (meaning.joins() || helps(call))) {
      back(args, at);
    }
  }

  /** A method of the user's that waits for tasks itself. */
  private boolean helps(Op.Call call) {
    return flow.targets(call).stream()
        .flatMap(m -> m.body().stream())
        .flatMap(b -> b.blocks().stream())
        .flatMap(b -> b.ops().stream())
        .anyMatch(o -> o instanceof Op.Call c && knowledge.meaning(c.method()).joins());
  }

  /** Who has waited for a task has what it had given to it for itself again. */
  private void back(Sym[] args, Live at) {
    Set<Integer> tasks = new TreeSet<>();
    boolean threads = false;
    for (Sym arg : args) {
      threads |= tasks.addAll(makers(arg));
      for (Sym option : arg.options()) {
        if (option instanceof Sym.At a) {
          tasks.add(a.origin());
        }
      }
    }
    Lent all = at.state.lent;
    at.state.lent = threads || all.by(tasks) ? all.back(tasks::contains) : all.back(t -> true);
    for (int object : all.changed(at.state.lent)) {
      at.state.fields = at.state.fields.lost(Place.of(new Root.Fresh(object), ""), true);
    }
  }

  /** A setter of a thread: of a type that one other method begins. */
  private boolean prepares(MethodRef method, Meaning meaning) {
    return meaning.runs().stream().noneMatch(r -> r.what().position() == Target.THIS)
        && knowledge.hierarchy().find(method.owner()).stream()
            .flatMap(c -> c.methods().stream())
            .filter(m -> !m.ref().isConstructor())
            .flatMap(m -> knowledge.meaning(m.ref()).runs().stream())
            .anyMatch(r -> r.later() && r.what().position() == Target.THIS);
  }

  /**
   * A thread that was made here has its task to itself until something is done with it: {@code t =
   * new Thread(() -> order.ship()); order.count = 1; t.start()}.
   */
  void begun(Sym used, Live at) {
    for (int by : makers(used)) {
      Op.Call call = (Op.Call) flow.op(by);
      knowledge.meaning(call.method()).runs().forEach(r -> later(r, by, flow.args(by), true, at));
    }
  }

  /** The constructors of threads that a value may be, by which they have got their tasks. */
  private List<Integer> makers(Sym used) {
    List<Integer> all = new ArrayList<>();
    for (Sym option : used == null ? List.<Sym>of() : used.options()) {
      Root.Fresh thread = made(option);
      int by = thread == null ? -1 : flow.maker(thread);
      if (by > 0
          && flow.op(by) instanceof Op.Call call
          && knowledge.meaning(call.method()).runs().stream().anyMatch(Fact.Runs::later)) {
        all.add(by);
      }
    }
    return all;
  }

  private void later(Fact.Runs runs, int task, Sym[] args, boolean receiver, Live at) {
    Place place = runs.later() ? Outcomes.target(runs.what(), args, receiver) : null;
    if (place != null && place.root() instanceof Root.Fresh made) {
      at.state.lend(made.op(), task);
      if (flow.op(made.op()) instanceof Op.New n && n.function().isPresent()) {
        n.function().get().captures().forEach(c -> lend(at.sym(c), task, at));
      }
    }
  }

  private static void lend(Sym sym, int task, Live at) {
    for (Sym option : sym == null ? List.<Sym>of() : sym.options()) {
      if (option instanceof Sym.At a && a.place().root() instanceof Root.Fresh f) {
        at.state.lend(f.op(), task);
      }
    }
  }

  private static Root.Fresh made(Sym sym) {
    return sym instanceof Sym.At at
            && at.place().path().isEmpty()
            && at.place().root() instanceof Root.Fresh f
        ? f
        : null;
  }

  /** What is put into a shared container is seen by others. */
  private static void store(Sym[] args, Live at) {
    if (args[0] instanceof Sym.At on && shared(on.place(), at)) {
      Transfer.escape(args[0], at);
      for (int i = 1; i < args.length; i++) {
        Transfer.escape(args[i], at);
        FieldFlow.stored(on.place(), args[i], at);
      }
    }
  }

  /** A container that a field holds. */
  private static boolean shared(Place place, Live at) {
    Root root = place.root();
    boolean field = root instanceof Root.This || root instanceof Root.Static;
    return field && !place.path().isEmpty() && !at.owned(place);
  }
}
