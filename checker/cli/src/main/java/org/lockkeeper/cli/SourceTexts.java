package org.lockkeeper.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sarif.SourceFiles;

/** Reads source files by the names that sites give them, each once. */
final class SourceTexts implements SourceFiles {

  private final Path base;
  private final List<Path> roots;
  private final Map<String, List<String>> lines = new HashMap<>();

  /**
   * @param base the folder that relative names start from and that shown names are relative to
   * @param roots folders where names that start with a package may be found
   */
  SourceTexts(Path base, List<Path> roots) {
    this.base = base.toAbsolutePath().normalize();
    this.roots = roots.stream().map(this.base::resolve).toList();
  }

  /** The lines of a file, by {@link Site#file()}; empty when it cannot be read. */
  List<String> lines(String file) {
    return lines.computeIfAbsent(file, f -> path(f).map(SourceTexts::read).orElse(List.of()));
  }

  /** All of a file, by {@link Site#file()}; empty when it cannot be read. */
  @Override
  public Optional<String> text(String file) {
    try {
      Optional<Path> path = path(file).filter(Files::isRegularFile);
      return path.isEmpty() ? Optional.empty() : Optional.of(Files.readString(path.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same, unless it was changed meanwhile. */
  Optional<String> text(String file, Map<Path, String> changed) {
    return path(file).map(changed::get).or(() -> text(file));
  }

  /** A file's name for people: relative to the base when it is below it. */
  String name(String file) {
    return path(file).map(p -> below(p).orElse(p.toString())).orElse(file);
  }

  /** The path from the base with {@code /}; empty when the file is not below it. */
  @Override
  public Optional<String> relative(String file) {
    return path(file).flatMap(this::below);
  }

  /** Where a file is; empty when its name is none of this file system's. */
  @Override
  public Optional<Path> path(String file) {
    try {
      Path path = file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file);
      return roots.stream()
          .map(root -> root.resolve(path).normalize())
          .filter(Files::exists)
          .findFirst()
          .or(() -> Optional.of(base.resolve(path).normalize()));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<String> below(Path path) {
    return path.startsWith(base)
        ? Optional.of(base.relativize(path).toString().replace('\\', '/'))
        : Optional.empty();
  }

  private static List<String> read(Path path) {
    try {
      return Files.isRegularFile(path)
          ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      return List.of(); // the source line is a help to the reader, not worth a failure
    }
  }
}
