package org.lockkeeper.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Where the methods are whose names say that what is reported of them is known to be wrong. */
final class PinnedMethods {
  private final List<Pinned> methods = new ArrayList<>();

  private PinnedMethods() {}

  /** A method that pins a mistake, with its first and last line. */
  record Pinned(String name, long from, long to) {
    boolean missed() {
      return name.startsWith("missedAlarm_");
    }

    boolean covers(int line) {
      return from <= line && line <= to;
    }
  }

  /** Parses, without resolving anything. */
  static PinnedMethods of(JavaFileObject source) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, d -> {}, List.of("-proc:none"), null, List.of(source));
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    PinnedMethods found = new PinnedMethods();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        found.collect(unit, positions);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private void collect(CompilationUnitTree unit, SourcePositions positions) {
    LineMap lines = unit.getLineMap();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree tree, Void unused) {
        String name = tree.getName().toString();
        if (name.startsWith("falseAlarm_") || name.startsWith("missedAlarm_")) {
          long from = lines.getLineNumber(positions.getStartPosition(unit, tree));
          long to = lines.getLineNumber(positions.getEndPosition(unit, tree));
          methods.add(new Pinned(name, from, to));
        }
        return super.visitMethod(tree, null);
      }
    }.scan(unit, null);
  }

  /** The pinning method around a line. */
  Optional<Pinned> at(int line) {
    return methods.stream().filter(m -> m.covers(line)).findFirst();
  }

  /** All of them, in the order of the text. */
  List<Pinned> all() {
    return List.copyOf(methods);
  }
}
