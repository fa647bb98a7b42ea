package org.lockkeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lockkeeper explain}: prints a check's page. */
@Command(
    name = "explain",
    description = "Explains a check: what it finds, why that loses, how to mend or silence it.")
final class ExplainCommand implements Callable<Integer> {

  private final Io io;

  @Parameters(paramLabel = "CHECK", description = "A check's name, see 'lockkeeper checks'.")
  private String name;

  ExplainCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    List<About> all = new ArrayList<>(Analysis.checks());
    all.addAll(ErrorProne.abouts());
    About about =
        all.stream()
            .filter(each -> each.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInput(
                        "unknown check '"
                            + name
                            + "'; the checks are "
                            + String.join(", ", all.stream().map(About::name).toList())));
    io.out().println(Pages.of(about).map(String::stripTrailing).orElse(brief(about)));
    io.out().flush();
    return ExitCodes.CLEAN;
  }

  private static String brief(About about) {
    return about.sentence() + ". See " + about.page();
  }
}
