package org.lockkeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lockkeeper.testing.Jars.Outcome;
import org.lockkeeper.testing.Jdks.Jdk;

/**
 * A copy of a project of {@code testdata/builds}, built by real tools without a network.
 *
 * @param folder the copy
 * @param maven where Maven finds our artifacts and those of others
 */
record Project(Path folder, Repositories maven) {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  /** Copies a project. */
  static Project of(String name, Path work, Repositories maven) {
    Path folder = work.resolve(name);
    copy(Repository.root().resolve("testdata/builds").resolve(name), folder);
    return new Project(folder, maven);
  }

  /** Compiles it on the JDK that runs the tests. */
  Outcome compile(String... more) {
    return compile(Jdks.running(), more);
  }

  /** Compiles it. */
  Outcome compile(Jdk jdk, String... more) {
    List<String> command = new ArrayList<>();
    String home = System.getProperty("lockkeeper.maven", "");
    command.add(home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-s", maven.settings().toString()));
    command.add("-Dmaven.repo.local=" + maven.local());
    command.addAll(List.of(more));
    command.add("compile");
    return Jars.run(folder, Map.of("JAVA_HOME", jdk.home().toString()), command);
  }

  /** Compiles it with Gradle, which is to find our artifacts before it looks for a network. */
  Outcome gradle(String program, Path home) throws IOException {
    Path script = folder.resolve("repositories.gradle");
    Files.writeString(
        script,
        """
        allprojects {
          repositories {
            maven { url '%s' }
            maven { url '%s' }
          }
        }
        """
            .formatted(maven.folder().resolve("ours").toUri(), Repositories.DOWNLOADED.toUri()));
    List<String> command = List.of(program, "--offline", "--no-daemon", "-g", home.toString());
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("-I", script.toString(), "compileJava"));
    return Jars.run(folder, Map.of("JAVA_HOME", Jdks.running().home().toString()), all);
  }

  /** A file of it. */
  Path file(String path) {
    return folder.resolve(path);
  }

  private static void copy(Path from, Path to) {
    try {
      for (Path file : Repository.files(from)) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Repositories that several builds share. */
  record Repositories(Path folder) {

    /** What the outer build has downloaded; serves as a remote repository here. */
    private static final Path DOWNLOADED =
        Path.of(
            System.getProperty(
                "lockkeeper.downloaded", System.getProperty("user.home") + "/.m2/repository"));

    /** Lays them out. */
    static Repositories in(Path folder) {
      Path root = Repository.root();
      Repositories made = new Repositories(folder);
      made.publish("lockkeeper-parent", root.resolve("pom.xml"), null);
      made.publish("lockkeeper-checker", root.resolve("checker/pom.xml"), null);
      made.publish(
          "lockkeeper-annotations", root.resolve("annotations/pom.xml"), Jars.annotations());
      made.publish(
          "lockkeeper", root.resolve("checker/plugin/dependency-reduced-pom.xml"), Jars.plugin());
      try {
        Files.writeString(made.settings(), made.text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return made;
    }

    Path settings() {
      return folder.resolve("settings.xml");
    }

    Path local() {
      return folder.resolve("local");
    }

    private void publish(String artifact, Path pom, Path jar) {
      Path to = folder.resolve("ours/org/lockkeeper").resolve(artifact).resolve(VERSION);
      try {
        Files.createDirectories(to);
        Files.copy(pom, to.resolve(artifact + "-" + VERSION + ".pom"));
        if (jar != null) {
          Files.copy(jar, to.resolve(artifact + "-" + VERSION + ".jar"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String text() {
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
          .formatted(DOWNLOADED.toUri(), folder.resolve("ours").toUri());
    }
  }
}
