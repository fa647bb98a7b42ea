package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {
  private static final Path BUILDS = Path.of("../../testdata/builds");

  @TempDir private Path folder;

  private static Path build(String name) {
    return BUILDS.resolve(name).toAbsolutePath().normalize();
  }

  /** A copy of a project's pom, with something replaced. */
  private List<String> problems(String name, int java, String from, String to) throws IOException {
    String pom = Files.readString(build(name).resolve("pom.xml"));
    assertThat(pom).contains(from);
    Files.writeString(folder.resolve("pom.xml"), pom.replace(from, to));
    Path config = build(name).resolve(".mvn/jvm.config");
    if (Files.exists(config) && !to.equals("no config")) {
      Files.createDirectories(folder.resolve(".mvn"));
      Files.copy(config, folder.resolve(".mvn/jvm.config"));
    }
    return new Diagnosis(MavenSetup.in(folder).orElseThrow(), folder, java).problems();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "error-prone",
        "error-prone-fork",
        "lombok",
        "modular",
        "incremental",
        "ledger",
        "reactor",
        "gradle",
        "gradle-error-prone"
      })
  void ourSampleBuildsAreActive(String name) {
    boolean theirs = name.contains("error-prone");
    Ran ran = Ran.in(build(name), "doctor");
    assertThat(ran.out())
        .contains("jar          org.lockkeeper:lockkeeper:0.1.0-SNAPSHOT")
        .contains(theirs ? "Error Prone  on, 2.42.0" : "Error Prone  off")
        .contains("reported by  " + (theirs ? "Error Prone" : "-Xplugin"))
        .endsWith("Lockkeeper is active.\n");
    assertThat(ran.code()).isZero();
  }

  @Test
  void aModuleIsConfiguredByItsParent() {
    Ran ran = Ran.in(build("reactor/web"), "doctor");
    assertThat(ran.out()).contains("Maven, pom.xml, ../pom.xml").contains("is active");
  }

  @Test
  void aPluginThatIsNotThere() throws IOException {
    assertThat(
            problems(
                "plain", 17, "<artifactId>lockkeeper</artifactId>", "<artifactId>x</artifactId>"))
        .singleElement()
        .asString()
        .contains("javac will not find the plugin");
  }

  @Test
  void aJarThatNothingSwitchesOn() throws IOException {
    assertThat(problems("plain", 17, "-Xplugin:Lockkeeper", "-Xlint:all"))
        .singleElement()
        .asString()
        .contains("nothing switches it on");
  }

  @Test
  void anOldJdk() throws IOException {
    assertThat(problems("plain", 11, "<version>1</version>", "<version>2</version>"))
        .containsExactly("the build's JDK is 11: the jar needs 17 or newer");
  }

  @Test
  void optionsThatStandAlone() throws IOException {
    String two = "-Xplugin:Lockkeeper</arg><arg>-check LockOrderInversion=error</arg><arg>";
    assertThat(problems("plain", 17, "-Xplugin:Lockkeeper", two))
        .singleElement()
        .asString()
        .startsWith("-check LockOrderInversion=error stands alone");
  }

  @Test
  void modelsThatCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("bad.facts"), "nonsense\n");
    assertThat(problems("plain", 17, "-Xplugin:Lockkeeper", "-Xplugin:Lockkeeper -models no.facts"))
        .containsExactly("model no.facts cannot be read");
    Files.delete(folder.resolve("pom.xml"));
    assertThat(
            problems("plain", 17, "-Xplugin:Lockkeeper", "-Xplugin:Lockkeeper -models bad.facts"))
        .singleElement()
        .asString()
        .startsWith("model bad.facts:1:");
  }

  @Test
  void errorProneThatCannotRun() throws IOException {
    assertThat(problems("error-prone", 17, "-XDcompilePolicy=simple", "no config"))
        .satisfiesExactly(
            policy -> assertThat(policy).contains("-XDcompilePolicy=simple"),
            flags -> assertThat(flags).contains(".mvn/jvm.config"));
  }

  @Test
  void errorProneOfAnotherTime() throws IOException {
    assertThat(problems("error-prone", 17, ">2.42.0<", ">2.50.0<"))
        .containsExactly("Error Prone 2.50 needs JDK 21; 2.42.0 is the last for JDK 17");
    Files.delete(folder.resolve(".mvn/jvm.config"));
    assertThat(problems("error-prone", 25, ">2.42.0<", ">2.50.0<")).isEmpty();
    Files.delete(folder.resolve(".mvn/jvm.config"));
    assertThat(problems("error-prone", 17, ">2.42.0<", ">2.36.0<"))
        .singleElement()
        .asString()
        .contains("too old");
  }

  @Test
  void bothAtOnce() throws IOException {
    String both = "-Xplugin:Lockkeeper</arg><arg>-Xplugin:ErrorProne";
    assertThat(problems("error-prone", 17, "-Xplugin:ErrorProne", both))
        .singleElement()
        .asString()
        .startsWith("both -Xplugin:Lockkeeper and Error Prone could report");
  }

  @Test
  void gradle() throws IOException {
    Files.writeString(
        folder.resolve("build.gradle.kts"),
        """
        dependencies {
          // annotationProcessor("org.lockkeeper:lockkeeper:0.0.1")
          annotationProcessor("org.lockkeeper:lockkeeper:0.1.0")
        }
        tasks.withType<JavaCompile>().configureEach {
          options.compilerArgs.add("-Xplugin:Lockkeeper -check LockOrderInversion=error")
        }
        """);
    Ran ran = Ran.in(folder, "doctor");
    assertThat(ran.out())
        .contains("Gradle, build.gradle.kts", "org.lockkeeper:lockkeeper:0.1.0\n", "is active");
  }

  @Test
  void gradleWithErrorProne() throws IOException {
    Files.writeString(
        folder.resolve("build.gradle"),
        """
        plugins { id 'net.ltgt.errorprone' version '4.3.0' }
        dependencies {
          errorprone 'com.google.errorprone:error_prone_core:2.42.0'
          errorprone 'org.lockkeeper:lockkeeper:0.1.0'
        }
        tasks.withType(JavaCompile).configureEach {
          options.errorprone.option('Lockkeeper:Models', 'own.facts')
        }
        """);
    Ran ran = Ran.in(folder, "doctor");
    assertThat(ran.out())
        .contains("Error Prone  on, 2.42.0", "models       own.facts", "reported by  Error Prone")
        .contains("wrong: model own.facts cannot be read\n1 thing is wrong.\n");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
  }

  @Test
  void elsewhere() throws IOException {
    assertThat(Ran.in(folder, "doctor").code()).isEqualTo(ExitCodes.BAD_INPUT);
    Files.writeString(folder.resolve("pom.xml"), "<project>");
    assertThat(Ran.in(folder, "doctor").err()).contains("cannot read");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Ran ran = Ran.in(folder, "doctor");
    assertThat(ran.out()).contains("wrong: Lockkeeper is not part of this build");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
  }
}
