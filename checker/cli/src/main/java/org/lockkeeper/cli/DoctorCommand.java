package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lockkeeper doctor}: tells whether the checks run in a build. */
@Command(
    name = "doctor",
    description = {
      "Tells whether Lockkeeper is active in a Maven or Gradle build.",
      "It says with which JDK, Error Prone",
      "and models, and what is wrong. Reads the build's files; runs nothing."
    },
    footer = {"", "Exit codes:", "  0  active", "  1  something is wrong", "  2  no build here"})
final class DoctorCommand implements Callable<Integer> {

  private final Io io;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The build's folder; default: the current one.")
  private Path given = Path.of("");

  DoctorCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    Path folder = io.base().resolve(given).normalize();
    Setup setup =
        MavenSetup.in(folder)
            .or(() -> GradleSetup.in(folder))
            .orElseThrow(
                () -> new BadInput("no pom.xml, build.gradle.kts or build.gradle in " + folder));
    String home = System.getenv("JAVA_HOME");
    Optional<String> theirs = home == null ? Optional.empty() : version(Path.of(home));
    String java = theirs.orElse(Runtime.version().toString());
    Diagnosis diagnosis = new Diagnosis(setup, folder, feature(java));
    line("lockkeeper", Main.version());
    line("build", setup.tool() + ", " + String.join(", ", setup.files()));
    line("JDK", java + (theirs.isPresent() ? " (JAVA_HOME)" : " (runs this command)"));
    line("jar", setup.ours().map(Object::toString).orElse("not on the processor path"));
    line("Error Prone", errorProne(setup));
    line("models", String.join(", ", models(setup)));
    line("reported by", diagnosis.reporter());
    diagnosis.problems().forEach(problem -> io.out().println("wrong: " + problem));
    io.out().println(diagnosis.problems().isEmpty() ? "Lockkeeper is active." : summary(diagnosis));
    io.out().flush();
    return diagnosis.problems().isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
  }

  private static String errorProne(Setup setup) {
    boolean runs = setup.runs("ErrorProne");
    String version = setup.errorProne().map(a -> a.version()).orElse("");
    return runs ? ("on, " + (version.isEmpty() ? "version not told" : version)) : "off";
  }

  private static List<String> models(Setup setup) {
    return setup.models().isEmpty() ? List.of("those shipped") : setup.models();
  }

  private static String summary(Diagnosis diagnosis) {
    int count = diagnosis.problems().size();
    return count + (count == 1 ? " thing is" : " things are") + " wrong.";
  }

  private void line(String label, String value) {
    io.out().println(label + " ".repeat(13 - label.length()) + value);
  }

  private static Optional<String> version(Path home) {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
      return Optional.ofNullable(release.getProperty("JAVA_VERSION")).map(v -> v.replace("\"", ""));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Of {@code 17.0.15} the 17, of {@code 1.8.0_292} the 8. */
  private static int feature(String version) {
    String[] parts = version.split("[^0-9]+");
    boolean old = parts[0].equals("1") && parts.length > 1;
    return Integer.parseInt(old ? parts[1] : parts[0]);
  }
}
