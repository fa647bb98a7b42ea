package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Severity;

class SeveritiesTest {

  private static final List<About> CHECKS =
      List.of(
          new About("A", "Finds a", Severity.WARNING, List.of()),
          new About("B", "Finds b", Severity.ERROR, List.of()),
          new About("Rare", "Finds what few want", Severity.OFF, List.of()));

  @Test
  void signsChangeWhatTheyName() {
    assertThat(parse("+Rare", "-B")).isEqualTo(Map.of("Rare", Severity.WARNING, "B", Severity.OFF));
  }

  @Test
  void switchingOnKeepsTheUsualSeverity() {
    assertThat(parse("+B")).isEqualTo(Map.of("B", Severity.ERROR));
  }

  @Test
  void namesWithoutSignMeanExactlyThese() {
    assertThat(parse("A"))
        .isEqualTo(Map.of("A", Severity.WARNING, "B", Severity.OFF, "Rare", Severity.OFF));
    assertThat(parse("Rare", "B=note"))
        .isEqualTo(Map.of("A", Severity.OFF, "B", Severity.NOTE, "Rare", Severity.WARNING));
  }

  @Test
  void allMeansEveryCheck() {
    assertThat(parse("-all", "+A"))
        .isEqualTo(Map.of("A", Severity.WARNING, "B", Severity.OFF, "Rare", Severity.OFF));
    assertThat(parse("+all").get("Rare")).isEqualTo(Severity.WARNING);
  }

  @Test
  void laterItemsWin() {
    assertThat(parse("A=error", "-A")).isEqualTo(Map.of("A", Severity.OFF));
  }

  @Test
  void refusesUnknownNames() {
    assertThatThrownBy(() -> parse("+C"))
        .isInstanceOf(BadInput.class)
        .hasMessage("unknown check 'C'; the checks are A, B, Rare");
    assertThatThrownBy(() -> parse("A=loud"))
        .isInstanceOf(BadInput.class)
        .hasMessage("unknown severity 'loud'; it is one of off, note, warning, error");
  }

  private static Map<String, Severity> parse(String... items) {
    return Severities.parse(List.of(items), CHECKS);
  }
}
