package org.lockkeeper.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of class files, in any file system. */
final class Folder implements Location {
  private final Path root;
  private final Limits limits;

  Folder(Path root, Limits limits) {
    this.root = root;
    this.limits = limits;
  }

  @Override
  public String origin() {
    return root.toString();
  }

  @Override
  public boolean declarationsOnly() {
    return Files.exists(root.resolve(OUTLINES));
  }

  @Override
  public byte[] read(String path) throws IOException {
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Limits.read(in, limits.classFile(), file.toString());
    }
  }

  @Override
  public boolean has(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  @Override
  public List<String> paths() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(each -> root.relativize(each).toString())
          .filter(each -> each.endsWith(".class"))
          .map(each -> each.replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {}
}
