package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Java examples of all documentation compile, and are judged like any case. */
class DocumentationTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^public\\s+(?:\\w+\\s+)*?(?:class|interface|enum|record)\\s+(\\w+)");

  @TestFactory
  Stream<DynamicContainer> examples() {
    Path root = Repository.root();
    return Stream.concat(
            Stream.of(root.resolve("README.md")), Repository.files(root.resolve("docs")).stream())
        .filter(f -> f.toString().endsWith(".md"))
        .map(page -> DynamicContainer.dynamicContainer(Repository.named(page), tests(page)));
  }

  private static Stream<DynamicTest> tests(Path page) {
    List<DynamicTest> tests = new ArrayList<>();
    String text = Case.read(page);
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      long line = text.substring(0, block.start(1)).lines().count() + 1;
      Case example = example("Example" + line, block.group(1));
      tests.add(
          DynamicTest.dynamicTest(
              page.getFileName() + ":" + line,
              () -> assertThat(Verdict.of(example, Door.SOURCE).faults()).isEmpty()));
    }
    return tests.stream();
  }

  private static Case example(String name, String text) {
    Matcher type = TYPE.matcher(text);
    String file = (type.find() ? type.group(1) : name) + ".java";
    return new Case(name, List.of(new Case.Source(file, text)), Optional.empty(), Optional.empty());
  }
}
