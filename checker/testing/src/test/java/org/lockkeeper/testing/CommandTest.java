package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lockkeeper.testing.Jars.Outcome;

/** The command-line jar, with no flags. */
class CommandTest {
  private static final Path ROOT = Repository.root();

  @Test
  void quickstartShowsOneFindingOfEachHeadlineCheck() {
    Outcome run = lockkeeper("check", "testdata/quickstart");
    assertThat(run.exit()).isEqualTo(1);
    for (String check : Quickstart.CHECKS) {
      assertThat(run.output()).containsOnlyOnce("warning: [" + check + "]");
    }
    assertThat(run.output()).contains("thread 1", "thread 2", "5 findings (5 warnings) in 5 files");
    assertThat(run.output()).as("our annotations need no class path").doesNotContain("errors");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(lockkeeper("chek").exit()).isEqualTo(2);
  }

  private static Outcome lockkeeper(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Jars.tool("java"), "-jar", Jars.command().toString()));
    command.addAll(List.of(arguments));
    return Jars.run(ROOT, Map.of(), command);
  }
}
