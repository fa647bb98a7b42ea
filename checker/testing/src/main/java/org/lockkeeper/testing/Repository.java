package org.lockkeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where things are in our own repository. */
public final class Repository {
  private static final Set<String> UNTRACKED =
      Set.of(".git", "target", ".idea", ".vscode", ".settings");

  private Repository() {}

  /** The folder that holds everything. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".mvn/jvm.config"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "not run inside the repository: " + Path.of("").toAbsolutePath());
    }
    return folder;
  }

  /** All files under a folder that are not built, sorted. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(f -> tracked(folder, f)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean tracked(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (UNTRACKED.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  /** The main Java sources of all modules; not outlines, in which nothing happens. */
  public static List<Path> mainSources() {
    return Stream.of("annotations", "checker")
        .flatMap(m -> files(root().resolve(m)).stream())
        .filter(f -> f.toString().endsWith(".java"))
        .filter(f -> named(f).contains("/src/main/java/"))
        .filter(f -> !named(f).startsWith("checker/outlines/"))
        .toList();
  }

  /** A path as written in this repository's own lists. */
  public static String named(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }
}
