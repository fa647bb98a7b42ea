package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;

/** Every check has its page and its test data, and no page or folder is left over. */
class PagesTest {
  private static final List<String> HEADINGS =
      List.of(
          "## What it finds",
          "## Why it matters",
          "## Examples",
          "## What it does not report",
          "## How to fix",
          "## Suppressing",
          "## Related");
  private static final Path ROOT = Repository.root();

  @TestFactory
  Stream<DynamicTest> everyCheckHasItsPage() {
    return Analysis.checks().stream()
        .map(about -> DynamicTest.dynamicTest(about.name(), () -> hasPage(about)));
  }

  private static void hasPage(About about) {
    Path page = ROOT.resolve(about.page());
    assertThat(page).exists();
    List<String> lines = Case.read(page).lines().toList();
    assertThat(lines.get(0)).isEqualTo("# " + about.name());
    assertThat(lines).containsSubsequence(HEADINGS);
    assertThat(lines).as("an example that is run").contains("```java");
    String text = Case.read(page).replace("CERT ", "CERT-");
    about.aliases().forEach(alias -> assertThat(text).contains(alias));
  }

  @TestFactory
  Stream<DynamicTest> everyCheckHasItsTestData() {
    return Analysis.checks().stream()
        .map(
            about ->
                DynamicTest.dynamicTest(
                    about.name(),
                    () -> {
                      Path folder = ROOT.resolve("testdata").resolve(about.name());
                      assertThat(folder).isDirectory();
                      assertThat(Case.in(folder).stream().flatMap(c -> c.expected().stream()))
                          .as("one case shows the whole message")
                          .isNotEmpty();
                    }));
  }

  @Test
  void aCheckIsDescribedByOneSentence() {
    for (About about : Analysis.checks()) {
      assertThat(about.sentence())
          .isNotBlank()
          .doesNotEndWith(".")
          .doesNotContain("\n")
          .doesNotContain(". ");
      assertThat(about.name()).matches("[A-Z][A-Za-z]+");
    }
  }

  @Test
  void theReadmeListsEveryCheck() {
    String readme = Case.read(ROOT.resolve("README.md"));
    assertThat(Analysis.checks())
        .allSatisfy(a -> assertThat(readme).contains("[" + a.name() + "](" + a.page() + ")"));
  }

  @Test
  void noPageIsLeftOver() {
    List<String> pages = Analysis.checks().stream().map(a -> a.name() + ".md").toList();
    Path folder = ROOT.resolve("docs/checks");
    if (Files.isDirectory(folder)) {
      assertThat(Case.list(folder))
          .allSatisfy(p -> assertThat(pages).contains(p.getFileName().toString()));
    }
  }
}
