package org.lockkeeper.errorprone;

import com.google.errorprone.fixes.Replacement;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.TextEdit;
import org.lockkeeper.ir.Site;

/** The first fix that Error Prone suggests, as one of ours. */
final class NeighbourFix {
  /** Their fix keeps the result in a variable that nobody reads, which cures nothing. */
  private static final Set<String> SILENCED = Set.of("FutureReturnValueIgnored");

  /** What stands in place of a release that an exception would have skipped. */
  private static final String RELEASED = "} finally {";

  private static final String IMPORT = "import ";

  private final Description description;
  private final CompilationUnitTree unit;
  private final Site site;

  NeighbourFix(Description description, CompilationUnitTree unit, Site site) {
    this.description = description;
    this.unit = unit;
    this.site = site;
  }

  /** Empty when there is none that cures. */
  Optional<Fix> fix() {
    boolean silenced = SILENCED.contains(description.checkName);
    return description.fixes.stream()
        .filter(f -> !silenced && !f.isEmpty())
        .findFirst()
        .map(this::own);
  }

  private Fix own(com.google.errorprone.fixes.Fix fix) {
    List<TextEdit> edits = new ArrayList<>();
    for (Replacement r : fix.getReplacements(((JCCompilationUnit) unit).endPositions)) {
      edits.add(new TextEdit(site.file(), r.startPosition(), r.endPosition(), r.replaceWith()));
    }
    edits.sort(Comparator.comparing(TextEdit::start));
    if (edits.stream().anyMatch(e -> e.text().equals(RELEASED))) {
      return released(edits.get(edits.size() - 1).start());
    }
    List<String> imports =
        fix.getImportsToAdd().stream()
            .filter(i -> !i.startsWith(IMPORT + "static "))
            .map(i -> i.substring(IMPORT.length()))
            .toList();
    return new Fix(title(fix, edits), List.of(), new Patch(edits, imports));
  }

  /**
   * The same change with the formatting kept, or refused with the reason.
   *
   * @param end behind the release
   */
  private Fix released(int end) {
    int inTheCall = end - ");".length();
    Site there = new Site(null, site.file(), 0, 0, inTheCall);
    return new Fix("release it in `finally`", List.of(new Edit.ReleaseInFinally(site, there)));
  }

  private static String title(com.google.errorprone.fixes.Fix fix, List<TextEdit> edits) {
    String code = edits.size() == 1 ? edits.get(0).text().strip() : "";
    boolean brief = !code.isEmpty() && code.lines().count() == 1;
    return !fix.getShortDescription().isEmpty()
        ? Neighbours.sentence(fix.getShortDescription())
        : brief ? "`" + code + "`" : "as Error Prone suggests";
  }
}
