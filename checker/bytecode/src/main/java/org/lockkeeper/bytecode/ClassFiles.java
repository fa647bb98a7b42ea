package org.lockkeeper.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Memo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.World;

/**
 * Class files in an ordered list of places, the running JDK last. Reads a class when it is asked
 * for, lowers its bodies when one of them is asked for; those of the JDK never. Safe for use by
 * several threads.
 */
public final class ClassFiles implements World, Closeable {
  private final Locations opened;
  private final List<Location> scanned;
  private final Function<String, List<Location>> others;
  private final Location jdk = new RunningJdk();
  private final Collection<String> messages;
  private final Resolver resolver = new Resolver(this, new Names());
  private final Map<String, Optional<ClassFile>> files = new ConcurrentHashMap<>();
  private final Memo<String, Optional<ClassInfo>> infos = new Memo<>();
  private KeptLibraries kept;

  /** Tells where classes are, one at a time. Asked by one thread at a time. */
  public interface Roots {

    /**
     * The folder or archive with the class file; empty when it is not known, or the JDK's.
     *
     * @param binaryName also of classes that no other file can name, such as anonymous ones
     */
    Optional<Path> of(String binaryName);
  }

  private ClassFiles(
      Locations opened,
      List<Location> scanned,
      Function<String, List<Location>> others,
      Collection<String> messages) {
    this.opened = opened;
    this.scanned = scanned;
    this.others = others;
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
    List<Location> first = opened.found();
    opened.onlyLibraries();
    others.forEach(opened::add);
    List<Location> all = opened.found();
    List<Location> then = all.subList(first.size(), all.size());
    return new ClassFiles(opened, first, name -> then, messages);
  }

  /** Reads classes where somebody else found them, and opens those places when first needed. */
  public static ClassFiles of(Roots roots) {
    Collection<String> messages = new ConcurrentLinkedQueue<>();
    Locations opened = new Locations(Limits.standard(), 0, messages);
    opened.onlyLibraries();
    return new ClassFiles(opened, List.of(), name -> opened.of(roots, name), messages);
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    return infos.get(binaryName, this::search);
  }

  private Optional<ClassInfo> search(String binaryName) {
    boolean read = kept == null || files.containsKey(binaryName);
    Optional<Location> at = read ? Optional.empty() : place(binaryName);
    return at.flatMap(place -> kept.find(binaryName, place, this::body))
        .or(() -> file(binaryName).map(ClassFile::info));
  }

  private Optional<MethodBody> body(MethodRef method) {
    return file(method.owner()).stream()
        .flatMap(file -> file.info().methods().stream())
        .filter(each -> each.ref().equals(method))
        .findFirst()
        .flatMap(MethodInfo::body);
  }

  /** Where a class would be read, without reading it. */
  private Optional<Location> place(String binaryName) {
    String path = binaryName.replace('.', '/') + ".class";
    for (Location each : scanned) {
      if (each.has(path)) {
        return Optional.of(each);
      }
    }
    return binaryName.startsWith("java.") && jdk.has(path)
        ? Optional.of(jdk)
        : library(binaryName).or(() -> Optional.of(jdk).filter(each -> each.has(path)));
  }

  private Optional<Location> library(String binaryName) {
    String path = binaryName.replace('.', '/') + ".class";
    return binaryName.startsWith("java.")
        ? Optional.empty()
        : others.apply(binaryName).stream().filter(each -> each.has(path)).findFirst();
  }

  /**
   * Takes classes of libraries from a cache as far as it has them, and leaves there what had to be
   * read when this is closed. Call it before anything is asked for.
   */
  public ClassFiles with(CacheFolder cache) {
    try {
      kept = new KeptLibraries(cache, CacheFolder.build(), this::place);
    } catch (IOException unreadable) {
      kept = null;
    }
    return this;
  }

  /** Searches the folder or archive of each class, but not what is scanned nor the JDK. */
  @Override
  public List<String> users(Collection<String> binaryNames) {
    Set<Location> places = new LinkedHashSet<>();
    for (String each : binaryNames) {
      places.addAll(others.apply(each));
    }
    places.removeIf(place -> binaryNames.stream().noneMatch(name -> holds(place, name)));
    return new Mentions(binaryNames).in(List.copyOf(places));
  }

  /** The same, in folders and archives that may hold none of the classes. */
  public List<String> users(Collection<String> binaryNames, Collection<Path> places) {
    List<Location> all = places.stream().flatMap(path -> opened.of(path).stream()).toList();
    return new Mentions(binaryNames).in(all);
  }

  private static boolean holds(Location place, String binaryName) {
    try {
      return place.read(binaryName.replace('.', '/') + ".class") != null;
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  /** What could not be read or followed and why, sorted; grows as more is asked for. */
  public List<String> messages() {
    return List.copyOf(new TreeSet<>(messages));
  }

  /**
   * Binary names of all classes in the scanned locations, each once, in order. A message names
   * those that a later location has in another form.
   */
  List<String> scanned() {
    Map<String, Location> first = new LinkedHashMap<>();
    for (Location each : scanned) {
      try {
        List<String> hidden = new ArrayList<>();
        for (String name : names(each)) {
          Location known = first.putIfAbsent(name, each);
          if (known != null && differ(known, each, name.replace('.', '/') + ".class")) {
            hidden.add(name);
          }
        }
        if (!hidden.isEmpty()) {
          messages.add(each.origin() + ": left out " + named(hidden));
        }
      } catch (IOException | RuntimeException e) {
        messages.add(each.origin() + ": cannot be read: " + e.getMessage());
      }
    }
    return new ArrayList<>(first.keySet());
  }

  private static List<String> names(Location place) throws IOException {
    return place.paths().stream()
        .map(path -> path.substring(0, path.length() - ".class".length()).replace('/', '.'))
        .filter(name -> !name.endsWith("module-info"))
        .sorted()
        .toList();
  }

  private static boolean differ(Location one, Location other, String path) {
    try {
      return !Arrays.equals(one.read(path), other.read(path));
    } catch (IOException | RuntimeException unreadable) {
      return true;
    }
  }

  private static String named(List<String> names) {
    String more = names.size() > 1 ? " and " + (names.size() - 1) + " more" : "";
    return names.get(0) + more + ": what is scanned before it has another one of that name";
  }

  Optional<ClassFile> file(String binaryName) {
    Optional<ClassFile> known = files.get(binaryName);
    if (known == null) {
      Optional<ClassFile> read = readFirst(binaryName);
      known = files.putIfAbsent(binaryName, read);
      known = known == null ? read : known;
    }
    return known;
  }

  /** The JDK's own classes come from the JDK, unless they are what is scanned. */
  private Optional<ClassFile> readFirst(String binaryName) {
    String path = binaryName.replace('.', '/') + ".class";
    Optional<ClassFile> own = search(scanned, path);
    if (own.isPresent()) {
      return own;
    }
    return binaryName.startsWith("java.")
        ? read(jdk, path).or(() -> search(others.apply(binaryName), path))
        : search(others.apply(binaryName), path).or(() -> read(jdk, path));
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

  private void keep(String binaryName, ClassFile file) {
    library(binaryName).ifPresent(at -> kept.keep(binaryName, at, file));
  }

  @Override
  public void close() throws IOException {
    if (kept != null) {
      files.forEach((name, file) -> file.ifPresent(f -> keep(name, f)));
      kept.save();
    }
    for (Location each : opened.found()) {
      each.close();
    }
  }
}
