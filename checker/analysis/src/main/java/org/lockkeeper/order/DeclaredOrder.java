package org.lockkeeper.order;

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
import org.lockkeeper.flow.Lock;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.Site;

/**
 * The lock order that annotations declare, over the whole compilation, with what follows from it.
 */
public final class DeclaredOrder {
  /** A field that holds many locks stands for each of them. */
  private static final String ELEMENT = ".[]";

  private final Flows flows;
  private final LockNodes nodes;
  private final Map<String, Map<String, Rule>> next = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** A declaration that puts one lock before another. */
  public record Rule(Site site, String text) {}

  /** A declaration that cannot be kept. */
  public record Problem(Site site, String text) {}

  /** Of a solved compilation. */
  public DeclaredOrder(Flows flows, LockNodes nodes) {
    this.flows = flows;
    this.nodes = nodes;
    Set<String> packages = new TreeSet<>();
    for (ClassInfo c : flows.classes()) {
      String info = c.packageName() + ".package-info";
      List<Fact.LockOrder> everywhere = flows.book().ofType(Fact.LockOrder.class, info);
      for (Fact.LockOrder order : flows.book().ofType(Fact.LockOrder.class, c.name())) {
        if (!everywhere.contains(order)) {
          declare(order, c.name(), c.site());
        }
      }
      forgotten(c.annotations(), c.site());
      for (FieldInfo f : c.fields()) {
        for (Fact.LockOrder order : flows.book().ofField(Fact.LockOrder.class, f.ref())) {
          declare(order, c.name(), f.site());
        }
      }
      if (packages.add(c.packageName())) {
        for (Fact.LockOrder order : everywhere) {
          declare(order, c.name(), c.site());
        }
        List<Annotation> ofAll =
            flows.hierarchy().find(info).map(ClassInfo::annotations).orElse(List.of());
        forgotten(ofAll, c.site());
      }
    }
  }

  /** {@code @LockOrder("a")}: one lock has no order, nor has it beside orders written out. */
  private void forgotten(List<Annotation> annotations, Site site) {
    for (Annotation a : annotations) {
      Object value = a.values().get("value");
      List<?> locks = value instanceof List<?> all ? all : List.of(String.valueOf(value));
      long written = locks.stream().filter(l -> l.toString().contains("<")).count();
      if (a.simpleName().equals("LockOrder")
          && (written > 0 ? written < locks.size() : locks.size() < 2)) {
        problems.add(new Problem(site, "the declared lock order names fewer than two locks"));
      }
    }
  }

  private void declare(Fact.LockOrder order, String type, Site site) {
    List<String> shapes = new ArrayList<>();
    for (String expression : order.locks()) {
      Optional<Lock> lock = flows.guards().inOrder(expression, type);
      if (lock.isEmpty()) {
        String what = expression.isEmpty() ? "one side of a `<`" : "`" + expression + "`";
        problems.add(new Problem(site, what + " in the declared lock order names nothing"));
        return;
      }
      shapes.add(nodes.of(lock.get()));
    }
    Rule rule = new Rule(site, String.join(" < ", order.locks()));
    for (int i = 0; i + 1 < shapes.size(); i++) {
      String a = shapes.get(i);
      String b = shapes.get(i + 1);
      Optional<Rule> opposite = a.equals(b) ? Optional.of(rule) : before(b, a);
      if (opposite.isPresent()) {
        String other = opposite.get().text();
        String also = other.equals(rule.text()) ? "" : " and " + other;
        String text = "the declared lock order is cyclic: " + rule.text() + also;
        problems.add(new Problem(site, text));
        return;
      }
      for (String first : List.of(a, a + ELEMENT)) {
        for (String second : List.of(b, b + ELEMENT)) {
          next.computeIfAbsent(first, k -> new LinkedHashMap<>()).putIfAbsent(second, rule);
        }
      }
    }
  }

  /** Declarations that name nothing or contradict each other. */
  public List<Problem> problems() {
    return problems;
  }

  /** The declaration that a nesting breaks. */
  public Optional<Rule> against(LockGraph.Edge e) {
    return before(nodes.of(e.acquired()), nodes.of(e.held()));
  }

  /** The declaration that a nesting keeps. */
  public Optional<Rule> along(LockGraph.Edge e) {
    return before(nodes.of(e.held()), nodes.of(e.acquired()));
  }

  /**
   * The declaration by which the first lock must be taken before the second, directly or through
   * others.
   */
  private Optional<Rule> before(String first, String second) {
    Deque<String> work = new ArrayDeque<>(List.of(first));
    Map<String, Rule> reached = new LinkedHashMap<>();
    while (!work.isEmpty()) {
      String from = work.poll();
      for (String at : nodes.related(from)) {
        for (Map.Entry<String, Rule> e : next.getOrDefault(at, Map.of()).entrySet()) {
          if (nodes.same(e.getKey(), second)) {
            return Optional.of(joined(reached.get(from), e.getValue()));
          }
          if (reached.putIfAbsent(e.getKey(), joined(reached.get(from), e.getValue())) == null) {
            work.add(e.getKey());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Rule joined(Rule first, Rule then) {
    return first == null || first.equals(then)
        ? then
        : new Rule(first.site(), first.text() + ", " + then.text());
  }

  /** Whether any declaration names the lock that is held. */
  public boolean covers(LockGraph.Edge e) {
    String node = nodes.of(e.held());
    return next.containsKey(node) || next.values().stream().anyMatch(m -> m.containsKey(node));
  }
}
