package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.Value;

/**
 * What annotations with elements mean, matched by simple name so that every flavour counts. Those
 * without elements are lines of {@code models/annotations.facts}.
 */
public final class AnnotationFacts {

  /** {@code List<@Cooperative Runnable>}: on an argument of a field's type. */
  public static final String HOLDS_COOPERATIVE = "CooperativeArgument";

  /** By simple name: the annotation and the name of what carries it, to facts. */
  private static final Map<String, BiFunction<Annotation, String, List<Fact>>> MEANINGS =
      Map.ofEntries(
          Map.entry("GuardedBy", (a, e) -> guardedBy(strings(a, "value"))),
          Map.entry("Holding", each("value", g -> new Fact.Holds(g, Mode.EXCLUSIVE))),
          Map.entry("Excludes", each("value", Fact.Excludes::new)),
          Map.entry("Acquires", each("value", g -> new Fact.Takes(g, When.ALWAYS))),
          Map.entry("LockMethod", each("value", g -> new Fact.Takes(g, When.ALWAYS))),
          Map.entry("EnsuresLockHeld", each("value", g -> new Fact.Takes(g, When.ALWAYS))),
          Map.entry("EnsuresLockHeldIf", (a, e) -> ensuresLockHeldIf(a)),
          Map.entry("Releases", each("value", Fact.Gives::new)),
          Map.entry("UnlockMethod", each("value", Fact.Gives::new)),
          Map.entry("LockOrder", (a, e) -> order(strings(a, "value"))),
          Map.entry("AcquiredAfter", (a, e) -> orders(a, other -> List.of(other, e))),
          Map.entry("AcquiredBefore", (a, e) -> orders(a, other -> List.of(e, other))),
          Map.entry("Cooperative", (a, e) -> List.of(new Fact.Cooperative(string(a, "value")))),
          Map.entry(HOLDS_COOPERATIVE, (a, e) -> List.of(new Fact.Cooperative(string(a, "value")))),
          Map.entry("YieldPoint", (a, e) -> List.of(new Fact.Yields(""))),
          Map.entry("Blocking", (a, e) -> List.of(new Fact.Blocks("", Optional.empty()))),
          Map.entry("NonBlocking", (a, e) -> List.of(new Fact.Not("blocks"))),
          Map.entry("ConfinedTo", each("value", Fact.ConfinedTo::new)));

  private AnnotationFacts() {}

  /**
   * The facts that an annotation states by itself.
   *
   * @param element simple name of the class, method, field or parameter that carries it
   */
  public static List<Fact> of(Annotation annotation, String element) {
    return MEANINGS
        .getOrDefault(annotation.simpleName(), (a, e) -> List.of())
        .apply(annotation, element);
  }

  private static BiFunction<Annotation, String, List<Fact>> each(
      String name, Function<String, Fact> fact) {
    return (a, e) -> strings(a, name).stream().map(fact).toList();
  }

  private static List<Fact> guardedBy(List<String> guards) {
    return guards.isEmpty() ? List.of() : List.of(new Fact.GuardedBy(guards));
  }

  /**
   * One order, or several that are each written as in facts: {@code "Bank.lock < Account.lock"}.
   */
  private static List<Fact> order(List<String> locks) {
    List<Fact> written =
        locks.stream()
            .filter(o -> o.contains("<"))
            .<Fact>map(
                o -> new Fact.LockOrder(Stream.of(o.split("<", -1)).map(String::trim).toList()))
            .toList();
    return !written.isEmpty() || locks.size() < 2 ? written : List.of(new Fact.LockOrder(locks));
  }

  private static List<Fact> orders(Annotation a, Function<String, List<String>> order) {
    return strings(a, "value").stream().map(order).<Fact>map(Fact.LockOrder::new).toList();
  }

  private static List<Fact> ensuresLockHeldIf(Annotation a) {
    When when = Boolean.FALSE.equals(a.values().get("result")) ? When.IF_FALSE : When.IF_TRUE;
    return strings(a, "expression").stream().<Fact>map(g -> new Fact.Takes(g, when)).toList();
  }

  private static String string(Annotation a, String name) {
    return strings(a, name).stream().findFirst().orElse("");
  }

  /** A String or a list of them; a class literal counts as its expression. */
  private static List<String> strings(Annotation a, String name) {
    Object value = a.values().get(name);
    List<String> all = new ArrayList<>();
    for (Object each :
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
      if (each instanceof String || each instanceof Value.ClassLiteral) {
        all.add(each.toString());
      }
    }
    return all;
  }
}
