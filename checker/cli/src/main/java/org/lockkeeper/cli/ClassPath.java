package org.lockkeeper.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockkeeper.annotations.GuardedBy;

/**
 * The user's class path, and behind it what the command brings along: our annotations, so that code
 * which uses them needs no {@code --classpath} for them, and outlines of the libraries that models
 * speak of. Both are copied out of the command's own jar, whose other contents are none of the
 * user's business.
 */
final class ClassPath implements Closeable {

  private static final String PACKAGE = GuardedBy.class.getPackageName().replace('.', '/');
  private static final String OUTLINES = "outlines.jar";

  private final Path folder;
  private final List<Path> entries;
  private Path outlines;

  private ClassPath(List<Path> users, Path folder) {
    this.entries = new ArrayList<>(users);
    this.folder = folder;
  }

  /**
   * Puts ours behind the user's, in a temporary folder that lives until this is closed.
   *
   * @param users folders and archives, which come first
   * @param outlines whether outlines answer for what is on none of these
   * @throws UncheckedIOException when there is no room for ours
   */
  static ClassPath of(List<Path> users, boolean outlines) {
    try {
      ClassPath all = new ClassPath(users, Files.createTempDirectory("lockkeeper"));
      all.annotations();
      if (outlines) {
        all.outline();
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void annotations() throws IOException, URISyntaxException {
    Path root = folder.resolve("annotations");
    Path target = Files.createDirectories(root.resolve(PACKAGE));
    Path home =
        Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(home)) {
      copy(home.resolve(PACKAGE), target);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        copy(jar.getPath(PACKAGE), target);
      }
    }
    entries.add(root);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> classes = Files.list(from)) {
      for (Path each : classes.toList()) {
        Files.copy(each, to.resolve(each.getFileName().toString()));
      }
    }
  }

  private void outline() throws IOException {
    Path jar = folder.resolve(OUTLINES);
    try (InputStream in = ClassPath.class.getResourceAsStream("/" + OUTLINES)) {
      if (in == null) {
        throw new IllegalStateException("resource " + OUTLINES + " is missing");
      }
      Files.copy(in, jar);
    }
    outlines = jar;
    entries.add(jar);
  }

  /** All folders and archives, in the order in which they are searched. */
  List<Path> entries() {
    return List.copyOf(entries);
  }

  /** The archive that has outlines only; empty where they are not wanted. */
  Optional<Path> outlines() {
    return Optional.ofNullable(outlines);
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
