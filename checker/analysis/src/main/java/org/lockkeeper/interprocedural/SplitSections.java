package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Values that one critical section reads and a later one of the same lock trusts. */
public final class SplitSections {
  private final MethodFlow flow;
  private final List<Access> accesses;
  private final CheckThenActs pairs;

  /**
   * A read and the action that trusts it, under the same lock with a gap.
   *
   * @param given whether a helper that writes is given what was read, and nothing else speaks for
   *     it
   */
  public record Split(Access check, Access act, Lock lock, boolean given) {
    private Split(Access check, Access act, Lock lock) {
      this(check, act, lock, false);
    }
  }

  /** In one solved method; {@code pairs} are the tests in it that decide actions. */
  public SplitSections(MethodFlow flow, List<Access> accesses, CheckThenActs pairs) {
    this.flow = flow;
    this.accesses = accesses;
    this.pairs = pairs;
  }

  /** In one solved method. */
  public List<Split> all() {
    List<Split> found = new ArrayList<>();
    for (CheckThenActs.Pair pair : pairs.all()) {
      gap(pair.check(), pair.act())
          .filter(l -> !claims(pair.check(), pair.act(), l) && pair.together().isEmpty())
          .filter(l -> !constantReset(pair.act()))
          .ifPresent(l -> found.add(new Split(pair.check(), pair.act(), l)));
    }
    for (CheckThenActs.Pair pair : new CollectedKeys(flow, accesses).all()) {
      gap(pair.check(), pair.act())
          .filter(l -> !claims(pair.check(), pair.act(), l) && !looked(pair.act(), pair.check()))
          .ifPresent(l -> found.add(new Split(pair.check(), pair.act(), l)));
    }
    found.addAll(new DrawnNumbers(flow, accesses).all());
    for (Access act : accesses) {
      if (act.changes() && !act.owned()) {
        computed(act)
            .or(() -> emptied(act))
            .or(() -> awaited(act))
            .or(() -> chosen(act))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * {@code copy = new ArrayList<>(list)}, then {@code list.clear()}: more than the copy is gone.
   */
  private Optional<Split> emptied(Access act) {
    boolean empties =
        act.call() != null
            && act.via().size() <= 1
            && !act.keyed()
            && act.call().params().isEmpty()
            && act.call().returns().equals("void")
            && flow.meaning(act.call()).removes();
    for (Access seen : empties ? accesses : List.<Access>of()) {
      if (seen.kind() == Kind.ITERATE
          && seen.op() < act.op()
          && (seen.via().isEmpty() || kept(seen.op()))
          && CheckThenActs.sameContainer(seen.target(), act.target())) {
        Optional<Lock> lock = gap(seen, act);
        if (lock.isPresent() && !claims(seen, act, lock.get()) && !looked(act, seen)) {
          return lock.map(l -> new Split(seen, act, l));
        }
      }
    }
    return Optional.empty();
  }

  /** What a helper found is used. */
  private boolean kept(int op) {
    return flow.op(op) instanceof Op.Call call
        && !call.method().returns().equals("void")
        && !flow.drops(call, op);
  }

  /** The later section goes through the elements, or asks, before it acts. */
  private boolean looked(Access act, Access first) {
    return accesses.stream()
        .filter(a -> a.kind() == Kind.ITERATE || a.kind() == Kind.CHECK)
        .anyMatch(a -> a.op() != first.op() && beside(a, act));
  }

  private static boolean beside(Access a, Access act) {
    return CheckThenActs.sameContainer(a.target(), act.target()) && sameSection(a, act);
  }

  /** {@code id = largest() + 1; add(id)}: by then another thread may have the same number. */
  private Optional<Split> chosen(Access act) {
    return new FoundNumbers(flow, accesses)
        .before(act)
        .filter(look -> !looked(act, look) && !retested(act, look))
        .flatMap(
            look ->
                gap(look, act)
                    .filter(lock -> !claims(look, act, lock))
                    .map(lock -> new Split(look, act, lock)));
  }

  /** {@code if (list.isEmpty()) wait(); list.remove(0)}: whoever was woken must look again. */
  private Optional<Split> awaited(Access act) {
    if (act.held().isEmpty() || act.call() != null && !needs(act)) {
      return Optional.empty();
    }
    for (Access check : accesses) {
      boolean asks = check.kind() == (act.call() == null ? Kind.READ : Kind.CHECK);
      if (asks
          && check.op() < act.op()
          && !check.keyed()
          && CheckThenActs.sameContainer(check.target(), act.target())
          && waits(check, act)) {
        Optional<Lock> lock = gap(check, act);
        if (lock.isPresent() && !testedAgain(act, check)) {
          return lock.map(l -> new Split(check, act, l));
        }
      }
    }
    return Optional.empty();
  }

  /** Throws when nothing is there. */
  private boolean needs(Access act) {
    return accesses.stream().anyMatch(a -> a.op() == act.op() && a.kind() == Kind.USE);
  }

  /** Whether the answer leads to a wait without a limit, after which nobody asks again. */
  private boolean waits(Access check, Access act) {
    boolean[] found = new boolean[1];
    int home = flow.blockOf(check.op());
    int end = flow.blockOf(act.op());
    Decisions decisions = new Decisions(flow, check.op());
    flow.calls(
        (call, n) -> {
          boolean wait =
              !flow.meaning(call.method()).waits().isEmpty() && call.method().params().isEmpty();
          int at = wait ? flow.blockOf(n) : -1;
          found[0] |=
              wait
                  && decisions.over(n).isPresent()
                  && !Ways.leads(flow.body(), at, bit(home), bit(end))
                  && (at == end ? n < act.op() : flow.reaches(at, end));
        });
    return found[0];
  }

  private static BitSet bit(int block) {
    BitSet only = new BitSet();
    only.set(block);
    return only;
  }

  private boolean testedAgain(Access act, Access first) {
    return accesses.stream()
        .filter(a -> a.kind() == first.kind() && a.op() != first.op() && beside(a, act))
        .anyMatch(a -> Decisions.tested(flow, a.op()));
  }

  /** A value computed from what was read before, written back without looking again. */
  private Optional<Split> computed(Access act) {
    for (Access read : accesses) {
      boolean reads = read.kind() == (act.call() == null ? Kind.READ : Kind.CHECK);
      if (reads
          && read.op() != act.op()
          && CheckThenActs.sameContainer(read.target(), act.target())
          && (!read.keyed() || new SameValues(flow).same(read.key(), act.key()))
          && feeds(read, act)) {
        Optional<Lock> lock = gap(read, act);
        if (lock.isPresent() && !retested(act, read)) {
          boolean given = act.kind() == Kind.WRITE && !act.via().isEmpty();
          return lock.map(l -> new Split(read, act, l, given));
        }
      }
    }
    return Optional.empty();
  }

  private boolean feeds(Access read, Access act) {
    if (act.kind() == Kind.WRITE && act.via().isEmpty()) {
      return flow.dependsOn(act.value(), read.op()) && !plain(act.value(), read.op());
    }
    Sym[] args = flow.args(act.op());
    boolean helper = ((Op.Call) flow.op(act.op())).dispatch() == Op.Dispatch.STATIC;
    for (int i = helper ? 0 : 1; i < args.length; i++) {
      if (flow.dependsOn(args[i], read.op())
          && !plain(args[i], read.op())
          && args[i] != act.key()) {
        return true;
      }
    }
    return false;
  }

  /** Putting back exactly what was read computes nothing. */
  private static boolean plain(Sym value, int op) {
    return value instanceof Sym.At at && at.origin() == op;
  }

  /** The later section looks at the place again before it acts. */
  private boolean retested(Access act, Access first) {
    if (act.kind() == Kind.WRITE) {
      return renewed(act, first);
    }
    for (Access again : accesses) {
      boolean looks = again.kind() == Kind.READ || again.kind() == Kind.CHECK;
      if (looks
          && again.op() != first.op()
          && again.op() < act.op()
          && CheckThenActs.sameContainer(again.target(), act.target())
          && sameSection(again, act)
          && (Decisions.tested(flow, again.op()) || feeds(again, act))) {
        return true;
      }
    }
    return false;
  }

  /** Reads again what it writes, or compares something with what the first section saw. */
  private boolean renewed(Access act, Access first) {
    for (Access again : accesses) {
      boolean within =
          again.kind() == Kind.READ && again.op() < act.op() && sameSection(again, act);
      if (!within || again.op() == first.op()) {
        continue;
      }
      if (CheckThenActs.sameContainer(again.target(), act.target()) && feeds(again, act)) {
        return true;
      }
      for (MethodFlow.Branch b : flow.branches(again.op())) {
        for (Access seen : accesses) {
          boolean both =
              flow.dependsOn(b.left(), seen.op()) || flow.dependsOn(b.right(), seen.op());
          if (both && seen.kind() == Kind.READ && sameSection(seen, first)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * {@code if (version != expected) return false; state = next}: changes something only if the
   * section finds what the caller expects.
   */
  static boolean expects(MethodFlow flow, Access act, List<Access> accesses) {
    boolean changes = act.changes() && act.via().isEmpty() && !act.held().isEmpty();
    for (Access seen : changes ? accesses : List.<Access>of()) {
      boolean asks = seen.kind() == Kind.READ || seen.kind() == Kind.CHECK;
      if (asks && seen.op() < act.op() && sameSection(seen, act)) {
        for (Decisions.Decision d : new Decisions(flow, seen.op()).all()) {
          boolean equal = d.test().relation() == Op.Relation.EQ;
          boolean decides = equal && d.region().get(flow.blockOf(act.op()));
          if (decides && (Sym.parameter(d.left()) >= 0 || Sym.parameter(d.right()) >= 0)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether no lock that both hold is released in between. */
  public static boolean sameSection(Access a, Access b) {
    for (HeldLocks.Held x : a.held().all()) {
      for (HeldLocks.Held y : b.held().all()) {
        if (x.lock().place().equals(y.lock().place()) && x.section() == y.section()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The lock that both hold, in different sections, if they share no section. */
  public static Optional<Lock> gap(Access a, Access b) {
    Lock found = null;
    for (HeldLocks.Held x : a.held().all()) {
      for (HeldLocks.Held y : b.held().all()) {
        if (x.lock().place().equals(y.lock().place())) {
          if (x.section() == y.section()) {
            return Optional.empty();
          }
          found = y.lock();
        }
      }
    }
    boolean real = found != null && !(found.place().root() instanceof Root.Fresh);
    return real ? Optional.of(found) : Optional.empty();
  }

  /**
   * The first section changes the state itself, or marks it as taken on the way to the action:
   * whoever comes later finds the mark.
   */
  private boolean claims(Access check, Access act, Lock lock) {
    for (Access a : accesses) {
      boolean marks = a != check && a.changes() && sameSection(a, check) && !a.owned();
      boolean itself = marks && CheckThenActs.sameContainer(a.target(), check.target());
      boolean same = itself || marks && leads(flow, a, act);
      if (same && a.call() != null) {
        if (itself) {
          return true;
        }
      } else if (same && owner(a.target()).equals(owner(check.target()))) {
        return a.held().find(lock.place()).isPresent();
      }
    }
    return false;
  }

  /** Whether a way leads from one to the other, maybe by an exception. */
  public static boolean leads(MethodFlow flow, Access from, Access to) {
    int[] start = {flow.blockOf(from.op())};
    return Ways.from(flow.body(), start, at -> true, Ways::all).get(flow.blockOf(to.op()));
  }

  private static Place owner(Place place) {
    return place.path().isEmpty() ? place : place.parent();
  }

  /** Writing a constant that does not undo anything needs no fresh look. */
  private static boolean constantReset(Access act) {
    return act.kind() == Kind.WRITE && act.via().isEmpty() && act.value() == null;
  }
}
