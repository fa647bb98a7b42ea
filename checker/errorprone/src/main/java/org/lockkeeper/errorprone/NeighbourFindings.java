package org.lockkeeper.errorprone;

import com.google.errorprone.CodeTransformer;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Program;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** Runs Error Prone's checks on the files of one compilation, and keeps what they say. */
public final class NeighbourFindings implements TaskListener {
  private final Context context;
  private final CodeTransformer scanner;
  private final Predicate<JavaFileObject> broken;
  private final Map<CompilationUnitTree, Integer> analysed = new HashMap<>();
  private final List<Finding> found = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private int leftOut;

  NeighbourFindings(Context context, CodeTransformer scanner, Predicate<JavaFileObject> broken) {
    this.context = context;
    this.scanner = scanner;
    this.broken = broken;
  }

  @Override
  public void finished(TaskEvent event) {
    CompilationUnitTree unit = event.getCompilationUnit();
    if (event.getKind() == TaskEvent.Kind.ANALYZE && unit != null) {
      int classes = analysed.merge(unit, 1, Integer::sum);
      if (classes == unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).count()) {
        scan(unit);
      }
    }
  }

  private void scan(CompilationUnitTree unit) {
    if (broken.test(unit.getSourceFile())) {
      leftOut++;
      return;
    }
    try {
      scanner.apply(new TreePath(unit), context, description -> hear(description, unit));
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError fault) {
      failed(unit, fault);
    } catch (com.google.errorprone.ErrorProneError fault) {
      failed(unit, fault);
    }
  }

  private void failed(CompilationUnitTree unit, Throwable fault) {
    String what = fault.getCause() == null ? fault.toString() : fault.getCause().toString();
    notices.add(
        "Error Prone's checks stopped in "
            + unit.getSourceFile().getName()
            + ": "
            + what.lines().findFirst().orElse(""));
  }

  private void hear(Description description, CompilationUnitTree unit) {
    int offset = description.position.getPreferredPosition();
    LineMap lines = unit.getLineMap();
    long line = lines.getLineNumber(offset);
    int column = (int) (offset - lines.getStartPosition(line)) + 1;
    Site site = new Site(null, unit.getSourceFile().getName(), (int) line, column, offset);
    String message = Neighbours.sentence(description.getRawMessage());
    Optional<Fix> fix = new NeighbourFix(description, unit, site).fix();
    found.add(
        new Finding(
            description.checkName,
            site,
            message,
            List.of(),
            Optional.empty(),
            "",
            fix.stream().toList(),
            "",
            Optional.empty()));
  }

  /**
   * What was found, in no order.
   *
   * @param program the same compilation, which knows the methods that findings stand in
   */
  public List<Finding> in(Program program) {
    Map<String, List<Site>> declarations = new HashMap<>();
    for (ClassInfo type : program.classes()) {
      Site self = type.site();
      Site start = new Site(initialiser(type), self.file(), 0, 0, self.offset());
      Stream.concat(Stream.of(start), type.methods().stream().map(m -> own(m.site(), m.ref())))
          .forEach(s -> declarations.computeIfAbsent(s.file(), f -> new ArrayList<>()).add(s));
    }
    List<Finding> all = new ArrayList<>();
    for (Finding each : found) {
      MethodRef in = null;
      int best = -1;
      for (Site site : declarations.getOrDefault(each.site().file(), List.of())) {
        if (site.offset() <= each.site().offset() && site.offset() >= best) {
          best = site.offset();
          in = site.in();
        }
      }
      if (in != null) {
        all.add(each.at(own(each.site(), in)));
      }
    }
    return all;
  }

  private static Site own(Site site, MethodRef in) {
    return new Site(in, site.file(), site.line(), site.column(), site.offset());
  }

  private static MethodRef initialiser(ClassInfo type) {
    return new MethodRef(type.name(), "<clinit>", List.of(), "void");
  }

  /** What the user should know of the run. */
  public List<String> notices() {
    List<String> all = new ArrayList<>(notices);
    if (leftOut > 0) {
      all.add(
          "Error Prone's checks leave out "
              + leftOut
              + (leftOut == 1 ? " file that does" : " files that do")
              + " not compile");
    }
    return all;
  }
}
