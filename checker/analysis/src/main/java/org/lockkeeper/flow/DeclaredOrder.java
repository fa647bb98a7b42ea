package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.Site;

/** The lock order that annotations declare, over the whole compilation, with what follows from it. */
public final class DeclaredOrder {
  private final Flows flows;
  private final Map<String, Map<String, Rule>> next = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** A declaration that puts one lock before another. */
  public record Rule(Site site, String text) {}

  /** A declaration that cannot be kept. */
  public record Problem(Site site, String text) {}

  DeclaredOrder(Flows flows) {
    this.flows = flows;
    Set<String> packages = new TreeSet<>();
    for (ClassInfo c : flows.classes()) {
      for (Fact.LockOrder order : flows.book().ofType(Fact.LockOrder.class, c.name())) {
        declare(order, c.name(), c.site());
      }
      for (FieldInfo f : c.fields()) {
        for (Fact.LockOrder order : flows.book().ofField(Fact.LockOrder.class, f.ref())) {
          declare(order, c.name(), f.site());
        }
      }
      if (packages.add(c.packageName())) {
        String info = c.packageName() + ".package-info";
        for (Fact.LockOrder order : flows.book().ofType(Fact.LockOrder.class, info)) {
          declare(order, c.name(), c.site());
        }
      }
    }
  }

  private void declare(Fact.LockOrder order, String type, Site site) {
    List<String> shapes = new ArrayList<>();
    for (String expression : order.locks()) {
      Optional<Lock> lock = flows.guardInType(expression, type);
      if (lock.isEmpty()) {
        problems.add(
            new Problem(site, "`" + expression + "` in the declared lock order names nothing"));
        return;
      }
      shapes.add(lock.get().shape());
    }
    Rule rule = new Rule(site, String.join(" < ", order.locks()));
    for (int i = 0; i + 1 < shapes.size(); i++) {
      String a = shapes.get(i);
      String b = shapes.get(i + 1);
      Optional<Rule> opposite = a.equals(b) ? Optional.of(rule) : before(b, a);
      if (opposite.isPresent()) {
        String text = "the declared lock order is cyclic: " + rule.text() + " and " + opposite.get().text();
        problems.add(new Problem(site, text));
        return;
      }
      next.computeIfAbsent(a, k -> new LinkedHashMap<>()).putIfAbsent(b, rule);
    }
  }

  /** Declarations that name nothing or contradict each other. */
  public List<Problem> problems() {
    return problems;
  }

  /** The declaration by which the first lock must be taken before the second, directly or through others. */
  public Optional<Rule> before(String first, String second) {
    Deque<String> work = new ArrayDeque<>(List.of(first));
    Set<String> seen = new TreeSet<>(work);
    while (!work.isEmpty()) {
      for (Map.Entry<String, Rule> e : next.getOrDefault(work.poll(), Map.of()).entrySet()) {
        if (e.getKey().equals(second)) {
          return Optional.of(e.getValue());
        }
        if (seen.add(e.getKey())) {
          work.add(e.getKey());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether any declaration names the lock. */
  public boolean covers(String shape) {
    return next.containsKey(shape) || next.values().stream().anyMatch(m -> m.containsKey(shape));
  }
}
