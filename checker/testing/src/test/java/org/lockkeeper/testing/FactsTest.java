package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lockkeeper.facts.FactFile;

/** Shipped models survive being read and written. */
class FactsTest {

  @TestFactory
  Stream<DynamicTest> modelsRoundTrip() {
    Path models = Repository.root().resolve("checker/analysis/src/main/resources/models");
    return Repository.files(models).stream()
        .filter(f -> f.toString().endsWith(".facts"))
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> roundTrips(f)));
  }

  private static void roundTrips(Path file) {
    String name = Repository.named(file);
    FactFile read = FactFile.parse(name, Case.read(file));
    assertThat(read.lines()).isNotEmpty();
    String written = read.text();
    FactFile again = FactFile.parse(name, written);
    assertThat(again.lines()).isEqualTo(read.lines());
    assertThat(again.text()).isEqualTo(written);
  }
}
