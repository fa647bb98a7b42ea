package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.Jars.Outcome;
import org.lockkeeper.testing.Jdks.Jdk;

/** Projects that switch the checks on, built by real Maven without a network. */
class MavenBuildTest {
  private static final String NEWEST_ERROR_PRONE =
      System.getProperty("lockkeeper.error-prone.newest", "2.50.0");

  @TempDir static Path shared;
  private static Project.Repositories maven;

  @TempDir Path work;

  @BeforeAll
  static void layOut() {
    maven = Project.Repositories.in(shared);
  }

  private Project project(String name) {
    return Project.of(name, work, maven);
  }

  @Test
  void theFindingAppearsInTheBuild() {
    Outcome build = project("plain").compile();
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.output())
        .containsPattern(
            "\\[WARNING\\] .*Prices\\.java:\\[13,\\d+\\] \\[UnguardedCheckThenAct\\] `cents`")
        .contains("reported because `cents` is a ConcurrentHashMap")
        .doesNotContain("Till.java");
  }

  @Test
  void anErrorFailsTheBuild() {
    Outcome build =
        project("plain").compile("-Dlockkeeper.options=-check UnguardedCheckThenAct=error");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.output())
        .containsPattern("\\[ERROR\\] .*Prices\\.java:\\[13,\\d+\\] \\[UnguardedCheckThenAct\\]");
  }

  @Test
  void wrongOptionsAreAnError() {
    Outcome build = project("plain").compile("-Dlockkeeper.options=-chek Some=error");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.output()).contains("-chek").contains("-exclude");
  }

  /** One jar for all of them. */
  @TestFactory
  Stream<DynamicTest> errorPronesFlagsDecide() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(errorProne(Jdks.running(), "2.42.0"));
    Jdk newest = Jdks.newest();
    if (newest.feature() > Jdks.running().feature()) {
      tests.add(errorProne(newest, "2.42.0"));
    }
    if (newest.feature() >= 21) {
      tests.add(errorProne(newest, NEWEST_ERROR_PRONE));
    }
    return tests.stream();
  }

  private DynamicTest errorProne(Jdk jdk, String version) {
    String name = "JDK " + jdk.feature() + ", Error Prone " + version;
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path folder = Files.createDirectories(work.resolve(name.replaceAll("\\W+", "-")));
          Outcome build =
              Project.of("error-prone", folder, maven)
                  .compile(
                      jdk,
                      "-Derror-prone.version=" + version,
                      "-Dlockkeeper.flags=-XepOpt:Lockkeeper:Verbose=true");
          assertThat(build.exit()).as(build.output()).isEqualTo(1);
          assertThat(build.output())
              .contains("within Error Prone " + version)
              .containsPattern("\\[WARNING\\] .*Prices\\.java:\\[13,\\d+\\] \\[UnguardedCheckThen")
              .containsPattern(
                  "\\[ERROR\\] .*(Audit|Ledger)\\.java:\\[\\d+,\\d+\\] \\[LockOrderInv")
              .contains("(see docs/checks/UnguardedCheckThenAct.md");
        });
  }

  @Test
  void errorProneInAJavacOfItsOwn() {
    Outcome build = project("error-prone-fork").compile();
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.output())
        .containsPattern("\\[WARNING\\] .*Prices\\.java:\\[13,\\d+\\] \\[UnguardedCheckThenAct\\]");
  }

  @Test
  void whatLombokWritesIsLeftAlone() {
    Outcome build = project("lombok").compile();
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(findings(build)).singleElement().asString().contains("Basket.java:[25,");
  }

  @Test
  void aModuleIsLikeAnyOther() {
    Outcome build = project("modular").compile();
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(findings(build)).singleElement().asString().contains("Till.java:[21,");
  }

  @Test
  void modulesOfAReactorAreBuiltAtTheSameTime() {
    Outcome build = project("reactor").compile("-T2");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(findings(build))
        .anySatisfy(line -> assertThat(line).contains("Till.java", "[UnguardedAccess]"))
        .anySatisfy(line -> assertThat(line).contains("Handler.java", "[BlockingInCooperative]"))
        .hasSize(2);
  }

  @Test
  void whatAnEarlierBuildCompiledIsStillKnown() throws IOException {
    Project project = project("incremental");
    assertThat(findings(project.compile())).singleElement().asString().contains("Handler.java");
    Path changed = project.file("src/main/java/shop/Handler.java");
    Files.writeString(changed, Files.readString(changed) + "// changed\n");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(2)));
    Outcome again = project.compile();
    assertThat(again.output()).contains("Compiling 1 source file");
    assertThat(findings(again)).singleElement().asString().contains("BlockingInCooperative");
  }

  private static List<String> findings(Outcome build) {
    return build
        .output()
        .lines()
        .filter(line -> line.matches("\\[(WARNING|ERROR)\\] .*\\.java:\\[.*\\] \\[\\w+\\] .*"))
        .toList();
  }
}
