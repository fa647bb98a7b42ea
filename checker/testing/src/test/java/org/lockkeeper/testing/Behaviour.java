package org.lockkeeper.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lockkeeper.check.Finding;
import org.lockkeeper.testing.behaviour.Twins;

/**
 * A case and its mended form, run side by side.
 *
 * @param difference the first, told to a person; empty when there is none
 * @param undriven methods with fixes that no call led to, as {@code Case.method}
 */
record Behaviour(Optional<String> difference, Set<String> undriven) {

  /** Runs both; nothing is run when nothing is fixed. */
  static Behaviour of(Case about, Mended mended, Path folder) throws IOException {
    Map<String, String> wanted = wanted(about, mended);
    if (wanted.isEmpty()) {
      return new Behaviour(Optional.empty(), Set.of());
    }
    List<Path> path = ClassPath.entries();
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    InMemory.compile(about.withoutMarkers().sources(), about.release(), path, before);
    InMemory.compile(mended.after().sources(), about.release(), path, after);
    List<URL> urls = new ArrayList<>();
    for (Path each : path) {
      urls.add(each.toUri().toURL());
    }
    ClassLoader own = Behaviour.class.getClassLoader();
    try (URLClassLoader others = new URLClassLoader(urls.toArray(new URL[0]), own)) {
      Twins.Result result = new Twins(before, after, others).compare(wanted.keySet());
      Set<String> undriven = new TreeSet<>();
      wanted.forEach((line, in) -> undriven.addAll(driven(result, line) ? Set.of() : Set.of(in)));
      return new Behaviour(result.difference(), undriven);
    }
  }

  private static boolean driven(Twins.Result result, String line) {
    return result.reached().contains(line);
  }

  /** The methods with fixes, by their lines. */
  private static Map<String, String> wanted(Case about, Mended mended) {
    Map<String, String> wanted = new TreeMap<>();
    for (Finding finding : mended.result().before().findings()) {
      if (finding.fixes().stream().anyMatch(f -> !f.patch().isEmpty())) {
        String file = finding.site().file();
        String method = finding.site().in().name().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
        wanted.put(
            file.substring(file.lastIndexOf('/') + 1) + ":" + finding.site().line(),
            about.name() + "." + method);
      }
    }
    return wanted;
  }
}
