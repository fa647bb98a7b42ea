package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Harmless;
import org.lockkeeper.interprocedural.HeededActs;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Compare-and-set steps of a value that was computed from the old one, where nobody looks whether
 * they succeed: {@code total.compareAndSet(old, old + n)} adds nothing when another thread was
 * faster.
 */
final class DroppedSwaps {
  private static final String ADVICE = "repeat it until it succeeds, or use `updateAndGet`";

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final Ingredients ingredients;

  DroppedSwaps(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
    this.ingredients = new Ingredients(flow);
  }

  /** In one solved method. */
  List<Updates.Update> all() {
    return each(this::swap);
  }

  /** Tests that decide a step, where what follows takes for granted that it succeeds. */
  List<CheckThenActs.Pair> trusted() {
    return each(this::trusted);
  }

  /** Updates whose outcome the method answers: who drops the answer has made none of them sure. */
  List<Updates.Update> answered() {
    Set<Integer> results = results();
    List<Updates.Update> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (results.contains(n) && op instanceof Op.Call call && compares(call)) {
            swap(call, n, at).ifPresent(found::add);
          }
        });
    return found;
  }

  /** The calls whose answers are the method's own; none when it answers something else as well. */
  private Set<Integer> results() {
    Set<Integer> all = new TreeSet<>();
    flow.replay(
        (op, n, at) -> {
          Sym result =
              op instanceof Op.Return r && r.value().isPresent() ? at.sym(r.value().get()) : null;
          for (Sym option : result == null ? List.<Sym>of() : result.options()) {
            if (!(option instanceof Sym.Lit)) {
              boolean plain = option instanceof Sym.At v && v.place().path().isEmpty();
              all.add(plain ? flow.maker(((Sym.At) option).place().root()) : -1);
            }
          }
        });
    return all.contains(-1) ? Set.of() : all;
  }

  private interface Reader<T> {
    Optional<T> of(Op.Call swap, int n, Point at);
  }

  private <T> List<T> each(Reader<T> reader) {
    List<T> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && compares(call) && flow.drops(call, n)) {
            reader.of(call, n, at).ifPresent(found::add);
          }
        });
    return found;
  }

  private Optional<CheckThenActs.Pair> trusted(Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    for (Access check : args[0] instanceof Sym.At ? accesses : List.<Access>of()) {
      boolean same =
          check.kind() == Kind.CHECK
              && check.via().isEmpty()
              && !check.owned()
              && CheckThenActs.sameContainer(((Sym.At) args[0]).place(), check.target());
      Optional<Decisions.Decision> d =
          same ? new Decisions(flow, check.op()).over(n) : Optional.empty();
      if (d.isPresent()) {
        Access act = Access.step(Kind.ACT, check.target(), check.key(), call, n, at.held());
        Sym next = args[args.length - 1];
        boolean fills = Unbroken.nothing(d.get().right());
        boolean trusts =
            beyond(next, d.get())
                || fills && new HeededActs(flow, accesses).reuses(act)
                || !Unbroken.nothing(next) && !new Harmless(flow).last(act, d.get());
        if (trusts && !looksAgain(act) && !won(n)) {
          return Optional.of(CheckThenActs.pair(check, act, d.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * {@code if (last.next.compareAndSet(null, added)) tail.compareAndSet(last, added)}: who fails
   * here was helped by another thread.
   */
  private boolean won(int swap) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) -> {
          boolean asked = n != swap && compares(call) && !flow.drops(call, n);
          found[0] |=
              asked
                  && new Decisions(flow, n)
                      .over(swap)
                      .filter(d -> Outcomes.shows(When.IF_TRUE, d.test().relation(), value(d)))
                      .isPresent();
        });
    return found[0];
  }

  private static Object value(Decisions.Decision d) {
    return d.right() instanceof Sym.Lit l ? l.value() : null;
  }

  /** {@code if (n > max.get()) …}: whether others have less or more is all that was asked. */
  private static boolean beyond(Sym next, Decisions.Decision d) {
    boolean order = d.test().relation() != Op.Relation.EQ && d.test().relation() != Op.Relation.NE;
    return order
        && (CheckThenActs.sameValue(next, d.left()) || CheckThenActs.sameValue(next, d.right()));
  }

  private boolean looksAgain(Access act) {
    int swap = flow.blockOf(act.op());
    return accesses.stream()
        .filter(a -> a.kind() == Kind.CHECK && a.via().isEmpty())
        .filter(a -> CheckThenActs.sameContainer(a.target(), act.target()))
        .anyMatch(a -> flow.reaches(swap, home(a)) || home(a) == swap && a.op() > act.op());
  }

  /** Tests and sets in one step, and says whether it did. */
  private boolean compares(Op.Call call) {
    Meaning meaning = flow.meaning(call.method());
    return meaning.atomic()
        && !meaning.stores()
        && meaning.runs().isEmpty()
        && call.dispatch() != Op.Dispatch.STATIC
        && call.method().params().size() >= 2
        && call.method().returns().equals("boolean");
  }

  private Optional<Updates.Update> swap(Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    Sym expected = args[args.length - 2];
    Sym next = args[args.length - 1];
    for (Access read : accesses) {
      boolean old =
          read.kind() == Kind.CHECK
              && read.via().isEmpty()
              && !read.owned()
              && expected instanceof Sym.At e
              && e.origin() == read.op()
              && args[0] instanceof Sym.At on
              && CheckThenActs.sameContainer(on.place(), read.target());
      if (old && computed(next, read, n) && !flow.reaches(flow.blockOf(n), home(read))) {
        Access write = Access.step(Kind.ACT, read.target(), read.key(), call, n, at.held());
        return Optional.of(new Updates.Update(read, write, ADVICE, false));
      }
    }
    return Optional.empty();
  }

  private int home(Access read) {
    return flow.blockOf(read.op());
  }

  /** By an operator, a call or into a new object; what the old one refers to is there already. */
  private boolean computed(Sym next, Access read, int swap) {
    boolean made =
        next instanceof Sym.Calc
            || next instanceof Sym.At at
                && at.place().path().isEmpty()
                && at.origin() != read.op()
                && (at.place().root() instanceof Root.Fresh
                    || at.place().root() instanceof Root.Unknown);
    return made
        && accesses.stream()
            .filter(a -> a.kind() == Kind.CHECK && a.via().isEmpty())
            .filter(a -> CheckThenActs.sameContainer(a.target(), read.target()))
            .anyMatch(a -> flow.dependsOn(next, a.op()) || ingredients.have(next, a.op(), swap));
  }
}
