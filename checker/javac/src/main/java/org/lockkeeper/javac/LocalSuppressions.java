package org.lockkeeper.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.VariableElement;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;

/**
 * {@code @SuppressWarnings} and {@code @SuppressFinding} on variables: the class is as if annotated
 * by them, for the lines of their declarations alone.
 */
final class LocalSuppressions {
  private LocalSuppressions() {}

  /** A top-level class with those in it and all within. */
  static ClassInfo on(ClassInfo top, ClassTree tree, SourceClasses classes) {
    List<Annotation> all = new ArrayList<>(top.annotations());
    collect(tree, classes, all);
    return new ClassInfo(
        top.name(),
        top.superName(),
        top.interfaces(),
        top.modifiers(),
        List.copyOf(all),
        top.outer(),
        top.enclosingMethod(),
        top.fields(),
        top.methods(),
        top.site(),
        top.origin());
  }

  private static void collect(ClassTree tree, SourceClasses classes, List<Annotation> all) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void none) {
        List<? extends AnnotationTree> written = variable.getModifiers().getAnnotations();
        if (!written.isEmpty() && classes.unit().element(variable) instanceof VariableElement v) {
          for (Annotation each : classes.annotations(v, variable.getModifiers())) {
            if (each.simpleName().startsWith("Suppress")) {
              all.add(within(each, variable, classes.unit()));
            }
          }
        }
        return super.visitVariable(variable, none);
      }
    }.scan(tree, null);
  }

  private static Annotation within(Annotation each, VariableTree variable, Unit unit) {
    Positions positions = unit.positions();
    int from = unit.site(null, positions.start(variable)).line();
    int to = unit.site(null, positions.end(variable)).line();
    Map<String, Object> values = new TreeMap<>(each.values());
    values.put("lines", List.of(from, to));
    return new Annotation(each.type(), values);
  }
}
