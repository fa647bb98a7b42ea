package org.lockkeeper.sharing;

import java.util.List;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.CheckThenActs.Pair;

/**
 * Steps that take back what an earlier one did which the same test decides: {@code if (n.get() <
 * MAX) { n.incrementAndGet(); work(); n.decrementAndGet(); }}. What is wrong is told at the earlier
 * one.
 */
final class TakenBack {
  private final MethodFlow flow;

  /** In one solved method. */
  TakenBack(MethodFlow flow) {
    this.flow = flow;
  }

  /** Whether one of several pairs is there for what another one did. */
  boolean is(Pair pair, List<Pair> all) {
    return all.stream().anyMatch(first -> takesBack(pair.act(), first, pair.check()));
  }

  private boolean takesBack(Access back, Pair first, Access check) {
    Access step = first.act();
    boolean calls = back.call() != null && step.call() != null && back.op() != step.op();
    return calls
        && first.check().op() == check.op()
        && CheckThenActs.sameContainer(back.target(), step.target())
        && opposite(step, back)
        && before(step.op(), back.op());
  }

  private boolean opposite(Access step, Access back) {
    if (!step.keyed() || !back.keyed()) {
      boolean bare = step.call().params().isEmpty() && back.call().params().isEmpty();
      boolean number = step.call().owner().equals(back.call().owner());
      return !step.keyed()
          && !back.keyed()
          && bare
          && number
          && step.atomic()
          && back.atomic()
          && !step.verb().equals(back.verb());
    }
    return CheckThenActs.sameValue(step.key(), back.key())
        && flow.meaning(back.call()).removes()
        && !flow.meaning(step.call()).removes();
  }

  /** Whether no way leads to the later operation past the first. */
  private boolean before(int first, int later) {
    int past = flow.blockOf(first);
    int to = flow.blockOf(later);
    return past == to
        ? first < later
        : !Ways.from(flow.body(), new int[] {0}, at -> at != past, Ways::all).get(to);
  }
}
