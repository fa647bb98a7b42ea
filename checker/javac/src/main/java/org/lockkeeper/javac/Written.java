package org.lockkeeper.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodInfo;

/**
 * Annotations as they are written. Those whose type is not on the class path are lost to javac's
 * elements (newer ones keep the name), and still say what their author meant.
 *
 * @param names tells what imports make of a name
 */
record Written(Names names) {

  /** Whether the tree has annotations, or values of them, that the elements lack. */
  private static boolean lacks(List<Annotation> known, List<? extends AnnotationTree> written) {
    return written.size() > known.size()
        || written.stream().anyMatch(w -> known.stream().anyMatch(a -> isEmptyOf(a, w)));
  }

  /** Newer compilers know of an annotation whose type is missing, but not its values. */
  private static boolean isEmptyOf(Annotation known, AnnotationTree written) {
    return known.values().isEmpty()
        && !written.getArguments().isEmpty()
        && known.simpleName().equals(simple(written));
  }

  private static String simple(AnnotationTree written) {
    String name = name(written.getAnnotationType());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Those that are known, and what is written beside. */
  List<Annotation> all(List<Annotation> known, List<? extends AnnotationTree> written) {
    if (!lacks(known, written)) {
      return known;
    }
    List<Annotation> all = new ArrayList<>(known);
    for (AnnotationTree each : written) {
      all.replaceAll(a -> isEmptyOf(a, each) ? new Annotation(a.type(), values(each)) : a);
      if (known.stream().noneMatch(a -> a.simpleName().equals(simple(each)))) {
        all.add(new Annotation(names.missing(name(each.getAnnotationType())), values(each)));
      }
    }
    return List.copyOf(all);
  }

  FieldInfo field(FieldInfo info, ModifiersTree written) {
    List<Annotation> all = all(info.annotations(), written.getAnnotations());
    return all == info.annotations()
        ? info
        : new FieldInfo(info.ref(), info.modifiers(), all, info.site());
  }

  MethodInfo method(
      MethodInfo info, ModifiersTree written, List<? extends VariableTree> parameters) {
    List<Annotation> all = all(info.annotations(), written.getAnnotations());
    List<MethodInfo.Param> params = new ArrayList<>();
    boolean same = all == info.annotations();
    for (int i = 0; i < info.params().size(); i++) {
      MethodInfo.Param p = info.params().get(i);
      List<Annotation> on = p.annotations();
      if (info.params().size() == parameters.size()) {
        on = all(on, parameters.get(i).getModifiers().getAnnotations());
      }
      same &= on == p.annotations();
      params.add(new MethodInfo.Param(p.name(), p.type(), p.generic(), on));
    }
    return same
        ? info
        : new MethodInfo(
            info.ref(),
            info.modifiers(),
            all,
            List.copyOf(params),
            info.thrown(),
            info.enclosing(),
            info.site(),
            info.lowered());
  }

  ClassInfo type(ClassInfo info, ModifiersTree written) {
    List<Annotation> all = all(info.annotations(), written.getAnnotations());
    return all == info.annotations()
        ? info
        : new ClassInfo(
            info.name(),
            info.superName(),
            info.interfaces(),
            info.modifiers(),
            all,
            info.outer(),
            info.enclosingMethod(),
            info.fields(),
            info.methods(),
            info.site(),
            info.origin());
  }

  private static SortedMap<String, Object> values(AnnotationTree annotation) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (ExpressionTree each : annotation.getArguments()) {
      boolean named = each instanceof AssignmentTree;
      String key = named ? name(((AssignmentTree) each).getVariable()) : "value";
      values.put(key, value(named ? ((AssignmentTree) each).getExpression() : each));
    }
    return values;
  }

  private static Object value(ExpressionTree tree) {
    if (tree instanceof LiteralTree literal && literal.getValue() != null) {
      return literal.getValue();
    }
    if (tree instanceof NewArrayTree array && array.getInitializers() != null) {
      List<Object> all = new ArrayList<>();
      array.getInitializers().forEach(each -> all.add(value(each)));
      return List.copyOf(all);
    }
    return name(tree);
  }

  private static String name(com.sun.source.tree.Tree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return identifier.getName().toString();
    }
    return tree instanceof MemberSelectTree select
        ? name(select.getExpression()) + "." + select.getIdentifier()
        : tree.toString();
  }
}
