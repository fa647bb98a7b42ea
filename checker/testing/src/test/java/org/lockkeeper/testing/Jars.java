package org.lockkeeper.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jars that users get, and programs that run them. They exist after {@code package}. */
final class Jars {
  private static final Path ROOT = Repository.root();
  private static final int MINUTES = 5;

  private Jars() {}

  /** What a program said, on either channel, and how it ended. */
  record Outcome(int exit, String output) {}

  /** The jar for the processor path. */
  static Path plugin() {
    return built("checker/plugin/target/lockkeeper-0.1.0-SNAPSHOT.jar");
  }

  /** The annotations. */
  static Path annotations() {
    return built("annotations/target/lockkeeper-annotations-0.1.0-SNAPSHOT.jar");
  }

  /** The command line. */
  static Path command() {
    return built("checker/cli/target/lockkeeper.jar");
  }

  private static Path built(String path) {
    Path jar = ROOT.resolve(path);
    assumeThat(jar).as("run `mvn verify`: this test needs the packaged jars").exists();
    return jar;
  }

  /** A tool of the JDK that runs the test. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Runs a program to its end. */
  static Outcome run(Path folder, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    // The run is to need no flags.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "MAVEN_OPTS"));
    try {
      Path output = Files.createTempFile("lockkeeper", ".out");
      Process process = builder.redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + MINUTES + " minutes: " + command);
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Outcome(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
