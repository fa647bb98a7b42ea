package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Severity;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Locks are nested in one order here and in another there, so that two threads can wait for each
 * other (CERT LCK07-J).
 */
@AutoService(Check.class)
public final class LockOrderInversion implements Check.OfLocks {
  private static final About ABOUT =
      new About(
          "LockOrderInversion",
          "Locks are nested in opposite orders, so two threads can wait for each other for ever",
          Severity.WARNING,
          List.of("CERT-LCK07-J", "CWE-833"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(List<List<Edge>> cycles) {
    return cycles.stream().map(LockOrderInversion::finding).toList();
  }

  private static Finding finding(List<Edge> cycle) {
    Edge first = cycle.get(0);
    Edge second = cycle.get(1);
    boolean peers = first == second;
    String message = peers ? swapped(first) : opposite(first, second);
    Finding finding = Finding.of(ABOUT, first.at(), message);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      Edge e = cycle.get(i);
      finding = finding.with(e.heldAt(), "acquires `" + e.held() + "`", i + 1);
      finding = finding.with(Wording.calls(e.via(), i + 1));
      finding = finding.with(e.site(), "acquires `" + e.acquired() + "`", i + 1);
      steps.add(
          new Step(i + 1, e.heldAt(), "holds " + (peers && i == 1 ? e.acquired() : e.held())));
    }
    for (int i = 0; i < cycle.size(); i++) {
      Edge e = cycle.get(i);
      String remark = i == cycle.size() - 1 ? "each waits for the other" : "";
      Lock wanted = peers && i == 1 ? e.held() : e.acquired();
      steps.add(new Step(i + 1, e.at(), "waits for " + wanted, remark));
    }
    List<String> threads = new ArrayList<>();
    for (int i = 1; i <= cycle.size(); i++) {
      threads.add("thread " + i);
    }
    String fix =
        peers
            ? "lock the two in an order that does not depend on the caller, such as by id"
            : LockNames.inOrder(cycle.stream().map(e -> e.held().place()).toList());
    List<Edit> swap = peers ? List.of() : Swapping.swapped(cycle);
    return finding.with(new Interleaving(threads, steps)).with(new Fix(fix, swap));
  }

  private static String opposite(Edge first, Edge second) {
    boolean family = first.held().shape().equals(second.held().shape());
    String type = MethodRef.simple(first.held().place().type());
    return "lock order inversion%s: `%s` before `%s` is taken here%s, and `%s` before `%s` in %s (%s)"
        .formatted(
            family ? " among objects of `" + type + "`" : "",
            first.held().place(),
            first.acquired().place(),
            Wording.by(first.via()),
            second.held().place(),
            second.acquired().place(),
            name(second.in()),
            Wording.place(second.at(), first.at()));
  }

  /** The method's name; that of the method around a lambda, where the compiler tells. */
  private static String name(MethodRef method) {
    String[] parts = method.name().split("\\$");
    boolean lambda = parts.length > 1 && parts[0].equals("lambda");
    boolean named = parts.length > 2 && !parts[1].equals("new") && !parts[1].equals("static");
    return !lambda ? method.name() : named ? parts[1] : "a lambda";
  }

  private static String swapped(Edge e) {
    Place a = e.held().place();
    Place b = e.acquired().place();
    String what =
        a.toString().equals(b.toString()) ? "two of `" + a + "`" : "`" + a + "` and `" + b + "`";
    boolean along =
        a.path().size() < b.path().size() && b.path().subList(0, a.path().size()).equals(a.path());
    return "%s are locked%s in the order of the %s: two calls %s wait for each other"
        .formatted(
            what,
            Wording.by(e.via()),
            along ? "links" : "arguments",
            along ? "from both ends" : "with them swapped");
  }
}
