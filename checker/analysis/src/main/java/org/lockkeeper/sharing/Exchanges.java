package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Idempotence;
import org.lockkeeper.interprocedural.SameValues;
import org.lockkeeper.ir.Op;

/**
 * What an atomic holds is read, replaced, and then used: {@code task = next.get(); next.set(null);
 * if (task != null) task.run()}. Two threads get the same one, and one that was set in between is
 * lost. The same of an entry whose action would have told what was there: {@code before =
 * routes.get(name); routes.put(name, route); return before}.
 */
final class Exchanges {
  private static final String ADVICE = "use `getAndSet`, which does both in one step";
  private static final String ANSWER = "use what `%s` itself returns";

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
      boolean answers = answers(act);
      if ((answers || stores.test(act))
          && !act.owned()
          && pairs.all().stream().noneMatch(p -> p.act().op() == act.op())) {
        replaced(act)
            .filter(read -> guarding.apart(read, act, flow) && used(read, act))
            .map(read -> new Updates.Update(read, act, advice(act, answers), false, act))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static String advice(Access act, boolean answers) {
    return answers ? ANSWER.formatted(act.call().name()) : ADVICE;
  }

  /** Whether nobody looks at what an action on an entry says was there. */
  private boolean answers(Access act) {
    return act.kind() == Kind.ACT
        && act.keyed()
        && act.call() != null
        && act.via().isEmpty()
        && !act.call().returns().equals("void")
        && flow.meaning(act.call()).runs().isEmpty()
        && flow.op(act.op()) instanceof Op.Call call
        && flow.drops(call, act.op());
  }

  /** Whether an action would have told what a look told: there, or what. */
  private static boolean alike(Access read, Access act) {
    String told = act.call().returns();
    return !act.keyed()
        || read.call().returns().equals(told)
        || read.call().returns().equals("boolean") && !Primitives.is(told);
  }

  /**
   * The last look before it; what is put back is no replacement. An entry that is changed only
   * after some answers is what checks and acts are about.
   */
  private Optional<Access> replaced(Access act) {
    SameValues values = new SameValues(flow);
    Optional<Access> last =
        accesses.stream()
            .filter(a -> a.kind() == Kind.CHECK && a.op() < act.op() && !a.owned())
            .filter(a -> a.via().isEmpty() && a.call() != null && !number(a))
            .filter(a -> CheckThenActs.sameContainer(a.target(), act.target()))
            .filter(a -> a.keyed() == act.keyed() && alike(a, act))
            .filter(a -> !act.keyed() || values.same(a.key(), act.key()))
            .reduce((first, second) -> second);
    return last.filter(a -> !given(a, act) && follows(a, act) && kept(a))
        .filter(a -> !act.keyed() || new Decisions(flow, a.op()).over(act.op()).isEmpty());
  }

  /** Whether an action gets what a look found. */
  private boolean given(Access read, Access act) {
    Sym[] args = flow.args(act.op());
    boolean given = args.length < 2;
    for (int i = 1; i < args.length; i++) {
      given |= flow.dependsOn(args[i], read.op());
    }
    return given;
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
      boolean same = CheckThenActs.sameContainer(act.target(), read.target());
      boolean puts = stores.test(act) || act.kind() == Kind.ACT && act.keyed();
      if (same && puts && act.op() != read.op() && given(read, act)) {
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
