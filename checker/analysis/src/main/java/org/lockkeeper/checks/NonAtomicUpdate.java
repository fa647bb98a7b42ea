package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.ModuleView;
import org.lockkeeper.check.Severity;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.Place;
import org.lockkeeper.sharing.Updates;

/**
 * A shared value is read, changed and written back while nothing keeps a second writer out (CERT
 * VNA02-J).
 */
@AutoService(Check.class)
public final class NonAtomicUpdate implements Check.OfClass {
  private static final About ABOUT =
      new About(
          "NonAtomicUpdate",
          "A shared value is read, changed and written back, and another thread's write in between"
              + " is lost",
          Severity.WARNING,
          List.of("CERT-VNA02-J", "CWE-366", "CWE-567"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ClassView view) {
    List<Finding> found = new ArrayList<>();
    for (MethodFlow flow : view.methods()) {
      // Each write is told once: of its field, or of the map that the object is found in.
      Set<Map.Entry<Integer, Place>> told = new HashSet<>();
      for (Updates.Update update : view.module().ask().updates(flow)) {
        Optional<String> reason = view.module().intent().reason(update.shared(), flow);
        reason
            .filter(r -> !view.module().ask().steps().driven(update, flow))
            .filter(r -> told.add(Map.entry(update.write().op(), update.write().target())))
            .ifPresent(r -> found.add(finding(update, r, flow, view.module())));
      }
    }
    return found;
  }

  private static Finding finding(
      Updates.Update update, String reason, MethodFlow flow, ModuleView view) {
    Access read = update.read();
    Access write = update.write();
    String name = Names.of(update.shared(), flow);
    Finding finding =
        Finding.of(ABOUT, write.site(), Updating.message(update, name))
            .with(read.site(), "reads `" + name + "`", 1)
            .with(Wording.chain(write))
            .with(order(update, name))
            .because(reason);
    if (update.exchanges()) {
      return finding.with(Fix.advice(update.advice()));
    }
    if (write.call() == null || !update.atomic()) {
      return new Locking(view, flow).usual(finding, update.advice(), read, write);
    }
    Optional<Access> test = view.ask().steps().checkThenActs(flow).decides(write, read);
    if (test.isPresent()) {
      String why = "`%s` on line %d would still decide what may have changed since";
      return finding
          .with(Fix.advice(update.advice()))
          .refusing(why.formatted(test.get().call().name(), test.get().site().line()));
    }
    boolean here = read.via().isEmpty() && write.via().isEmpty();
    List<Edit> edits = here ? List.of(Updating.edit(update, flow, view)) : List.of();
    return finding.with(new Fix(update.advice(), edits));
  }

  private static Interleaving order(Updates.Update update, String name) {
    Access read = update.read();
    Access write = update.write();
    String reads = Wording.access(read, "reads", name);
    String writes = Wording.access(write, Updating.verb(update), name);
    if (update.asksLater()) {
      return Interleaving.of(
          new Step(1, write.site(), writes),
          new Step(2, write.site(), writes),
          new Step(1, read.site(), reads, "tells of both"));
    }
    Access lost = update.lost();
    String end =
        update.exchanges() ? "both go on with the same value" : "thread 2's update is lost";
    Step last = new Step(1, write.site(), writes, end);
    return lost != null && !update.exchanges()
        ? Interleaving.of(
            new Step(1, read.site(), reads),
            new Step(2, lost.site(), Wording.access(lost, "steps on", name)),
            last)
        : Interleaving.of(
            new Step(1, read.site(), reads),
            new Step(2, read.site(), reads),
            new Step(2, write.site(), writes),
            last);
  }
}
