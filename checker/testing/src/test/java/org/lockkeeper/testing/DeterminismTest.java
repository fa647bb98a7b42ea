package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Program;
import org.lockkeeper.ir.ClassInfo;

/** The order of classes and the user's language change nothing. */
class DeterminismTest {
  private static final int CASES_A_CHECK = 5;

  @TestFactory
  Stream<DynamicTest> reportsAreTheSameEveryTime() {
    return Analysis.checks().stream()
        .map(about -> Repository.root().resolve("testdata").resolve(about.name()))
        .filter(Files::isDirectory)
        .flatMap(folder -> Case.in(folder).stream().limit(CASES_A_CHECK))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> isDeterministic(each)));
  }

  private static void isDeterministic(Case each) {
    String text = Verdict.of(each, Door.SOURCE).text();
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(Verdict.of(each, Door.SOURCE, Reversed::new).text()).isEqualTo(text);
    } finally {
      Locale.setDefault(usual);
    }
  }

  /** Classes in the opposite order. */
  private record Reversed(Program program) implements Program {
    @Override
    public List<ClassInfo> classes() {
      List<ClassInfo> classes = new ArrayList<>(program.classes());
      Collections.reverse(classes);
      return classes;
    }

    @Override
    public Optional<ClassInfo> find(String binaryName) {
      return program.find(binaryName);
    }

    @Override
    public List<String> users(Collection<String> binaryNames) {
      return program.users(binaryNames);
    }
  }
}
