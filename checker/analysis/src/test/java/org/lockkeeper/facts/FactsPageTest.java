package org.lockkeeper.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about facts says what the reader accepts. */
class FactsPageTest {
  private static final Pattern BLOCK = Pattern.compile("```facts\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EXAMPLE = Pattern.compile("\\| `([^`]+  [^`]+)` \\|");

  @Test
  void itsExamplesAreFacts() throws Exception {
    List<String> examples = examples();
    assertThat(examples).hasSizeGreaterThan(35);
    for (String example : examples) {
      assertThat(FactFile.parse("docs/facts.md", example).lines()).isNotEmpty();
    }
  }

  @Test
  void itHasAnExampleOfEveryKind() throws Exception {
    TreeSet<String> shown = new TreeSet<>();
    for (String example : examples()) {
      FactFile.parse("docs/facts.md", example)
          .lines()
          .values()
          .forEach(facts -> facts.forEach(f -> shown.add(f.getClass().getSimpleName())));
    }
    List<String> kinds =
        Stream.of(Fact.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    assertThat(shown).containsAll(kinds);
  }

  private static List<String> examples() throws Exception {
    String page = Files.readString(page());
    return Stream.concat(
            BLOCK
                .matcher(page)
                .results()
                .map((MatchResult m) -> m.group(1).replaceAll("(?m)^ +", "")),
            EXAMPLE.matcher(page).results().map(m -> m.group(1)))
        .toList();
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/facts.md"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/facts.md");
  }
}
