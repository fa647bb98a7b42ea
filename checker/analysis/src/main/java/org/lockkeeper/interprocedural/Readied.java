package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Assumption;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** What need not be waited for where a method says yes, or no: {@code return done.isDone()}. */
final class Readied {
  private static final Set<String> ANSWERS = Set.of("boolean", "java.lang.Boolean");

  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final Map<Boolean, Set<Place>> shown = new TreeMap<>();

  Readied(MethodFlow flow, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
  }

  /** Takes in a return. */
  void returned(Sym result, Point at) {
    if (result == null || !ANSWERS.contains(flow.method().ref().returns())) {
      return;
    }
    for (boolean answer : new boolean[] {true, false}) {
      for (Sym option : result.options()) {
        Object constant = Outcomes.constant(option, flow);
        boolean other = constant != null && !constant.equals(answer);
        if (!other && !(answer && no(option))) {
          shown.merge(answer, ready(option, answer, at), Readied::both);
        }
      }
    }
  }

  private boolean no(Sym option) {
    return option instanceof Sym.Lit l && Gained.isFalse(l.value(), flow);
  }

  private static Set<Place> both(Set<Place> a, Set<Place> b) {
    a.retainAll(b);
    return a;
  }

  /** By answer; empty for a method that says nothing of it. */
  Map<Boolean, List<Place>> all() {
    Map<Boolean, List<Place>> all = new TreeMap<>();
    shown.forEach(
        (answer, places) -> {
          if (!places.isEmpty()) {
            all.put(answer, List.copyOf(places));
          }
        });
    return all;
  }

  private Set<Place> ready(Sym option, boolean answer, Point at) {
    List<Place> places = new ArrayList<>();
    assumed(at.assumed(), places);
    if (option instanceof Sym.Calc verdict && verdict.origin() >= 0) {
      assumed(flow.assumed(verdict.origin()), places);
    }
    boolean asked = option instanceof Sym.At a && a.origin() >= 0;
    if (asked && flow.op(((Sym.At) option).origin()) instanceof Op.Call call) {
      asked(call, ((Sym.At) option).origin(), answer, places);
    }
    places.removeIf(p -> p == null || !Summarizer.portable(p));
    return new LinkedHashSet<>(places);
  }

  private static void assumed(Set<Assumption> all, List<Place> into) {
    for (Assumption a : all) {
      if (a.place() != null && a.equals(Assumption.ready(a.place()))) {
        into.add(a.place());
      }
    }
  }

  private void asked(Op.Call call, int n, boolean answer, List<Place> into) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    for (Fact.Ready f : knowledge.meaning(call.method()).ready()) {
      if (f.when() != Fact.When.ALWAYS && Outcomes.shows(f.when(), Op.Relation.EQ, answer)) {
        into.add(Outcomes.target(f.what(), args, receiver));
      }
    }
    List<MethodInfo> targets = knowledge.targets(call, n, flow);
    if (targets.size() == 1) {
      Terms terms = new Terms(args, receiver);
      for (Place p :
          knowledge.summary(targets.get(0).ref()).readies().getOrDefault(answer, List.of())) {
        terms.place(p).ifPresent(into::add);
      }
    }
  }
}
