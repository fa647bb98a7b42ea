package org.lockkeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lockkeeper.annotations.GuardedBy;

/** What every case is compiled against: our annotations, outlines of libraries, and fakes. */
public final class ClassPath {
  private static final List<Path> ENTRIES = build();

  private ClassPath() {}

  /** The entries. The fakes of {@code testdata/stubs} are compiled once. */
  public static List<Path> entries() {
    return ENTRIES;
  }

  private static List<Path> build() {
    Path stubs = Repository.root().resolve("testdata/stubs");
    try {
      Path annotations =
          Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path outlines = Path.of(ClassPath.class.getResource("/outlines.jar").toURI());
      Path target = Repository.root().resolve("checker/testing/target");
      Files.createDirectories(target);
      Path classes = Files.createTempDirectory(target, "stubs");
      List<Case.Source> sources =
          Repository.files(stubs).stream()
              .filter(f -> f.toString().endsWith(".java"))
              .map(f -> new Case.Source(f.getFileName().toString(), Case.read(f)))
              .toList();
      InMemory.compile(sources, 17, List.of(annotations), classes);
      return List.of(annotations, outlines, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
