package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.Jars.Outcome;

/** A project that switches the plugin on, built by real Maven without a network. */
class MavenBuildTest {
  private static final Path ROOT = Repository.root();
  private static final String VERSION = "0.1.0-SNAPSHOT";

  /** What the outer build has downloaded; serves as a remote repository here. */
  private static final Path DOWNLOADED =
      Path.of(
          System.getProperty(
              "lockkeeper.downloaded", System.getProperty("user.home") + "/.m2/repository"));

  @TempDir Path work;

  @BeforeEach
  void layOut() throws IOException {
    copy(ROOT.resolve("testdata/builds/plain"), work.resolve("project"));
    publish("lockkeeper-parent", ROOT.resolve("pom.xml"), null);
    publish("lockkeeper-checker", ROOT.resolve("checker/pom.xml"), null);
    publish("lockkeeper-annotations", ROOT.resolve("annotations/pom.xml"), Jars.annotations());
    publish("lockkeeper", ROOT.resolve("checker/plugin/dependency-reduced-pom.xml"), Jars.plugin());
    Files.writeString(work.resolve("settings.xml"), settings());
  }

  @Test
  void theFindingAppearsInTheBuild() {
    Outcome build = maven();
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.output())
        .containsPattern(
            "\\[WARNING\\] .*Prices\\.java:\\[13,\\d+\\] \\[UnguardedCheckThenAct\\] `cents`")
        .contains("reported because `cents` is a ConcurrentHashMap")
        .doesNotContain("Till.java");
  }

  @Test
  void anErrorFailsTheBuild() {
    Outcome build = maven("-Dlockkeeper.options=-check UnguardedCheckThenAct=error");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.output())
        .containsPattern("\\[ERROR\\] .*Prices\\.java:\\[13,\\d+\\] \\[UnguardedCheckThenAct\\]");
  }

  @Test
  void wrongOptionsAreAnError() {
    Outcome build = maven("-Dlockkeeper.options=-chek Some=error");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.output()).contains("-chek").contains("-exclude");
  }

  private Outcome maven(String... more) {
    List<String> command = new ArrayList<>();
    String home = System.getProperty("lockkeeper.maven", "");
    command.add(home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-s", work.resolve("settings.xml").toString()));
    command.add("-Dmaven.repo.local=" + work.resolve("local"));
    command.addAll(List.of(more));
    command.add("compile");
    return Jars.run(
        work.resolve("project"), Map.of("JAVA_HOME", System.getProperty("java.home")), command);
  }

  private void publish(String artifact, Path pom, Path jar) throws IOException {
    Path folder = work.resolve("ours/org/lockkeeper").resolve(artifact).resolve(VERSION);
    Files.createDirectories(folder);
    Files.copy(pom, folder.resolve(artifact + "-" + VERSION + ".pom"));
    if (jar != null) {
      Files.copy(jar, folder.resolve(artifact + "-" + VERSION + ".jar"));
    }
  }

  private String settings() {
    return """
    <settings>
      <mirrors>
        <mirror>
          <id>downloaded</id>
          <mirrorOf>central</mirrorOf>
          <url>%s</url>
        </mirror>
      </mirrors>
      <profiles>
        <profile>
          <id>ours</id>
          <repositories>
            <repository>
              <id>ours</id>
              <url>%s</url>
              <snapshots><enabled>true</enabled></snapshots>
            </repository>
          </repositories>
        </profile>
      </profiles>
      <activeProfiles>
        <activeProfile>ours</activeProfile>
      </activeProfiles>
    </settings>
    """
        .formatted(DOWNLOADED.toUri(), work.resolve("ours").toUri());
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : Repository.files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }
}
