package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects facts from the strongest source to the weakest: the first that speaks of a kind decides
 * it.
 */
final class Verdict {
  private final Set<Class<? extends Fact>> decided = new LinkedHashSet<>();
  private final Set<Class<? extends Fact>> denied = new LinkedHashSet<>();
  private final List<Fact> facts = new ArrayList<>();

  /** The facts that won, strongest source first. */
  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The kinds that were taken back. */
  Set<Class<? extends Fact>> denied() {
    return Set.copyOf(denied);
  }

  /** Hears the next weaker source. */
  void hear(List<Fact> said) {
    hear(said, kind -> true);
  }

  /** Hears only the kinds that pass the test. */
  void hear(List<Fact> said, Predicate<Class<? extends Fact>> eligible) {
    if (said.isEmpty()) {
      return;
    }
    Set<Class<? extends Fact>> now = new LinkedHashSet<>();
    for (Fact fact : said) {
      Class<? extends Fact> kind = fact.getClass();
      if (fact instanceof Fact.Not not) {
        deny(not, eligible, now);
      } else if (eligible.test(kind) && !decided.contains(kind)) {
        facts.add(fact);
        now.add(kind);
      }
    }
    decided.addAll(now);
  }

  private void deny(
      Fact.Not not, Predicate<Class<? extends Fact>> eligible, Set<Class<? extends Fact>> now) {
    for (Class<? extends Fact> kind : FactParser.kinds(not.kind())) {
      if (eligible.test(kind) && !decided.contains(kind)) {
        denied.add(kind);
        now.add(kind);
      }
    }
  }
}
