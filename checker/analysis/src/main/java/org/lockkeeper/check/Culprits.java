package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.ir.Site;

/** Findings of one check that one change at one place would cure. */
final class Culprits {
  /** How many findings that lead to one place are shown by themselves. */
  private static final int SHOWN = 3;

  private Culprits() {}

  /** The same without those that only repeat others: the last one kept names where they stand. */
  static List<Finding> fold(List<Finding> sorted) {
    Map<String, List<Finding>> byPlace = new LinkedHashMap<>();
    for (Finding f : sorted) {
      f.culprit()
          .filter(p -> p.line() > 0)
          .ifPresent(
              p -> byPlace.computeIfAbsent(f.check() + " " + at(p), k -> new ArrayList<>()).add(f));
    }
    List<Finding> folded = new ArrayList<>();
    for (Finding f : sorted) {
      List<Finding> alike =
          f.culprit()
              .map(p -> byPlace.getOrDefault(f.check() + " " + at(p), List.of()))
              .orElse(List.of());
      int number = alike.indexOf(f);
      if (number < SHOWN) {
        boolean last = number == SHOWN - 1 && alike.size() > SHOWN;
        folded.add(last ? naming(f, alike.subList(SHOWN, alike.size())) : f);
      }
    }
    return List.copyOf(folded);
  }

  private static Finding naming(Finding last, List<Finding> others) {
    List<Evidence> all = new ArrayList<>();
    others.forEach(f -> all.add(new Evidence(f.site(), "leads there as well", 1)));
    return last.with(all);
  }

  private static String at(Site site) {
    return site.file() + ":" + site.line() + ":" + site.column();
  }
}
