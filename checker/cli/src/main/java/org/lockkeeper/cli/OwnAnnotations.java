package org.lockkeeper.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lockkeeper.annotations.GuardedBy;

/**
 * Our annotations as a class path entry, so that code which uses them needs no {@code --classpath}
 * for them. They are copied out of the command's own jar, whose other contents are none of the
 * user's business.
 */
final class OwnAnnotations implements Closeable {

  private static final String PACKAGE = GuardedBy.class.getPackageName().replace('.', '/');

  private final Path folder;

  private OwnAnnotations(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies them to a temporary folder that lives until this is closed.
   *
   * @throws UncheckedIOException when there is no room for them
   */
  static OwnAnnotations copy() {
    try {
      OwnAnnotations own = new OwnAnnotations(Files.createTempDirectory("lockkeeper"));
      Path target = Files.createDirectories(own.folder.resolve(PACKAGE));
      Path home =
          Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        copy(home.resolve(PACKAGE), target);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          copy(jar.getPath(PACKAGE), target);
        }
      }
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> classes = Files.list(from)) {
      for (Path each : classes.toList()) {
        Files.copy(each, to.resolve(each.getFileName().toString()));
      }
    }
  }

  /** The class path with these behind all else. */
  List<Path> behind(List<Path> classpath) {
    List<Path> all = new ArrayList<>(classpath);
    all.add(folder);
    return all;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // a leftover in the temporary folder harms nobody
    }
  }
}
