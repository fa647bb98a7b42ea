package org.lockkeeper.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Severity;
import org.lockkeeper.report.Text;

/**
 * Reports findings as javac's own diagnostics. Trees are gone by then: the files that have findings
 * are parsed once more.
 */
final class Reporter {
  private final JavacTask task;
  private final Map<String, JavaFileObject> files;
  private final Map<String, Parsed> parsed = new HashMap<>();
  private final Text text = Text.plain();

  Reporter(JavacTask task, Map<String, JavaFileObject> files) {
    this.task = task;
    this.files = files;
  }

  /** A file as it was written. */
  private record Parsed(CompilationUnitTree unit, TreeAt trees) {}

  /** Prints the finding. */
  void report(Finding finding, Severity severity) {
    Parsed file = parsed.computeIfAbsent(finding.site().file(), this::parse);
    if (file == null || severity == Severity.OFF) {
      return;
    }
    TreePath found = file.trees().offset(finding.site().offset()).orElse(null);
    Tree at = found == null ? file.unit() : found.getLeaf();
    print(kind(severity), text.body(finding), at, file.unit());
  }

  private void print(Diagnostic.Kind kind, String message, Tree at, CompilationUnitTree unit) {
    Trees.instance(task).printMessage(kind, message, at, unit);
  }

  /** Says something about the run, at the head of the first file. */
  void notice(Diagnostic.Kind kind, String message) {
    for (String each : files.keySet()) {
      Parsed file = parsed.computeIfAbsent(each, this::parse);
      if (file != null) {
        print(kind, "[Lockkeeper] " + message, file.unit(), file.unit());
        return;
      }
    }
  }

  private static Diagnostic.Kind kind(Severity severity) {
    switch (severity) {
      case ERROR:
        return Diagnostic.Kind.ERROR;
      case NOTE:
        return Diagnostic.Kind.NOTE;
      default:
        return Diagnostic.Kind.WARNING;
    }
  }

  private Parsed parse(String name) {
    JavaFileObject file = files.get(name);
    if (file == null) {
      return null;
    }
    JavacTask parser =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, ignored -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      CompilationUnitTree unit = parser.parse().iterator().next();
      return new Parsed(unit, new TreeAt(unit, Trees.instance(parser)));
    } catch (IOException gone) {
      return null;
    }
  }
}
