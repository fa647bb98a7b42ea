package org.lockkeeper.testing;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How long a source file and its methods are.
 *
 * @param lines of the file
 */
record SourceShape(Path file, int lines, List<Method> methods) {

  /** A method with a body, and how many lines it takes from its signature to its brace. */
  record Method(String name, int lines) {}

  /** Measures files; they need not resolve. */
  static List<SourceShape> of(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<SourceShape> shapes = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  d -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        shapes.add(measure(unit, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shapes;
  }

  private static SourceShape measure(CompilationUnitTree unit, SourcePositions positions) {
    Path file = Path.of(unit.getSourceFile().toUri());
    List<Method> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree tree, Void unused) {
        BlockTree body = tree.getBody();
        if (body != null) {
          long from = line(positions.getStartPosition(unit, tree));
          long to = line(positions.getEndPosition(unit, body));
          methods.add(new Method(tree.getName().toString(), (int) (to - from + 1)));
        }
        return super.visitMethod(tree, null);
      }

      private long line(long offset) {
        return unit.getLineMap().getLineNumber(offset);
      }
    }.scan(unit, null);
    int lines = (int) Case.read(file).lines().count();
    return new SourceShape(file, lines, methods);
  }
}
