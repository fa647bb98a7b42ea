package org.lockkeeper.flow;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Objects made here that tasks have got: what they do with them is done when the task is waited for
 * (JLS 17.4.5: all actions in a thread happen before another returns from its {@code join()}).
 * Immutable.
 */
final class Lent {
  static final Lent NONE = new Lent(Map.of());

  private static final Comparator<Loan> ORDER =
      Comparator.comparingInt(Loan::object).thenComparingInt(Loan::task);

  /** The object's allocation, and the call that gives it to the task. */
  private record Loan(int object, int task) {}

  /** Whether some way here has waited for the task since. */
  private final Map<Loan, Boolean> loans;

  private Lent(Map<Loan, Boolean> loans) {
    this.loans = loans;
  }

  boolean isEmpty() {
    return loans.isEmpty();
  }

  /** Returns this where it is lent to the task already. */
  Lent lend(int object, int task) {
    return with(new Loan(object, task), false);
  }

  private Lent with(Loan loan, boolean back) {
    Boolean before = loans.get(loan);
    if (before != null && before == back) {
      return this;
    }
    Map<Loan, Boolean> more = new TreeMap<>(ORDER);
    more.putAll(loans);
    more.put(loan, back);
    return new Lent(more);
  }

  /** Some tasks have come to their ends. */
  Lent back(IntPredicate ended) {
    Lent now = this;
    for (Loan loan : loans.keySet()) {
      now = ended.test(loan.task()) ? now.with(loan, true) : now;
    }
    return now;
  }

  /** Whether one of the tasks has got any. */
  boolean by(Set<Integer> tasks) {
    return loans.keySet().stream().anyMatch(l -> tasks.contains(l.task()));
  }

  /** Takes in another way: what any has waited for has ended, as loops wait for all they began. */
  Lent join(Lent other) {
    Lent now = this;
    for (Map.Entry<Loan, Boolean> e : other.loans.entrySet()) {
      boolean back = e.getValue() || loans.getOrDefault(e.getKey(), false);
      now = now.with(e.getKey(), back);
    }
    return now;
  }

  /** Objects that are lent, and others. */
  Set<Integer> out(Set<Integer> others) {
    Set<Integer> all = others;
    for (Map.Entry<Loan, Boolean> e : loans.entrySet()) {
      if (!e.getValue()) {
        all = all == others ? new TreeSet<>(others) : all;
        all.add(e.getKey().object());
      }
    }
    return all;
  }

  /** Objects of which a loan differs in another. */
  Set<Integer> changed(Lent other) {
    Set<Integer> all = new TreeSet<>();
    loans.forEach(
        (loan, back) -> {
          if (!back.equals(other.loans.get(loan))) {
            all.add(loan.object());
          }
        });
    return all;
  }
}
