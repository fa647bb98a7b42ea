package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;

class MainTest {

  private static final Path HERE = Path.of("");

  @Test
  void helpsWhenGivenNothing() {
    Ran ran = Ran.in(HERE);
    assertThat(ran.code()).isEqualTo(ExitCodes.CLEAN);
    assertThat(ran.out()).contains("Usage: lockkeeper").contains("  check ").contains("  explain ");
  }

  @Test
  void sumsUpEachCommandInASentence() {
    String commands = Ran.in(HERE).out().replaceFirst("(?s).*Commands:", "");
    assertThat(commands.replaceAll("\\s+", " ").split("(?=  ?(?:annotate|merge|doctor) )"))
        .allMatch(each -> each.trim().endsWith("."));
  }

  @Test
  void tellsItsVersion() {
    assertThat(Ran.in(HERE, "--version").out()).startsWith("lockkeeper ");
  }

  @Test
  void listsAllChecks() {
    Ran ran = Ran.in(HERE, "checks");
    assertThat(ran.out().lines().map(line -> line.replaceFirst(" .*", "")))
        .startsWith(Analysis.checks().stream().map(About::name).toArray(String[]::new))
        .contains("GuardedBy", "WaitNotInLoop");
  }

  @Test
  void explainsEachCheck() {
    for (About about : Analysis.checks()) {
      assertThat(Ran.in(HERE, "explain", about.name()).out()).isNotBlank();
    }
  }

  @Test
  void refusesToExplainWhatItDoesNotKnow() {
    Ran ran = Ran.in(HERE, "explain", "Nope");
    assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(ran.err()).contains("the checks are BlockingInCooperative, ");
  }
}
