package org.lockkeeper.bytecode;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodRef;

/**
 * Classes of libraries as an earlier run has lowered them, from a {@link CacheFolder}. A class is
 * taken from there only if its archive has the same content and name, and if all classes that
 * lowering it had to ask for are where they were, in archives with the same content; so the answers
 * are those that reading the class file would give.
 */
final class KeptLibraries {
  private final CacheFolder folder;
  private final String build;
  private final Function<String, Optional<Location>> places;
  private final Map<Location, KeptClasses> kept = new ConcurrentHashMap<>();

  /**
   * @param places where a class is
   */
  KeptLibraries(CacheFolder folder, String build, Function<String, Optional<Location>> places) {
    this.folder = folder;
    this.build = build;
    this.places = places;
  }

  /** The class, if it is kept. */
  Optional<ClassInfo> find(
      String binaryName, Location at, Function<MethodRef, Optional<MethodBody>> again) {
    KeptClasses.Entry entry = classes(at).map(all -> all.get(binaryName)).orElse(null);
    if (entry == null || !holds(entry.needs())) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeptClass.read(entry, at.origin(), again));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private Optional<KeptClasses> classes(Location at) {
    return key(at).map(key -> kept.computeIfAbsent(at, place -> load(key)));
  }

  private KeptClasses load(String key) {
    return folder.read(key).map(KeptClasses::of).orElseGet(() -> KeptClasses.of(new byte[0]));
  }

  private Optional<String> key(Location at) {
    return at.shown("").isEmpty()
        ? Optional.empty()
        : at.content().map(hash -> hash.substring(0, 32) + build.substring(0, 32));
  }

  private boolean holds(Map<String, String> needs) {
    return needs.entrySet().stream()
        .allMatch(need -> content(need.getKey()).equals(Optional.of(need.getValue())));
  }

  /** Names the content of the place of a class; empty for folders, whose content changes. */
  private Optional<String> content(String binaryName) {
    Optional<Location> place = places.apply(binaryName);
    return place.isEmpty() ? Optional.of("nowhere") : place.get().content();
  }

  /** Keeps a class that was read, unless as much or more is kept already. */
  @SuppressWarnings("SplitCriticalSection") // who reads the same class file keeps the same
  void keep(String binaryName, Location at, ClassFile file) {
    KeptClasses all = classes(at).orElse(null);
    if (all == null || file.flawed()) {
      return;
    }
    KeptClasses.Entry known = all.get(binaryName);
    Map<MethodRef, MethodBody> bodies = file.lowered();
    if (known != null && (known.lowered() || bodies == null) && holds(known.needs())) {
      return;
    }
    Map<String, String> needs = new TreeMap<>();
    for (String each : file.asked()) {
      if (!places.apply(each).equals(Optional.of(at))) {
        Optional<String> content = content(each);
        if (content.isEmpty()) {
          return;
        }
        needs.put(each, content.get());
      }
    }
    try {
      all.replace(binaryName, known, KeptClass.entry(file.info(), bodies, needs));
    } catch (IllegalArgumentException odd) {
      return; // such as a constant too long to be kept: the class file is read again
    }
  }

  /** Writes what is new. */
  void save() throws IOException {
    for (Map.Entry<Location, KeptClasses> each : kept.entrySet()) {
      if (each.getValue().changed()) {
        folder.write(key(each.getKey()).orElseThrow(), each.getValue().bytes());
      }
    }
  }
}
