import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Severity;

/**
 * Writes a class for each check there is, since Error Prone tells its checks apart by class, and
 * the service file that names them. Run by the build.
 */
final class Generate {
  private static final String SERVICE =
      "META-INF/services/com.google.errorprone.bugpatterns.BugChecker";

  private Generate() {}

  /**
   * @param args the folder for Java sources, and the one for the service file
   */
  public static void main(String[] args) throws IOException {
    List<About> checks = Analysis.checks();
    Path sources = Path.of(args[0], "org/lockkeeper/errorprone");
    for (About about : checks) {
      write(sources.resolve(about.name() + ".java"), source(about));
    }
    write(
        Path.of(args[1]).resolve(SERVICE),
        checks.stream()
            .map(about -> "org.lockkeeper.errorprone." + about.name() + "\n")
            .collect(Collectors.joining()));
  }

  private static String source(About about) {
    return """
    package org.lockkeeper.errorprone;

    import com.google.errorprone.BugPattern;

    /** %2$s. */
    @BugPattern(
        name = "%1$s",
        summary = "%2$s",
        severity = BugPattern.SeverityLevel.%3$s,
        linkType = BugPattern.LinkType.CUSTOM,
        link = "%4$s, or run: lockkeeper explain %1$s",
        tags = "Concurrency")
    public final class %1$s extends LockkeeperCheck {
      private static final long serialVersionUID = 1;

      /** For Error Prone. */
      public %1$s() {}
    }
    """
        .formatted(
            about.name(),
            about.sentence().replace("\\", "\\\\").replace("\"", "\\\""),
            level(about.severity()),
            about.page());
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "ERROR";
      case WARNING, OFF -> "WARNING";
      case NOTE -> "SUGGESTION";
    };
  }

  /** Leaves a file alone that says the same already. */
  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }
}
