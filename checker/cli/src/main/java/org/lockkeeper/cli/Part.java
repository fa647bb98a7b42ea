package org.lockkeeper.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Source files that go into one compilation: no class may be in it twice.
 *
 * @param files to judge
 * @param beside where to find other classes that they mention, by qualified name; empty when {@code
 *     files} are all that there are
 */
record Part(List<Path> files, Map<String, Path> beside) {

  /** Files that no others stand beside. */
  static Part of(List<Path> files) {
    return new Part(files, Map.of());
  }

  /**
   * Splits files so that no part declares a class twice. A file goes where the others of its folder
   * go, unless it is they that it clashes with.
   *
   * @param declared what each file declares, in the order of the input
   */
  static List<Part> split(Map<Path, List<String>> declared) {
    List<List<Path>> parts = new ArrayList<>();
    Map<Path, List<String>> left = new LinkedHashMap<>(declared);
    while (!left.isEmpty()) {
      List<Path> part = distinct(left);
      parts.add(part);
      part.forEach(left::remove);
    }
    List<Part> all = new ArrayList<>();
    parts.forEach(part -> all.add(new Part(part, beside(part, declared))));
    return all;
  }

  private static List<Path> distinct(Map<Path, List<String>> from) {
    Map<String, Path> taken = new HashMap<>();
    Set<Path> foreign = new HashSet<>();
    List<Path> part = new ArrayList<>();
    from.forEach(
        (file, names) -> {
          List<Path> rivals = names.stream().filter(taken::containsKey).map(taken::get).toList();
          if (rivals.isEmpty()) {
            part.add(file);
            names.forEach(name -> taken.put(name, file));
          } else if (rivals.stream().noneMatch(r -> r.getParent().equals(file.getParent()))) {
            foreign.add(file.getParent());
          }
        });
    List<Path> together =
        part.stream().filter(file -> !foreign.contains(file.getParent())).toList();
    return together.isEmpty() ? part : together;
  }

  /** The nearest file that declares it, for each class that a part lacks. */
  private static Map<String, Path> beside(List<Path> part, Map<Path, List<String>> declared) {
    Set<Path> folders = new HashSet<>();
    Set<String> own = new HashSet<>();
    for (Path file : part) {
      folders.add(file.getParent());
      own.addAll(declared.get(file));
    }
    Map<String, Path> beside = new HashMap<>();
    declared.forEach(
        (file, names) -> {
          for (String name : names) {
            if (!own.contains(name)
                && (!beside.containsKey(name)
                    || folders.contains(file.getParent())
                        && !folders.contains(beside.get(name).getParent()))) {
              beside.put(name, file);
            }
          }
        });
    return beside;
  }
}
