package org.lockkeeper.bytecode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The class files of the JDK that runs this program (JEP 220), for their declarations. */
final class RunningJdk implements Location {
  private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
  private final Map<String, Optional<Path>> modules = new ConcurrentHashMap<>();

  @Override
  public String origin() {
    return "jrt:/";
  }

  @Override
  public boolean declarationsOnly() {
    return true;
  }

  @Override
  public byte[] read(String path) throws IOException {
    Optional<Path> file = file(path);
    return file.isEmpty() ? null : Files.readAllBytes(file.get());
  }

  private Optional<Path> file(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0
        ? Optional.empty()
        : modules
            .computeIfAbsent(path.substring(0, slash).replace('/', '.'), this::module)
            .map(module -> module.resolve(path))
            .filter(Files::isRegularFile);
  }

  @Override
  public boolean has(String path) {
    return file(path).isPresent();
  }

  @Override
  public Optional<String> content() {
    return Optional.of("JDK " + Runtime.version());
  }

  /** Several modules may have the package's name; one has its classes. */
  private Optional<Path> module(String packageName) {
    Path all = image.getPath("packages", packageName);
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    String inside = packageName.replace('.', '/');
    try (Stream<Path> links = Files.list(all)) {
      return links
          .map(each -> image.getPath("modules", each.getFileName().toString()))
          .filter(each -> Files.isDirectory(each.resolve(inside)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> paths() {
    return List.of();
  }

  @Override
  public void close() {}
}
