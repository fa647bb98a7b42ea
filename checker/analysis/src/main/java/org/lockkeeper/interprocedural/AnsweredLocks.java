package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** What the answer {@code true} of a method says of locks, where another call gave it. */
final class AnsweredLocks {
  private final MethodFlow flow;
  private final Knowledge knowledge;

  AnsweredLocks(MethodFlow flow, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
  }

  /**
   * {@code return lock.isHeldByCurrentThread()} shows that the lock is held when it returns true.
   */
  List<Lock> shown(Sym sym) {
    List<Lock> all = new ArrayList<>();
    if (sym instanceof Sym.At a && a.origin() >= 0 && flow.op(a.origin()) instanceof Op.Call call) {
      boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
      for (Fact.Held f : knowledge.meaning(call.method()).proves()) {
        Place place = Outcomes.target(f.lock(), flow.args(a.origin()), receiver);
        if (f.when() == When.IF_TRUE && place != null && Summarizer.portable(place)) {
          all.add(Lock.of(place, f.mode()));
        }
      }
    }
    return all;
  }
}
