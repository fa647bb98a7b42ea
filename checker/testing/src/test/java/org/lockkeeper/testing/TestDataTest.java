package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case under testdata, through each door. */
class TestDataTest {
  private static final boolean UPDATE = Boolean.getBoolean("lockkeeper.update");

  /** A pattern of case names, to try a few. */
  private static final String ONLY = System.getProperty("lockkeeper.case", "");

  @TestFactory
  Stream<DynamicContainer> cases() {
    return Case.list(Repository.root().resolve("testdata")).stream()
        .filter(TestDataTest::hasCases)
        .map(
            folder ->
                DynamicContainer.dynamicContainer(
                    folder.getFileName().toString(),
                    Case.in(folder).stream()
                        .filter(TestDataTest::chosen)
                        .map(TestDataTest::tests)));
  }

  /** Folders are called after checks, besides the engine's own. */
  private static boolean hasCases(Path folder) {
    String name = folder.getFileName().toString();
    return Files.isDirectory(folder)
        && (Character.isUpperCase(name.charAt(0))
            || List.of("facts", "fixes", "quickstart").contains(name));
  }

  private static boolean chosen(Case each) {
    return ONLY.isEmpty() || each.name().matches(ONLY);
  }

  private static DynamicContainer tests(Case each) {
    List<DynamicNode> tests = new ArrayList<>();
    Lazy source = new Lazy(each, Door.SOURCE);
    Lazy bytecode = new Lazy(each, Door.BYTECODE);
    tests.add(test(each, "source", () -> assertThat(source.get().faults()).isEmpty()));
    if (each.sourceOnly().isEmpty()) {
      tests.add(test(each, "bytecode", () -> assertThat(bytecode.get().faults()).isEmpty()));
      tests.add(
          test(
              each,
              "doors agree",
              () ->
                  assertThat(bytecode.get().essence(source.get()))
                      .isEqualTo(source.get().essence(bytecode.get()))));
    }
    each.fixed()
        .ifPresent(
            fixed ->
                tests.add(
                    test(
                        each,
                        "fixed",
                        () ->
                            assertThat(Verdict.of(each.with(fixed), Door.SOURCE).faults())
                                .isEmpty())));
    each.expected()
        .ifPresent(file -> tests.add(test(each, "expected", () -> matches(source.get(), file))));
    return DynamicContainer.dynamicContainer(each.name(), tests);
  }

  private static DynamicTest test(
      Case each, String what, org.junit.jupiter.api.function.Executable body) {
    return DynamicTest.dynamicTest(
        each.name() + " [" + what + "]",
        () -> {
          assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(each.release());
          body.execute();
        });
  }

  private static void matches(Verdict verdict, Path file) throws IOException {
    if (UPDATE) {
      Files.writeString(file, verdict.text());
    }
    assertThat(verdict.text()).isEqualTo(Files.readString(file));
  }

  /** A verdict that is reached once, for all the tests of a case. */
  private static final class Lazy {
    private final Case about;
    private final Door door;
    private Verdict verdict;

    Lazy(Case about, Door door) {
      this.about = about;
      this.door = door;
    }

    Verdict get() {
      if (verdict == null) {
        verdict = Verdict.of(about, door);
      }
      return verdict;
    }
  }
}
