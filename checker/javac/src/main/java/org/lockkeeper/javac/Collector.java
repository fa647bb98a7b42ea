package org.lockkeeper.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.lockkeeper.ir.ClassInfo;

/**
 * Lowers each class of a compilation as soon as javac has analysed it: later, its trees are
 * translated and of no use.
 */
final class Collector implements TaskListener {
  private final JavacTask task;
  private final Names names;
  private final Map<String, JavaFileObject> files = new LinkedHashMap<>();
  private final List<ClassInfo> classes = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Set<TypeElement> done = new HashSet<>();
  private SourceClasses last;

  Collector(JavacTask task) {
    this.task = task;
    this.names = new Names(task.getElements(), task.getTypes());
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getCompilationUnit() != null) {
      lower(event.getCompilationUnit(), event.getTypeElement());
    }
  }

  /**
   * Lowers the class, or all classes of the file when it is null, unless that was done; tells
   * whether there was something to do.
   */
  boolean lower(CompilationUnitTree unit, TypeElement only) {
    if (last == null || last.unit().tree() != unit) {
      names.importing(Imports.of(unit, task.getElements()));
      files.putIfAbsent(unit.getSourceFile().getName(), unit.getSourceFile());
      last = new SourceClasses(unit, Trees.instance(task), names, notices);
    }
    boolean some = false;
    for (Tree each : unit.getTypeDecls()) {
      if (each instanceof ClassTree tree
          && last.unit().element(tree) instanceof TypeElement type
          && (only == null || type.equals(only))
          && done.add(type)) {
        lower(tree);
        some = true;
      }
    }
    return some;
  }

  private void lower(ClassTree tree) {
    try {
      classes.addAll(last.lower(tree));
    } catch (RuntimeException | AssertionError | StackOverflowError fault) {
      String name = tree.getSimpleName() + " in " + last.unit().file();
      notices.add("skipped class " + name + " after an internal fault: " + Faults.describe(fault));
      last = null;
    }
  }

  /** What was lowered; the trees are let go. */
  SourceProgram program() {
    last = null;
    names.forget();
    return new SourceProgram(classes, task, names);
  }

  /** The source files by the names that places have. */
  Map<String, JavaFileObject> files() {
    return files;
  }

  /** The text of a source file by the name that places have; empty when it is gone. */
  Optional<String> text(String name) {
    try {
      JavaFileObject file = files.get(name);
      return Optional.ofNullable(file == null ? null : file.getCharContent(true).toString());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Methods and classes that were skipped, and why. */
  List<String> notices() {
    return notices;
  }

  /** Types that were named and not found. */
  SortedSet<String> unresolved() {
    return names.unresolved();
  }
}
