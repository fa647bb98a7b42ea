package org.lockkeeper.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.check.Finding;
import org.lockkeeper.flow.Access;
import org.lockkeeper.ir.FieldRef;

/**
 * Findings by what is written: a reference that is updated all over the place has one cure, and is
 * one finding, at the first of those places.
 */
final class Together {
  /** A field with more updates than this is told of once for all of them. */
  private static final int MANY = 5;

  private final Map<String, List<Finding>> fields = new LinkedHashMap<>();

  void add(Access write, Finding finding) {
    fields.computeIfAbsent(field(write), k -> new ArrayList<>()).add(finding);
  }

  /** The field that holds an object, whoever's it is; nothing for numbers and what calls update. */
  private static String field(Access write) {
    return write.call() == null
        ? write.target().field().filter(f -> f.type().contains(".")).map(FieldRef::key).orElse("")
        : "";
  }

  List<Finding> all() {
    List<Finding> found = new ArrayList<>();
    fields.forEach((f, all) -> found.addAll(f.isEmpty() || all.size() <= MANY ? all : one(all)));
    return found;
  }

  private static List<Finding> one(List<Finding> all) {
    Finding first = all.get(0);
    for (Finding other : all.subList(1, MANY)) {
      first = first.with(other.site(), "is updated here, too", 2);
    }
    return List.of(first);
  }
}
