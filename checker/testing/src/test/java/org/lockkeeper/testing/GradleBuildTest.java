package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.Jars.Outcome;

/** Projects that switch the checks on, built by Gradle without a network, where it is installed. */
class GradleBuildTest {
  @TempDir Path work;

  @Test
  void theFindingAppearsInTheBuild() throws IOException {
    Outcome build = compile("gradle");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.output())
        .contains("Prices.java:13: warning: [UnguardedCheckThenAct] `cents`")
        .contains("reported because `cents` is a ConcurrentHashMap")
        .doesNotContain("Till.java");
  }

  @Test
  void errorPronesFlagsDecide() throws IOException {
    Outcome build = compile("gradle-error-prone");
    assertThat(build.exit()).as(build.output()).isEqualTo(1);
    assertThat(build.output())
        .contains("Prices.java:13: error: [UnguardedCheckThenAct] `cents`")
        .contains("Did you mean 'cents.computeIfAbsent(article, key -> lookUp(key));'?");
  }

  private Outcome compile(String name) throws IOException {
    Optional<String> gradle = installed();
    assumeThat(gradle).as("gradle on the PATH").isPresent();
    assumeThat(Runtime.version().feature()).as("what old releases run on").isEqualTo(17);
    Project project = Project.of(name, work, Project.Repositories.in(work));
    return project.gradle(gradle.orElseThrow(), work.resolve("home"));
  }

  private static Optional<String> installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "gradle"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
