package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.SplitSections;
import org.lockkeeper.ir.Op;

/**
 * Fixed values of which what one critical section reads chooses the one that a later section
 * writes: {@code setMode(mode() == DAY ? NIGHT : DAY)}.
 */
final class ChosenSections {
  private final MethodFlow flow;
  private final List<Access> accesses;
  private final ChosenValues values;

  ChosenSections(MethodFlow flow, List<Access> accesses, FieldUses uses) {
    this.flow = flow;
    this.accesses = accesses;
    this.values = new ChosenValues(flow, uses);
  }

  /** In one solved method. */
  List<SplitSections.Split> all() {
    List<SplitSections.Split> found = new ArrayList<>();
    for (Access act : accesses) {
      for (Access read : writes(act) ? accesses : List.<Access>of()) {
        Optional<Lock> gap = before(read, act) ? SplitSections.gap(read, act) : Optional.empty();
        gap.filter(lock -> values.given(read, act) && !looksAgain(read, act))
            .ifPresent(
                lock -> found.add(new SplitSections.Split(read, act, lock, !act.via().isEmpty())));
      }
    }
    return found;
  }

  /** Itself, or by a helper that is given one value. */
  private boolean writes(Access act) {
    return act.kind() == Kind.WRITE
        && !act.owned()
        && !act.held().isEmpty()
        && (act.via().isEmpty()
            || flow.op(act.op()) instanceof Op.Call call && call.method().params().size() == 1);
  }

  private static boolean before(Access read, Access act) {
    return read.kind() == Kind.READ
        && !read.owned()
        && read.op() < act.op()
        && read.target().equals(act.target());
  }

  private boolean looksAgain(Access read, Access act) {
    return accesses.stream()
        .filter(a -> a.kind() == Kind.READ && a.op() != read.op())
        .anyMatch(a -> a.target().equals(act.target()) && SplitSections.sameSection(a, act));
  }
}
