package org.lockkeeper.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import org.lockkeeper.ir.ClassInfo;

/**
 * Lowers each class of a compilation as soon as javac has analysed it: later, its trees are
 * translated and of no use.
 */
final class Collector implements TaskListener {
  private final JavacTask task;
  private final Names names;
  private final Predicate<String> wanted;
  private final List<ClassInfo> classes = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Set<ClassTree> done = new HashSet<>();
  private SourceClasses last;

  /** Lowers top-level classes whose binary name is {@code wanted}. */
  Collector(JavacTask task, Predicate<String> wanted) {
    this.task = task;
    this.names = new Names(task.getElements(), task.getTypes());
    this.wanted = wanted;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getCompilationUnit() != null) {
      lower(event.getCompilationUnit(), event.getTypeElement());
    }
  }

  /** Lowers the class, or all classes of the file when it is null, unless that was done. */
  void lower(CompilationUnitTree unit, TypeElement only) {
    if (last == null || last.unit().tree() != unit) {
      names.importing(imports(unit));
      last = new SourceClasses(unit, Trees.instance(task), names, notices);
    }
    for (Tree each : unit.getTypeDecls()) {
      if (each instanceof ClassTree tree
          && last.unit().element(tree) instanceof TypeElement type
          && (only == null || type.equals(only))
          && wanted.test(names.type(type))
          && done.add(tree)) {
        lower(tree);
      }
    }
  }

  private void lower(ClassTree tree) {
    try {
      classes.addAll(last.lower(tree));
    } catch (RuntimeException | StackOverflowError fault) {
      String name = tree.getSimpleName() + " in " + last.unit().file();
      notices.add("skipped class " + name + " after an internal fault: " + Faults.describe(fault));
      last = null;
    }
  }

  /** What was lowered. */
  SourceProgram program() {
    return new SourceProgram(classes, task.getElements(), names);
  }

  /** Methods and classes that were skipped, and why. */
  List<String> notices() {
    return notices;
  }

  /** Types that were named and not found. */
  SortedSet<String> unresolved() {
    return names.unresolved();
  }

  private static Map<String, String> imports(CompilationUnitTree unit) {
    Map<String, String> imports = new HashMap<>();
    for (ImportTree each : unit.getImports()) {
      if (!each.isStatic()) {
        String name = each.getQualifiedIdentifier().toString();
        imports.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    }
    return imports;
  }
}
