package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fix that is offered for a case under testdata: the fixed source compiles, the finding is
 * gone, no other one comes, and in one thread it does what the source did before.
 */
class FixesTest {
  private static final boolean UPDATE = Boolean.getBoolean("lockkeeper.update");
  private static final String ONLY = System.getProperty("lockkeeper.case", "");

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicContainer> everyFixCures() {
    return Case.list(Repository.root().resolve("testdata")).stream()
        .filter(FixesTest::hasCases)
        .map(
            folder ->
                DynamicContainer.dynamicContainer(
                    folder.getFileName().toString(),
                    Case.in(folder).stream()
                        .filter(c -> ONLY.isEmpty() || c.name().matches(ONLY))
                        .map(each -> test(folder, each))));
  }

  private static boolean hasCases(Path folder) {
    String name = folder.getFileName().toString();
    boolean check = Character.isUpperCase(name.charAt(0));
    return Files.isDirectory(folder) && (check || name.equals("fixes"));
  }

  private DynamicTest test(Path folder, Case each) {
    return DynamicTest.dynamicTest(
        each.name() + " [fixes]",
        () -> {
          assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(each.release());
          Mended mended = Mended.of(each);
          assertThat(mended.faults()).isEmpty();
          if (each.fixed().isPresent() && !mended.result().applied().isEmpty()) {
            matches(mended, folder.resolve(each.name() + ".fixed"));
          }
          Path classes = scratch.resolve(folder.getFileName()).resolve(each.name());
          Behaviour behaviour = Behaviour.of(each, mended, classes);
          assertThat(behaviour.difference()).as("before and after the fixes").isEmpty();
          assertThat(behaviour.undriven())
              .as("fixed methods that are not run, but for undriven.txt")
              .isEqualTo(undriven(each));
        });
  }

  /** The methods of a case that are known not to be run, each with a reason. */
  private static Set<String> undriven(Case about) {
    Path list = Repository.root().resolve("checker/testing/src/test/resources/undriven.txt");
    Set<String> names = new TreeSet<>();
    for (String line : Case.read(list).lines().toList()) {
      if (line.startsWith(about.name() + ".")) {
        assertThat(line).as("a reason").contains(" ");
        names.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return names;
  }

  /** The kept source after the fix is what the fixes make. */
  private static void matches(Mended mended, Path kept) throws IOException {
    String text = mended.after().sources().get(0).text();
    if (UPDATE) {
      Files.writeString(kept, text);
    }
    assertThat(text).isEqualTo(Files.readString(kept));
  }
}
