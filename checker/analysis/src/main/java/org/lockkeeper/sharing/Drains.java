package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Idempotence;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Shared state that is read as a whole and then emptied or set back, so that what others put there
 * in between is lost: {@code copy = new ArrayList<>(queue); queue.clear()}, {@code n = count.get();
 * count.set(0)}.
 */
final class Drains {
  private static final String ADVICE =
      "take out what is read in one step, or hold one lock around both";

  /** What comes last in an object's life, by convention: who adds then is late anyway. */
  private static final Pattern ENDS =
      Pattern.compile(
          "(clear|reset|remove).*|on(Error|Complete)|release(All)?|.*(close|stop|shutdown|destroy|dispose|terminat|cancel|abort).*",
          Pattern.CASE_INSENSITIVE);

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final FieldUses uses;
  private final Guarding guarding;
  private final CheckThenActs pairs;

  Drains(
      MethodFlow flow,
      List<Access> accesses,
      FieldUses uses,
      Guarding guarding,
      CheckThenActs pairs) {
    this.flow = flow;
    this.accesses = accesses;
    this.uses = uses;
    this.guarding = guarding;
    this.pairs = pairs;
  }

  /** In one solved method. */
  List<Updates.Update> all() {
    List<Updates.Update> found = new ArrayList<>();
    for (Access act : accesses) {
      if (act.changes() && act.via().isEmpty() && !act.owned() && !decided(act)) {
        lost(act)
            .flatMap(
                lost ->
                    seen(act, lost).map(read -> new Updates.Update(read, act, ADVICE, false, lost)))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** A test of the same state that decides whether to empty it is a defect of its own. */
  private boolean decided(Access act) {
    return pairs.all().stream().anyMatch(p -> p.act().op() == act.op());
  }

  /** What others add to what the action puts away. */
  private Optional<Access> lost(Access act) {
    if (empties(act)) {
      return guarding.undone(act);
    }
    Optional<FieldRef> field = Parts.container(act.target()).field();
    return resets(act) ? field.flatMap(f -> step(f, act)) : Optional.empty();
  }

  private boolean empties(Access act) {
    return (bare(act) || shortens(act)) && flow.meaning(act.call()).removes();
  }

  /** {@code text.setLength(0)}, which needs nothing to be there. */
  private boolean shortens(Access act) {
    return sets(act)
        && accesses.stream().noneMatch(a -> a.op() == act.op() && a.kind() == Kind.USE);
  }

  private static boolean bare(Access act) {
    return act.call() != null
        && !act.keyed()
        && act.call().params().isEmpty()
        && act.call().returns().equals("void");
  }

  /** Back to a constant, whatever was there. */
  private boolean resets(Access act) {
    if (act.call() == null) {
      return act.value() instanceof Sym.Lit;
    }
    return !act.atomic() && (sets(act) || bare(act));
  }

  private boolean counts(Access act) {
    return sets(act) || !empties(act);
  }

  private boolean sets(Access act) {
    return act.call() != null
        && !act.keyed()
        && act.call().params().size() == 1
        && act.call().returns().equals("void")
        && flow.args(act.op()).length == 2
        && flow.args(act.op())[1] instanceof Sym.Lit;
  }

  /** A step that somebody takes from wherever the field is. */
  private Optional<Access> step(FieldRef field, Access act) {
    return uses.of(field).stream()
        .map(FieldUses.Use::access)
        .filter(a -> !a.owned() && a.kind() == act.kind())
        .filter(a -> a.call() == null ? TaskRivals.steps(a) : a.atomic())
        .findFirst();
  }

  private Optional<Access> seen(Access act, Access lost) {
    return accesses.stream()
        .filter(a -> a.via().isEmpty() && !a.owned() && a.op() < act.op())
        .filter(a -> empties(act) && copies(a) || counts(act) && asks(a, act) && kept(a))
        .filter(a -> CheckThenActs.sameContainer(a.target(), act.target()))
        .filter(a -> before(a.op(), act.op()) && guarding.apart(a, act, lost, flow))
        .reduce((first, last) -> last);
  }

  private static boolean asks(Access read, Access act) {
    return read.kind() == (act.call() == null ? Kind.READ : Kind.CHECK) && !read.keyed();
  }

  /** The elements go somewhere else, one by one or together. */
  private boolean copies(Access read) {
    boolean ends = ENDS.matcher(flow.method().ref().name()).matches();
    return read.kind() == Kind.ITERATE && !ends;
  }

  private boolean before(int read, int act) {
    int from = flow.blockOf(read);
    int to = flow.blockOf(act);
    return from == to || flow.reaches(from, to);
  }

  /** Whether the method hands on what it read, and neither asks nor steps on it. */
  private boolean kept(Access read) {
    Place from = read.target();
    boolean[] found = new boolean[1];
    boolean[] stepped = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Return r && !r.thrown()) {
            found[0] |= r.value().filter(v -> flow.dependsOn(at.sym(v), read.op())).isPresent();
          } else if (op instanceof Op.Write w) {
            boolean step = flow.cell(w.slot(), at).filter(from::equals).isPresent();
            found[0] |= !step && flow.dependsOn(at.sym(w.value()), read.op());
            stepped[0] |= step && flow.dependsOn(at.sym(w.value()), read.op());
          } else if (op instanceof Op.Call call && !Idempotence.looks(call)) {
            for (Sym arg : flow.args(n)) {
              found[0] |= flow.dependsOn(arg, read.op());
            }
          }
        });
    return found[0] && !stepped[0] && !Decisions.tested(flow, read.op());
  }
}
