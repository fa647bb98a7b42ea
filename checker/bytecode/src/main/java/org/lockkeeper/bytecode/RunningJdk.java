package org.lockkeeper.bytecode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The class files of the JDK that runs this program (JEP 220), for their declarations. */
final class RunningJdk implements Location {
  private final Path packages = Paths.get(URI.create("jrt:/packages"));
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
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      return null;
    }
    Optional<Path> module =
        modules.computeIfAbsent(path.substring(0, slash).replace('/', '.'), this::module);
    if (module.isEmpty()) {
      return null;
    }
    Path file = module.get().resolve(path);
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  /** Several modules may have the package's name; one has its classes. */
  private Optional<Path> module(String packageName) {
    Path all = packages.resolve(packageName);
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    String inside = packageName.replace('.', '/');
    try (Stream<Path> links = Files.list(all)) {
      return links
          .map(each -> Paths.get(URI.create("jrt:/modules/" + each.getFileName())))
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
