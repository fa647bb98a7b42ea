package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.Jars.Outcome;

/** Plain javac with the shaded jar, and no flag besides. */
class JavacBuildTest {
  @TempDir Path work;

  @Test
  void warnsAboutEachHeadlineCheck() {
    Outcome javac = javac("-Xplugin:Lockkeeper");
    assertThat(javac.exit()).as(javac.output()).isZero();
    for (String check : Quickstart.CHECKS) {
      assertThat(javac.output()).containsOnlyOnce("warning: [" + check + "]");
    }
  }

  @Test
  void saysThatItRan() {
    assertThat(javac("-Xplugin:Lockkeeper -verbose").output())
        .containsPattern("(?m)Lockkeeper.* \\d+ methods, 5 findings");
  }

  @Test
  void saysWhenClassesThatNobodyNamedKeepItFromRunning() throws IOException {
    Files.writeString(work.resolve("Named.java"), "class Named { Besides other; }");
    Files.writeString(work.resolve("Besides.java"), "class Besides {}");
    List<String> command = new ArrayList<>(List.of(Jars.tool("javac"), "-implicit:none"));
    command.addAll(List.of("-Xplugin:Lockkeeper -verbose", "-sourcepath", ".", "Named.java"));
    command.addAll(List.of("-processorpath", Jars.plugin().toString()));
    assertThat(Jars.run(work, Map.of(), command).output()).contains("did not run: ");
    command.remove(1);
    assertThat(Jars.run(work, Map.of(), command).output()).contains("methods, 0 findings");
  }

  @Test
  void isOffByDefault() {
    assertThat(javac().output()).isEmpty();
  }

  @Test
  void optionsMayComeFromAFile() {
    Path project = Repository.root().resolve("testdata/builds/argfile");
    Outcome javac =
        Jars.run(
            project,
            Map.of(),
            List.of(
                Jars.tool("javac"),
                "@javac.args",
                "-d",
                work.toString(),
                "-processorpath",
                Jars.plugin().toString()));
    assertThat(javac.exit()).as(javac.output()).isZero();
    assertThat(javac.output()).contains("[UnguardedCheckThenAct]", "[LockOrderInversion]");
  }

  private Outcome javac(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Jars.tool("javac"));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", work.toString(), "-cp", Jars.annotations().toString()));
    command.addAll(List.of("-processorpath", Jars.plugin().toString()));
    Quickstart.files().forEach(f -> command.add(f.toString()));
    return Jars.run(work, Map.of(), command);
  }
}
