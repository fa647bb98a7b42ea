package org.lockkeeper.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.World;

/**
 * Class files in an ordered list of places, the running JDK last. Reads a class when it is asked
 * for, lowers its bodies when one of them is asked for; those of the JDK never. Safe for use by
 * several threads.
 */
public final class ClassFiles implements World, Closeable {
  private final List<Location> locations;
  private final int scanned;
  private final Location jdk = new RunningJdk();
  private final Collection<String> messages;
  private final Resolver resolver = new Resolver(this, new Names());
  private final Map<String, Optional<ClassFile>> files = new ConcurrentHashMap<>();

  private ClassFiles(List<Location> locations, Collection<String> messages, int scanned) {
    this.scanned = scanned;
    this.locations = locations;
    this.messages = messages;
  }

  /**
   * Opens folders and archives. What cannot be opened is left out with a message.
   *
   * @param places searched in this order
   * @param release Java release whose classes to take from multi-release jars; 0 for the running
   *     one
   */
  public static ClassFiles open(List<Path> places, int release) {
    return open(List.of(), places, release, Limits.standard());
  }

  /** Opens a program: {@code scanned} are the locations that {@link #scanned()} lists. */
  static ClassFiles open(List<Path> scanned, List<Path> others, int release, Limits limits) {
    Collection<String> messages = new ConcurrentLinkedQueue<>();
    Locations opened = new Locations(limits, release, messages);
    scanned.forEach(opened::add);
    int count = opened.found().size();
    others.forEach(opened::add);
    return new ClassFiles(opened.found(), messages, count);
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    return file(binaryName).map(ClassFile::info);
  }

  /** What could not be read or followed and why, sorted; grows as more is asked for. */
  public List<String> messages() {
    return List.copyOf(new TreeSet<>(messages));
  }

  /** Binary names of all classes in the scanned locations, each once, in order. */
  List<String> scanned() {
    Collection<String> names = new LinkedHashSet<>();
    for (Location each : locations.subList(0, scanned)) {
      try {
        each.paths().stream()
            .map(path -> path.substring(0, path.length() - ".class".length()).replace('/', '.'))
            .filter(name -> !name.endsWith("module-info"))
            .sorted()
            .forEach(names::add);
      } catch (IOException | RuntimeException e) {
        messages.add(each.origin() + ": cannot be read: " + e.getMessage());
      }
    }
    return new ArrayList<>(names);
  }

  Optional<ClassFile> file(String binaryName) {
    Optional<ClassFile> known = files.get(binaryName);
    if (known == null) {
      Optional<ClassFile> read = search(binaryName);
      known = files.putIfAbsent(binaryName, read);
      known = known == null ? read : known;
    }
    return known;
  }

  /** The JDK's own classes come from the JDK, unless they are what is scanned. */
  private Optional<ClassFile> search(String binaryName) {
    String path = binaryName.replace('.', '/') + ".class";
    List<Location> first = locations.subList(0, scanned);
    List<Location> then = locations.subList(scanned, locations.size());
    Optional<ClassFile> own = search(first, path);
    if (own.isPresent()) {
      return own;
    }
    return binaryName.startsWith("java.")
        ? read(jdk, path).or(() -> search(then, path))
        : search(then, path).or(() -> read(jdk, path));
  }

  private Optional<ClassFile> search(List<Location> in, String path) {
    for (Location each : in) {
      Optional<ClassFile> found = read(each, path);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ClassFile> read(Location location, String path) {
    try {
      byte[] bytes = location.read(path);
      return bytes == null
          ? Optional.empty()
          : new ClassReading(location, path, resolver, messages).read(bytes);
    } catch (IOException | RuntimeException e) {
      messages.add(location.origin() + ": left out " + path + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    for (Location each : locations) {
      each.close();
    }
  }
}
