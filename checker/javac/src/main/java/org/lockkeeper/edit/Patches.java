package org.lockkeeper.edit;

import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.TextEdit;

/** Applies patches to texts. */
public final class Patches {

  private Patches() {}

  /**
   * The patches that can be applied together, in the order given: one that overlaps an earlier one
   * is left out, for another round.
   */
  public static List<Patch> together(List<Patch> patches) {
    List<Patch> chosen = new ArrayList<>();
    for (Patch each : patches) {
      if (!each.isEmpty() && chosen.stream().noneMatch(each::overlaps)) {
        chosen.add(each);
      }
    }
    return chosen;
  }

  /**
   * The text of a file after patches, with the imports that they need. Patches must not overlap;
   * edits of other files are left out.
   */
  public static String apply(String file, String text, List<Patch> patches) {
    List<TextEdit> edits = new ArrayList<>();
    TreeSet<String> imports = new TreeSet<>();
    for (Patch patch : patches) {
      List<TextEdit> here = patch.edits().stream().filter(e -> e.file().equals(file)).toList();
      edits.addAll(here);
      imports.addAll(here.isEmpty() ? List.of() : patch.imports());
    }
    edits.addAll(importing(file, text, imports));
    return apply(text, edits);
  }

  /** The text after edits that do not overlap; line breaks become those of the text. */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    Collections.reverse(sorted);
    sorted.sort(Comparator.comparing(TextEdit::start).reversed());
    StringBuilder changed = new StringBuilder(text);
    boolean crlf = text.contains("\r\n");
    for (TextEdit edit : sorted) {
      String plain = edit.text().replace("\r\n", "\n");
      changed.replace(edit.start(), edit.end(), crlf ? plain.replace("\n", "\r\n") : plain);
    }
    return changed.toString();
  }

  /** The edits that import types which a file does not import yet. */
  public static List<TextEdit> importing(String file, String text, Iterable<String> types) {
    Source source = Source.parse(file, text).orElse(null);
    List<TextEdit> edits = new ArrayList<>();
    for (String type : types) {
      if (source != null && !imported(source, type)) {
        edits.add(importing(source, type));
      }
    }
    return edits;
  }

  private static boolean imported(Source source, String type) {
    String name = packageOf(type);
    String own =
        source.unit().getPackageName() == null ? "" : source.unit().getPackageName().toString();
    return name.equals(own)
        || name.equals("java.lang")
        || source.unit().getImports().stream()
            .filter(i -> !i.isStatic())
            .map(i -> i.getQualifiedIdentifier().toString())
            .anyMatch(i -> i.equals(type) || i.equals(name + ".*"));
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** Among the sorted imports, or behind the package. */
  private static TextEdit importing(Source source, String type) {
    String line = "import " + type + ";";
    ImportTree before = null;
    ImportTree first = null;
    for (ImportTree each : source.unit().getImports()) {
      if (!each.isStatic()) {
        first = first == null ? each : first;
        before = each.getQualifiedIdentifier().toString().compareTo(type) < 0 ? each : before;
      }
    }
    if (before != null) {
      return insert(source, source.end(before), "\n" + line);
    }
    if (first != null) {
      return insert(source, source.start(first), line + "\n");
    }
    Optional<Integer> named = Optional.ofNullable(source.unit().getPackage()).map(source::end);
    return named.isPresent()
        ? insert(source, named.get(), "\n\n" + line)
        : insert(source, 0, line + "\n\n");
  }

  private static TextEdit insert(Source source, int at, String text) {
    return source.replace(at, at, text);
  }
}
