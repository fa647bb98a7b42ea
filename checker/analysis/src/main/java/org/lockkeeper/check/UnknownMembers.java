package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.FactFile;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;

/**
 * Lines of users' models about members that a type does not have, where all of the type is known.
 * Models that come with a library may be about several versions of it.
 */
record UnknownMembers(Hierarchy hierarchy) {
  private static final String PACKAGED = "META-INF/lockkeeper";

  /** What to say of the lines of a file. */
  List<String> in(FactFile file) {
    List<String> said = new ArrayList<>();
    for (String key : file.name().contains(PACKAGED) ? Set.<String>of() : file.lines().keySet()) {
      int cut = key.indexOf('#');
      String member = key.substring(cut + 1);
      if (cut > 0 && !member.equals("*") && lacks(key.substring(0, cut), member)) {
        said.add(file.name() + ": " + key + " names no member of " + key.substring(0, cut));
      }
    }
    return said;
  }

  private boolean lacks(String type, String member) {
    Set<String> all = new TreeSet<>();
    for (String each : hierarchy.supertypes(type)) {
      ClassInfo known = hierarchy.find(each).orElse(null);
      if (known == null) {
        return false;
      }
      known.fields().forEach(f -> all.add(f.ref().name()));
      known.methods().forEach(m -> all.addAll(List.of(m.ref().name(), m.ref().signature())));
    }
    int end = member.indexOf("(*)");
    return !all.contains(end < 0 ? member : member.substring(0, end));
  }
}
