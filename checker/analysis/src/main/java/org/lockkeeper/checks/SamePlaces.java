package org.lockkeeper.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.check.Finding;
import org.lockkeeper.flow.Access;

/**
 * Findings of a class. Where a field is read again at many places after its test, or many tests
 * lead to the same write in a helper, the first few are told, and how many there are besides: it is
 * one mistake.
 */
final class SamePlaces {
  private static final int TOLD = 3;

  private final Map<String, List<Finding>> byField = new LinkedHashMap<>();

  private final List<Finding> others = new ArrayList<>();

  void add(Access act, Finding finding) {
    boolean again = act.kind() == Access.Kind.READ;
    boolean helper = act.kind() == Access.Kind.WRITE && !act.via().isEmpty();
    String which = act.target().shape() + (helper ? act.inner() : "");
    boolean one = again || helper;
    (one ? byField.computeIfAbsent(which, f -> new ArrayList<>()) : others).add(finding);
  }

  List<Finding> told() {
    List<Finding> all = new ArrayList<>(others);
    for (List<Finding> places : byField.values()) {
      places.sort(Comparator.comparingInt(f -> f.site().line()));
      all.addAll(places.subList(0, Math.min(TOLD, places.size())));
      int more = places.size() - TOLD;
      if (more > 0) {
        Finding last = all.remove(all.size() - 1);
        all.add(last.saying(last.message() + "; " + more + " more like this in the class"));
      }
    }
    return all;
  }
}
