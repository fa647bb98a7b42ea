package org.lockkeeper.javac;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/**
 * Members that the language gives to records and enums (JLS 8.9.3, 8.10.3) without writing them.
 */
final class Generated {
  private final SourceClasses classes;

  Generated(SourceClasses classes) {
    this.classes = classes;
  }

  /** Whether a constructor was written by nobody. */
  static boolean is(ExecutableElement method, Names names) {
    return method.getKind() == ElementKind.CONSTRUCTOR && names.isMandated(method);
  }

  /** A record's accessor; of other members the declaration only. */
  MethodInfo method(ExecutableElement method, ClassScope scope, Site site) {
    for (RecordComponentElement each : scope.element.getRecordComponents()) {
      if (method.equals(each.getAccessor())) {
        Lowering in = new Lowering(classes, scope, classes.names().method(method), false);
        Site at = new Site(in.ref, site.file(), site.line(), site.column(), site.offset());
        FieldRef field = field(in, each);
        Var value = in.read(Optional.of(in.self()), field, field.type(), at);
        in.graph.add(new Op.Return(Optional.of(value), false, at));
        MethodBody body = in.graph.finish(in.ref, List.of(in.self), at);
        return classes.members().method(method, at, Optional.of(body));
      }
    }
    return classes.members().method(method, site, Optional.empty());
  }

  private static FieldRef field(Lowering in, RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    return new FieldRef(in.owner.name, name, in.names.type(component.asType()));
  }

  /** A compact or missing canonical constructor ends with the assignment of all components. */
  void recordFields(
      MethodTree tree, ExecutableElement element, ClassScope scope, Lowering in, Site site) {
    if (element.getKind() != ElementKind.CONSTRUCTOR
        || scope.element.getKind() != ElementKind.RECORD
        || !isCanonical(element, scope)
        || !is(element, classes.names()) && writesFields(tree, in)
        || !is(element, classes.names())
            && classes
                .unit()
                .positions()
                .hasParameterList(tree, scope.element.getSimpleName().toString())) {
      return;
    }
    List<? extends RecordComponentElement> components = scope.element.getRecordComponents();
    for (int i = 0; i < components.size(); i++) {
      Value value = in.declare(element.getParameters().get(i));
      in.write(Optional.of(in.self()), field(in, components.get(i)), value, site);
    }
  }

  private static boolean isCanonical(ExecutableElement element, ClassScope scope) {
    return element.getParameters().size() == scope.element.getRecordComponents().size();
  }

  private static boolean writesFields(MethodTree tree, Lowering in) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree assignment, Void none) {
        Element to = in.element(assignment.getVariable());
        found[0] |=
            to instanceof VariableElement field
                && field.getKind() == ElementKind.FIELD
                && field.getEnclosingElement() == in.owner.element
                && !field.getModifiers().contains(Modifier.STATIC);
        return super.visitAssignment(assignment, none);
      }
    }.scan(tree.getBody(), null);
    return found[0];
  }
}
