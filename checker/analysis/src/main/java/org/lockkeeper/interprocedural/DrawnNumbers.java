package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;

/**
 * Numbers that one critical section reads and another one counts on: {@code n = current();
 * advance(); return n} gives two threads the same number, and so does {@code advance(); return
 * current()}.
 */
final class DrawnNumbers {
  private final MethodFlow flow;
  private final List<Access> accesses;

  DrawnNumbers(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  /** One for each step. */
  List<SplitSections.Split> all() {
    List<SplitSections.Split> found = new ArrayList<>();
    boolean number = Set.of("int", "long").contains(flow.method().ref().returns());
    for (Access step : number ? accesses : List.<Access>of()) {
      if (step.kind() == Kind.WRITE && !step.held().isEmpty() && counts(step)) {
        accesses.stream()
            .filter(a -> a.kind() == Kind.READ && a.op() != step.op())
            .filter(a -> a.target().equals(step.target()) && !steps(a) && returned(a))
            .findFirst()
            .flatMap(read -> split(read, step))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** What is read after the step is a helper's answer to a question of its own. */
  private static Optional<SplitSections.Split> split(Access read, Access step) {
    boolean before = read.op() < step.op();
    Access first = before ? read : step;
    Access second = before ? step : read;
    return SplitSections.gap(first, second)
        .filter(lock -> before || !read.via().isEmpty())
        .map(lock -> new SplitSections.Split(first, second, lock, false));
  }

  /** Reads in order to write. */
  private boolean steps(Access read) {
    return accesses.stream()
        .anyMatch(
            a -> a.kind() == Kind.WRITE && a.op() == read.op() && a.target().equals(read.target()));
  }

  /** {@code n = n + 1}. */
  private static boolean counts(Access step) {
    return step.value() instanceof Sym.Calc c
        && c.parts().size() == 2
        && c.parts().get(0) instanceof Sym.At own
        && own.place().equals(step.target())
        && c.parts().get(1) instanceof Sym.Lit;
  }

  private boolean returned(Access read) {
    return flow.returns(v -> v instanceof Sym.At got && got.origin() == read.op());
  }
}
