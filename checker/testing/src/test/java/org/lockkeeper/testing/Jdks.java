package org.lockkeeper.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The JDKs of this machine: the one that runs the tests, and those installed beside it. */
final class Jdks {
  private Jdks() {}

  /**
   * A JDK.
   *
   * @param feature such as 17
   */
  record Jdk(Path home, int feature) {}

  /** The one that runs the tests. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The newest; the running one when there is no other. */
  static Jdk newest() {
    List<Path> beside = Case.list(running().home().getParent());
    return beside.stream()
        .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
        .map(home -> new Jdk(home, feature(home).orElse(0)))
        .filter(jdk -> jdk.feature() > running().feature())
        .max(Comparator.comparing(Jdk::feature))
        .orElse(running());
  }

  private static Optional<Integer> feature(Path home) {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException none) {
      return Optional.empty();
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return Optional.of(version.split("[.+-]")[0])
        .filter(v -> v.matches("\\d+"))
        .map(Integer::valueOf);
  }
}
