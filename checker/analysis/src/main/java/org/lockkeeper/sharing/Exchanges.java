package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Idempotence;
import org.lockkeeper.ir.Op;

/**
 * What an atomic holds is read, replaced, and then used: {@code task = next.get(); next.set(null);
 * if (task != null) task.run()}. Two threads get the same one, and one that was set in between is
 * lost.
 */
final class Exchanges {
  private static final String ADVICE = "use `getAndSet`, which does both in one step";

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final Guarding guarding;
  private final CheckThenActs pairs;
  private final Predicate<Access> stores;

  /**
   * @param stores whether an action gives a holder of one value another one, whatever was there
   */
  Exchanges(
      MethodFlow flow,
      List<Access> accesses,
      Guarding guarding,
      CheckThenActs pairs,
      Predicate<Access> stores) {
    this.flow = flow;
    this.accesses = accesses;
    this.guarding = guarding;
    this.pairs = pairs;
    this.stores = stores;
  }

  /** In one solved method. */
  List<Updates.Update> all() {
    List<Updates.Update> found = new ArrayList<>();
    for (Access act : accesses) {
      if (stores.test(act)
          && !act.owned()
          && pairs.all().stream().noneMatch(p -> p.act().op() == act.op())) {
        replaced(act)
            .filter(read -> guarding.apart(read, act, flow) && used(read, act))
            .ifPresent(read -> found.add(new Updates.Update(read, act, ADVICE, false, act)));
      }
    }
    return found;
  }

  /** The last look before it; what is put back is no replacement. */
  private Optional<Access> replaced(Access act) {
    Sym[] args = flow.args(act.op());
    Optional<Access> last =
        accesses.stream()
            .filter(a -> a.kind() == Kind.CHECK && a.op() < act.op() && !a.owned())
            .filter(a -> a.via().isEmpty() && !a.keyed() && a.call() != null && !number(a))
            .filter(a -> CheckThenActs.sameContainer(a.target(), act.target()))
            .reduce((first, second) -> second);
    return last.filter(
        a -> args.length == 2 && !flow.dependsOn(args[1], a.op()) && follows(a, act) && kept(a));
  }

  /** Whoever sets a number last has set it: what others add to it is another matter. */
  private static boolean number(Access read) {
    String type = read.call().returns();
    return type.equals("int") || type.equals("long");
  }

  private boolean follows(Access read, Access act) {
    int from = flow.blockOf(read.op());
    int to = flow.blockOf(act.op());
    return from == to || flow.reaches(from, to) && !flow.reaches(to, from);
  }

  /** {@code old = box.get(); box.set(mine); … box.set(old)}: what was there comes back. */
  private boolean kept(Access read) {
    for (Access act : accesses) {
      Sym[] args = stores.test(act) ? flow.args(act.op()) : new Sym[0];
      boolean same = CheckThenActs.sameContainer(act.target(), read.target());
      if (same && args.length == 2 && flow.dependsOn(args[1], read.op())) {
        return false;
      }
    }
    return true;
  }

  /** Whether something that others notice is done with what was there, or decided by it. */
  private boolean used(Access read, Access act) {
    Decisions decided = new Decisions(flow, read.op());
    boolean[] found = {false};
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Return r && !r.thrown() && after(act, n)) {
            found[0] |= r.value().filter(v -> flow.dependsOn(at.sym(v), read.op())).isPresent();
          } else if (op instanceof Op.Call call && after(act, n) && !Idempotence.looks(call)) {
            boolean given = false;
            for (Sym arg : flow.args(n)) {
              given |= flow.dependsOn(arg, read.op());
            }
            found[0] |= given || decided.over(n).isPresent();
          }
        });
    return found[0];
  }

  private boolean after(Access act, int op) {
    int from = flow.blockOf(act.op());
    int to = flow.blockOf(op);
    return from == to ? op > act.op() : flow.reaches(from, to);
  }
}
