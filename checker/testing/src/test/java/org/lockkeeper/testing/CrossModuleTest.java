package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.Jars.Outcome;

/** Two Maven modules whose locks invert only together. */
class CrossModuleTest {
  private static final String INVERSION = "warning: [LockOrderInversion]";

  @TempDir Path work;
  private Project project;
  private Outcome build;

  @BeforeEach
  void compile() {
    project = Project.of("ledger", work, Project.Repositories.in(work.resolve("repositories")));
    build = project.compile();
    assertThat(build.exit()).as(build.output()).isZero();
  }

  @Test
  void isFoundWhenTheSecondModuleIsCompiled() {
    assertThat(build.output().lines().filter(line -> line.contains("[LockOrderInversion]")))
        .singleElement()
        .asString()
        .contains("Report.java:[12,")
        .contains("`audit` before `accounts` is taken here by `total`")
        .contains("`this` before `audit` in pay (Accounts.java:16)");
  }

  @Test
  void isFoundAgainstTheFirstModulesJar() {
    Path jar = jar("accounts");
    List<String> javac = new ArrayList<>(List.of(Jars.tool("javac"), "-d", work.toString()));
    javac.addAll(List.of("-processorpath", Jars.plugin().toString(), "-Xplugin:Lockkeeper"));
    javac.addAll(List.of("-cp", jar.toString()));
    javac.add(project.file("reports/src/main/java/reports/Report.java").toString());
    assertThat(Jars.run(work, Map.of(), javac).output())
        .containsOnlyOnce(INVERSION)
        .contains("`this` before `audit` in pay (Accounts.java:16 in accounts.jar)");
  }

  @Test
  void isFoundByAScanOfBoth() {
    Path accounts = jar("accounts");
    Path reports = jar("reports");
    assertThat(lockkeeper("scan", accounts, reports).output()).containsOnlyOnce(INVERSION);
    assertThat(lockkeeper("scan", accounts).output()).doesNotContain(INVERSION);
    assertThat(lockkeeper("scan", "-cp", accounts, reports).output())
        .containsOnlyOnce(INVERSION)
        .contains("(Accounts.java:16 in accounts.jar)");
  }

  @Test
  void isFoundByAMergeOfTwoScans() {
    Path one = work.resolve("accounts.locks");
    Path two = work.resolve("reports.locks");
    Path accounts = jar("accounts");
    lockkeeper("scan", "--facts-out", one, accounts);
    lockkeeper("scan", "--facts-out", two, "-cp", accounts, jar("reports"));
    Outcome merged = lockkeeper("merge", two, one);
    assertThat(merged.exit()).isEqualTo(1);
    assertThat(merged.output())
        .containsOnlyOnce(INVERSION)
        .contains("accounts.jar!/ledger/Accounts.java:16")
        .contains("(Report.java:12 in reports.jar)");
    assertThat(lockkeeper("merge", one).exit()).isZero();
  }

  private Path jar(String module) {
    Path jar = work.resolve(module + ".jar");
    List<String> command = new ArrayList<>(List.of(Jars.tool("jar"), "--create", "--file"));
    command.addAll(
        List.of(jar.toString(), "-C", "" + project.file(module + "/target/classes"), "."));
    assertThat(Jars.run(work, Map.of(), command).exit()).isZero();
    return jar;
  }

  private Outcome lockkeeper(Object... arguments) {
    List<String> command = new ArrayList<>(List.of(Jars.tool("java"), "-jar"));
    command.add(Jars.command().toString());
    for (Object each : arguments) {
      command.add(each.toString());
    }
    return Jars.run(work, Map.of(), command);
  }
}
