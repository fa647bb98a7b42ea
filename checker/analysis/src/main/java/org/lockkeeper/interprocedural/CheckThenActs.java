package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** Tests of a place whose outcome decides an action on the same place. */
public final class CheckThenActs {
  private final List<Pair> all;
  private final List<Pair> asides;
  private final List<Pair> settled;

  /**
   * A test and the action that it decides.
   *
   * @param together locks under which both happen without a gap
   * @param split locks that both hold, in different critical sections
   */
  public record Pair(
      Access check,
      Access act,
      Decisions.Decision decision,
      List<Lock> together,
      List<Lock> split) {}

  /** In one solved method. */
  public CheckThenActs(MethodFlow flow, List<Access> accesses) {
    DecidedActs decided = new DecidedActs(flow, accesses);
    this.all = List.copyOf(decided.all());
    this.asides = List.copyOf(decided.asides());
    this.settled = List.copyOf(decided.settled());
  }

  /** A call that tests what decides an action, besides a certain one. */
  public Optional<Access> decides(Access act, Access besides) {
    for (Pair pair : all()) {
      Access check = pair.check();
      if (pair.act().op() == act.op() && check.op() != besides.op() && check.call() != null) {
        return Optional.of(check);
      }
    }
    return Optional.empty();
  }

  /** Writes to which other ways lead past the test, too. */
  public List<Pair> asides() {
    return asides;
  }

  /** Writes of fixed values, and nothing else, that a test of the same field decides. */
  public List<Pair> settled() {
    return settled;
  }

  /** One for each action: the last test before it. */
  public List<Pair> all() {
    return all;
  }

  /** A view stands for its container. */
  public static boolean sameContainer(Place a, Place b) {
    return Parts.container(a).equals(Parts.container(b));
  }

  /** Whether two values are equal for certain. */
  public static boolean sameValue(Sym a, Sym b) {
    if (b instanceof Sym.Any any && a instanceof Sym.At x && Phi.made(x)) {
      return any.options().contains(a);
    }
    if (a instanceof Sym.At x && b instanceof Sym.At y) {
      return x.place().equals(y.place());
    }
    if (a instanceof Sym.Lit x && b instanceof Sym.Lit y) {
      return Objects.equals(x.value(), y.value());
    }
    if (a instanceof Sym.Calc x && b instanceof Sym.Calc y) {
      boolean same = x.operator().equals(y.operator()) && x.parts().size() == y.parts().size();
      for (int i = 0; same && i < x.parts().size(); i++) {
        same = sameValue(x.parts().get(i), y.parts().get(i));
      }
      return same;
    }
    return a != null && a.equals(b);
  }

  /**
   * Whether the action names what was found, and takes for granted that it still can: {@code
   * remove(first.getKey())}.
   */
  public static boolean picks(Pair pair, MethodFlow flow) {
    return presumed(pair)
        && pair.act().keyed()
        && !pair.check().keyed()
        && pair.act().call() != null
        && flow.meaning(pair.act().call()).removes()
        && within(pair.act().key(), pair.check().op(), flow);
  }

  private static boolean presumed(Pair pair) {
    return pair.decision().test().site().equals(pair.check().site());
  }

  /** What an operation found, or what that was asked for. */
  static boolean within(Sym value, int op, MethodFlow flow) {
    int origin = TripCounts.origin(value);
    boolean called = origin >= 0 && origin < flow.ops() && flow.op(origin) instanceof Op.Call;
    Sym[] args = called ? flow.args(origin) : new Sym[0];
    return origin == op || args.length == 1 && TripCounts.origin(args[0]) == op;
  }

  /** Whether the action comes whatever the answer was, and what was found got an end before it. */
  public static boolean replaces(Pair pair, MethodFlow flow) {
    return presumed(pair)
        && pair.act().value() != null
        && pair.check().keyed() == pair.act().keyed()
        && new Decisions(flow, pair.check().op()).over(pair.act().op()).isEmpty();
  }

  /** The locks around both are told apart by their sections. */
  public static Pair pair(Access check, Access act, Decisions.Decision d) {
    List<Lock> together = new ArrayList<>();
    List<Lock> split = new ArrayList<>();
    for (HeldLocks.Held before : check.held().all()) {
      for (HeldLocks.Held after : act.held().all()) {
        if (before.lock().place().equals(after.lock().place())) {
          boolean same = before.section() == after.section();
          (same ? together : split).add(after.lock());
        }
      }
    }
    split.removeAll(together);
    return new Pair(check, act, d, together, split);
  }
}
