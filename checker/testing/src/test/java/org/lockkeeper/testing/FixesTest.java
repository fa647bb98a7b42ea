package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fix that is offered for a case under testdata: the fixed source compiles, the finding is
 * gone, and no other one comes.
 */
class FixesTest {
  private static final boolean UPDATE = Boolean.getBoolean("lockkeeper.update");
  private static final String ONLY = System.getProperty("lockkeeper.case", "");

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

  private static DynamicTest test(Path folder, Case each) {
    return DynamicTest.dynamicTest(
        each.name() + " [fixes]",
        () -> {
          assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(each.release());
          Mended mended = Mended.of(each);
          assertThat(mended.faults()).isEmpty();
          if (each.fixed().isPresent() && !mended.result().applied().isEmpty()) {
            matches(mended, folder.resolve(each.name() + ".fixed"));
          }
        });
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
