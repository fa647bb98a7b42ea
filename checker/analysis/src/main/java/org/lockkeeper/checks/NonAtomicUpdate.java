package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Severity;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.CheckThenActs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Updates;

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
      for (Updates.Update update : view.module().ask().updates(flow)) {
        Optional<String> reason = view.module().intent().reason(update.shared(), flow);
        reason.ifPresent(r -> found.add(finding(update, r)));
      }
    }
    return found;
  }

  private static Finding finding(Updates.Update update, String reason) {
    Access read = update.read();
    Access write = update.write();
    String name = CheckThenActs.container(update.shared().target()).toString();
    boolean line = read.site().sameLine(write.site());
    String message =
        line
            ? "update of `%s` is not atomic: a write by another thread between its read and its write is lost"
                .formatted(name)
            : "update of `%s` is not atomic: read on line %d, written back on line %d"
                .formatted(name, read.site().line(), write.site().line());
    String reads = read.call() == null ? "reads `" + name + "`" : CheckThenActs.shown(read);
    String writes = write.call() == null ? "writes `" + name + "`" : CheckThenActs.shown(write);
    Interleaving order =
        Interleaving.of(
            new Step(1, read.site(), reads),
            new Step(2, read.site(), reads),
            new Step(2, write.site(), writes),
            new Step(1, write.site(), writes, "thread 2's update is lost"));
    return Finding.of(ABOUT, write.site(), message)
        .with(read.site(), "reads `" + name + "`", 1)
        .with(Wording.chain(write))
        .with(order)
        .because(reason)
        .with(Fix.advice(update.advice()));
  }
}
