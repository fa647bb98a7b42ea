package org.lockkeeper.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;

/**
 * Suppressions whose name is no check's, and nearly one's: they silence nothing. Names that are
 * like no check's may be those of other tools.
 */
record MisspeltChecks(List<About> checks) {

  /** What to say of those in classes and their packages. */
  List<String> in(List<ClassInfo> classes, Hierarchy hierarchy) {
    Set<String> said = new TreeSet<>();
    for (ClassInfo c : classes) {
      say(c.annotations(), c, said);
      hierarchy
          .find(c.packageName() + ".package-info")
          .ifPresent(p -> say(p.annotations(), p, said));
      for (FieldInfo f : c.fields()) {
        say(f.annotations(), c, said);
      }
      for (MethodInfo m : c.methods()) {
        say(m.annotations(), c, said);
      }
    }
    return List.copyOf(said);
  }

  private void say(List<Annotation> annotations, ClassInfo in, Set<String> said) {
    String where = in.site() == null ? in.name() : in.site().file();
    for (Annotation a : annotations) {
      boolean suppresses = Set.of("SuppressFinding", "SuppressWarnings").contains(a.simpleName());
      for (String name : suppresses ? Suppressions.names(a) : List.<String>of()) {
        String text = where + ": @" + a.simpleName() + "(\"" + name + "\") has no effect";
        meant(name).ifPresent(check -> said.add(text + "; did you mean " + check + "?"));
      }
    }
  }

  private Optional<String> meant(String name) {
    if (checks.stream().anyMatch(c -> c.name().equals(name))) {
      return Optional.empty();
    }
    String word = name.strip().toLowerCase(Locale.ROOT);
    return checks.stream()
        .map(About::name)
        .filter(c -> distance(word, c.toLowerCase(Locale.ROOT)) <= c.length() / 5)
        .findFirst();
  }

  /** How many characters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
