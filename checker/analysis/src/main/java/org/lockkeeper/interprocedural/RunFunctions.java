package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/**
 * Function objects among a method's parameters that it runs before it returns, and the locks that
 * are held meanwhile.
 */
final class RunFunctions {
  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final Handoffs handoffs;
  private final Map<Integer, Summary.Run> runs = new LinkedHashMap<>();

  RunFunctions(MethodFlow flow, Knowledge knowledge, Handoffs handoffs) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.handoffs = handoffs;
  }

  List<Summary.Run> all() {
    return List.copyOf(runs.values());
  }

  /** Takes in a call: of a parameter, or one that is given a parameter. */
  void call(Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    if (receiver && handoffs.runs(call.method())) {
      ran(args[0], at, List.of());
    }
    for (int i = 0; i < args.length; i++) {
      int position = receiver ? i - 1 : i;
      if (Sym.parameter(args[i]) >= 0 && position >= 0) {
        given(args[i], position, call, n, at);
      }
    }
  }

  private void given(Sym param, int position, Op.Call call, int n, Point at) {
    for (Fact.Runs f : knowledge.meaning(call.method()).runs()) {
      if (f.what().position() == position && (!f.later() || handoffs.direct(call, n, flow))) {
        ran(param, at, List.of());
      }
    }
    Terms terms = new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
    for (MethodInfo target : knowledge.targets(call, n, flow)) {
      for (Summary.Run run : knowledge.summary(target.ref()).runsNow()) {
        if (run.param() == position) {
          ran(param, at, run.held(terms));
        }
      }
    }
  }

  /** {@code locked(() -> action.run())}: what a function that is run now runs in turn. */
  void passedOn(Handoffs.Handoff h, Terms terms, Point at) {
    Sym[] args = h.args();
    if (h.receiver() && args.length > 0 && handoffs.runs(h.target().ref())) {
      ran(args[0], at, h.held());
    }
    int first = h.receiver() ? 1 : 0;
    for (Summary.Run run : knowledge.summary(h.target().ref()).runsNow()) {
      if (run.param() + first < args.length) {
        List<Lock> held = new ArrayList<>(h.held());
        held.addAll(run.held(terms));
        ran(args[run.param() + first], at, held);
      }
    }
  }

  private void ran(Sym function, Point at, List<Lock> more) {
    int param = Sym.parameter(function);
    if (param < 0) {
      return;
    }
    List<Lock> held = new ArrayList<>(more);
    for (HeldLocks.Held h : at.held().all()) {
      if (Summarizer.portable(h.lock().place())) {
        held.add(h.lock());
      }
    }
    held.removeIf(l -> !Summarizer.portable(l.place()));
    Summary.Run before = runs.get(param);
    if (before != null) {
      held.retainAll(before.held());
    }
    runs.put(param, new Summary.Run(param, List.copyOf(held)));
  }
}
