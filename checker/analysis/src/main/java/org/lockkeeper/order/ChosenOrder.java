package org.lockkeeper.order;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Choices;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Two locks in an order that a condition chooses: {@code first = flip ? b : a}, {@code second =
 * flip ? a : b}. Unless it compares the two, each order is taken by somebody.
 */
final class ChosenOrder {
  private ChosenOrder() {}

  /** Both ways of the nesting: the two locks of each, the outer one first. */
  static List<List<Place>> of(HeldLocks.Held held, Place acquired, MethodFlow flow, Flows flows) {
    Place outer = held.lock().place();
    boolean alike = Choices.chosen(outer) && outer.path().equals(acquired.path());
    Sym first =
        alike && Choices.chosen(acquired) ? ChosenLocks.acquired(held.origin(), flow) : null;
    if (!(first instanceof Sym.Any any)
        || any.options().size() != 2
        || Choices.id(acquired) != Choices.id(Choices.reversed(any))) {
      return List.of();
    }
    Optional<Place> one = option(any.options().get(0), acquired);
    Optional<Place> other = option(any.options().get(1), acquired);
    boolean fixed = one.isPresent() && other.isPresent();
    return fixed && !asked(one.get(), other.get(), flow) && !numbered(flow, flows)
        ? List.of(List.of(one.get(), other.get()), List.of(other.get(), one.get()))
        : List.of();
  }

  private static Optional<Place> option(Sym option, Place acquired) {
    return option.where().filter(LockBindings::named).flatMap(acquired::rebase);
  }

  private static boolean numbered(MethodFlow flow, Flows flows) {
    OwnNumbers numbers = new OwnNumbers(flows);
    boolean[] found = new boolean[1];
    flow.ends((block, at) -> found[0] |= numbers.tests(block, at));
    return found[0];
  }

  /** The method asks something about the two, such as which has the smaller hash. */
  private static boolean asked(Place one, Place other, MethodFlow flow) {
    boolean[] found = new boolean[2];
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call) {
            for (Sym arg : flow.args(n)) {
              found[0] |= arg instanceof Sym.At a && a.place().equals(one);
              found[1] |= arg instanceof Sym.At a && a.place().equals(other);
            }
          }
        });
    return found[0] && found[1];
  }
}
