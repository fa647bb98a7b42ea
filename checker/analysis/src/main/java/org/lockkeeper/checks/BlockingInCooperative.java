package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Severity;
import org.lockkeeper.cooperation.Cooperation;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/**
 * A call that may block, in code whose thread other tasks are waiting for (JEP 444, CERT TPS01-J).
 */
@AutoService(Check.class)
public final class BlockingInCooperative implements Check.OfClass {
  private static final About ABOUT =
      new About(
          "BlockingInCooperative",
          "A call may block the thread that cooperative tasks share, and all of them stop",
          Severity.WARNING,
          List.of("CWE-833", "CERT-TPS01-J"));

  /** How many calls away a wait is a matter of somebody else. */
  private static final int LONG = 3;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ClassView view) {
    List<Finding> found = new ArrayList<>();
    for (MethodFlow flow : view.methods()) {
      view.module()
          .ask()
          .cooperation()
          .waits(flow, view.module().strict())
          .forEach(w -> found.add(finding(w)));
      view.module().ask().cooperation().references(flow).forEach(w -> found.add(finding(w)));
    }
    return found;
  }

  private static Finding finding(Cooperation.Wait wait) {
    MethodRef blocker = wait.blocking().blocker();
    String name = Wording.called(blocker);
    boolean direct = wait.blocking().via().isEmpty();
    String message =
        direct
            ? "`%s` may block, and %s".formatted(name, cost(wait))
            : "`%s` leads to `%s` (%s), which may block, and %s"
                .formatted(
                    Wording.name(wait.call()),
                    name,
                    Wording.place(wait.blocking().site(), wait.at()),
                    cost(wait));
    boolean several = pool(wait);
    String ready =
        several ? "ready, but there is a thread less" : "ready, but their thread is taken";
    String until = several ? "the pool lacks its thread" : "nothing runs until it returns";
    Interleaving order =
        new Interleaving(
            List.of("this task", "other tasks"),
            List.of(
                new Step(1, wait.at(), made(wait.call()), ready),
                new Step(1, wait.blocking().site(), name + " waits", until)));
    Finding finding =
        Finding.of(ABOUT, wait.at(), message).with(Wording.calls(wait.blocking().via(), 1));
    if (!direct) {
      finding = finding.with(wait.blocking().site(), "`" + name + "` blocks", 1);
    }
    return finding
        .leadingTo(shared(wait))
        .with(order)
        .because(wait.context().because())
        .with(Fix.advice("use the asynchronous form, or hand the call to a pool that may block"));
  }

  private static String made(MethodRef call) {
    return (call.isConstructor() ? "new " : "") + Wording.name(call) + "()";
  }

  /** The last line of these sources on a long way to the wait, which others may lead to as well. */
  private static Site shared(Cooperation.Wait wait) {
    List<Site> way = new ArrayList<>();
    wait.blocking().via().forEach(v -> way.add(v.site()));
    way.add(wait.blocking().site());
    way.removeIf(s -> s.file().contains("!/"));
    return way.size() > LONG ? way.get(way.size() - 1) : wait.at();
  }

  private static String cost(Cooperation.Wait wait) {
    String name = wait.context().name();
    String where = name.isEmpty() ? "its scheduler" : "the " + name;
    return pool(wait)
        ? where + " pool has a thread less for its other tasks"
        : "every other task of " + where + " waits with it";
  }

  /** Whether its tasks share several threads. */
  private static boolean pool(Cooperation.Wait wait) {
    return wait.context().name().equals("fork-join");
  }
}
