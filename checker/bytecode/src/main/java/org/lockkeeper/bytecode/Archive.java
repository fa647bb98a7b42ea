package org.lockkeeper.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A jar, or the part of one below a folder such as {@code WEB-INF/classes/}. */
final class Archive implements Location {
  private final JarFile jar;
  private final String origin;
  private final String prefix;
  private final boolean library;
  private final List<String> paths;
  private final Limits limits;
  private final Runnable whenClosed;
  private String content;

  /**
   * @param prefix empty or ending in a slash
   * @param library whether it is not itself what is analysed
   * @param paths of the class files below the prefix, without it
   */
  Archive(
      JarFile jar,
      String origin,
      String prefix,
      boolean library,
      List<String> paths,
      Limits limits,
      Runnable whenClosed) {
    this.jar = jar;
    this.origin = origin;
    this.prefix = prefix;
    this.library = library;
    this.paths = List.copyOf(paths);
    this.limits = limits;
    this.whenClosed = whenClosed;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public String shown(String sourceFile) {
    String name = origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
    return library ? name + "!/" + sourceFile : sourceFile;
  }

  @Override
  public boolean declarationsOnly() {
    return jar.getEntry(OUTLINES) != null;
  }

  @Override
  public byte[] read(String path) throws IOException {
    ZipEntry entry = jar.getEntry(prefix + path);
    if (entry == null || entry.isDirectory()) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return Limits.read(in, limits.classFile(), entry.getName());
    }
  }

  @Override
  public boolean has(String path) {
    return jar.getEntry(prefix + path) != null;
  }

  @Override
  public synchronized Optional<String> content() {
    if (content == null) {
      try {
        String names = shown("") + '\n' + prefix + '\n' + jar.getVersion();
        content = CacheFolder.hash(names, ArchiveIndex.of(Path.of(jar.getName())));
      } catch (IOException unreadable) {
        content = "";
      }
    }
    return Optional.of(content).filter(hash -> !hash.isEmpty());
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public void close() throws IOException {
    jar.close();
    whenClosed.run();
  }

  /** Whether an entry's name would lead out of a folder that it is unpacked to. */
  static boolean escapes(JarEntry entry) {
    String name = entry.getName().replace('\\', '/');
    return name.startsWith("/")
        || name.startsWith("../")
        || name.contains("/../")
        || name.startsWith(":/", 1);
  }
}
