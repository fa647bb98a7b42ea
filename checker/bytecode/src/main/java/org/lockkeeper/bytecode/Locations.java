package org.lockkeeper.bytecode;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Opens what a user names: folders, jars, and the jars inside fat jars (Spring Boot), wars and
 * ears. Archives in archives are unpacked one by one to temporary files with names of our own.
 */
final class Locations {
  private static final List<String> PREFIXES = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  private final List<Location> found = new ArrayList<>();
  private final Map<Path, List<Location>> byPath = new HashMap<>();
  private final Limits limits;
  private final Runtime.Version release;
  private final Collection<String> messages;
  private long unpacked;
  private boolean libraries;

  /**
   * @param release Java release for jars with classes for several; 0 for the running one
   * @param messages where refusals are said
   */
  Locations(Limits limits, int release, Collection<String> messages) {
    this.limits = limits;
    this.messages = messages;
    this.release =
        release == 0 ? JarFile.runtimeVersion() : Runtime.Version.parse(String.valueOf(release));
  }

  /** All that was opened, in order. */
  synchronized List<Location> found() {
    return List.copyOf(found);
  }

  /** Where the class is; opens what was not open yet. */
  List<Location> of(ClassFiles.Roots roots, String binaryName) {
    return roots.of(binaryName).map(this::of).orElse(List.of());
  }

  /** The folder or archive, with the archives inside it; opens it if it was not open yet. */
  synchronized List<Location> of(Path path) {
    List<Location> known = byPath.get(path);
    if (known == null) {
      int before = found.size();
      add(path);
      known = List.copyOf(found.subList(before, found.size()));
      byPath.put(path, known);
    }
    return known;
  }

  /** What is added from now on is not what is analysed. */
  synchronized void onlyLibraries() {
    libraries = true;
  }

  /** Adds a folder or an archive; says why if that cannot be. */
  synchronized void add(Path path) {
    if (Files.isDirectory(path)) {
      found.add(new Folder(path, limits));
    } else if (Files.isRegularFile(path)) {
      archive(path.toFile(), path.toString(), 1, () -> {});
    } else {
      messages.add(path + ": no such file or folder");
    }
  }

  private void archive(File file, String origin, int depth, Runnable whenClosed) {
    try {
      JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, release);
      if (jar.size() > limits.entries()) {
        jar.close();
        throw new IOException("has more than " + limits.entries() + " entries");
      }
      contents(jar, origin, depth, whenClosed);
    } catch (IOException | RuntimeException e) {
      whenClosed.run();
      messages.add(origin + ": cannot be read: " + e.getMessage());
    }
  }

  private void contents(JarFile jar, String origin, int depth, Runnable whenClosed) {
    NavigableMap<String, TreeSet<String>> classes = new TreeMap<>();
    List<JarEntry> nested = new ArrayList<>();
    for (Iterator<JarEntry> all = jar.versionedStream().iterator(); all.hasNext(); ) {
      JarEntry entry = all.next();
      String name = entry.getName();
      if (Archive.escapes(entry)) {
        messages.add(origin + ": left out the entry " + name + ", which leads out of the archive");
      } else if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
        String prefix = PREFIXES.stream().filter(name::startsWith).findFirst().orElse("");
        classes.computeIfAbsent(prefix, p -> new TreeSet<>()).add(name.substring(prefix.length()));
      } else if (isArchive(name)) {
        nested.add(entry);
      }
    }
    classes.putIfAbsent("", new TreeSet<>());
    classes
        .descendingMap()
        .forEach(
            (prefix, paths) ->
                found.add(
                    new Archive(
                        jar, origin, prefix, libraries, List.copyOf(paths), limits, whenClosed)));
    for (JarEntry each : nested) {
      unpack(jar, each, origin + "!/" + each.getName(), depth + 1);
    }
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".jar") || name.endsWith(".war");
  }

  private void unpack(JarFile jar, JarEntry entry, String origin, int depth) {
    if (depth > limits.depth()) {
      messages.add(
          origin + ": left out, archives are nested more than " + limits.depth() + " deep");
      return;
    }
    try {
      Path file = Files.createTempFile("lockkeeper", ".jar");
      file.toFile().deleteOnExit();
      try (InputStream in = jar.getInputStream(entry);
          OutputStream out = Files.newOutputStream(file)) {
        long most = Math.min(limits.nested(), limits.total() - unpacked);
        unpacked += Limits.copy(in, out, most, "it");
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      archive(file.toFile(), origin, depth, () -> delete(file));
    } catch (IOException | RuntimeException e) {
      messages.add(origin + ": cannot be read: " + e.getMessage());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
