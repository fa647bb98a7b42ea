package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/**
 * A task is handed to a thread.
 *
 * @param looped whether that happens in a loop which does not make the object
 * @param again the same, or a pool is given it whenever the method is called
 * @param chain the operation that starts it: tasks that one starts come one after the other
 */
record Started(
    MethodRef task,
    Site site,
    boolean looped,
    boolean again,
    MethodRef in,
    int chain,
    AfterStart.Beside beside) {

  /** For what is in the object: that the method may be called again tells too little of that. */
  Started inside() {
    return looped == again ? this : new Started(task, site, looped, looped, in, chain, beside);
  }

  boolean follows(Started other) {
    boolean apart = beside != null && other.beside != null && beside.apart(other.beside);
    return in.equals(other.in) && (chain == other.chain || apart);
  }

  /** Why some of them may run at once; {@code found} names the lines of its own file only. */
  static Optional<String> twice(List<Started> all, MethodFlow found) {
    for (Started s : all) {
      if (s.again() || all.stream().anyMatch(other -> !s.follows(other))) {
        Started own = all.stream().filter(o -> o.task().equals(o.in())).findFirst().orElse(null);
        String last = Where.of((own == null ? all.get(all.size() - 1) : own).site(), found);
        if (own != null) {
          String by = "`" + own.in().name() + "` uses it, too, after it starts the task ";
          return Optional.of(by + last);
        }
        return Optional.of("several tasks are given the same object " + last);
      }
    }
    return Optional.empty();
  }
}
