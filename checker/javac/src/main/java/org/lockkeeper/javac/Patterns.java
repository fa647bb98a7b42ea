package org.lockkeeper.javac;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers type tests and patterns (JLS 14.30). */
final class Patterns {
  private final Lowering in;
  private final Graph graph;

  Patterns(Lowering in) {
    this.in = in;
    this.graph = in.graph;
  }

  /**
   * Goes to {@code yes}, with bindings set, when the value is of the type or matches the pattern.
   */
  void match(Value value, Tree pattern, Site site, Graph.Node yes, Graph.Node no) {
    if (pattern instanceof BindingPatternTree binding) {
      bind(value, binding.getVariable(), site, yes, no);
    } else if (Newer.isKind(pattern, "PARENTHESIZED_PATTERN")) {
      match(value, Newer.tree(pattern, "getPattern"), site, yes, no);
    } else if (Newer.isKind(pattern, "ANY_PATTERN")) {
      graph.go(yes);
    } else if (Newer.isKind(pattern, "DECONSTRUCTION_PATTERN")) {
      deconstruct(value, pattern, site, yes, no);
    } else {
      test(value, in.type(pattern), site, yes, no);
    }
  }

  private void test(Value value, String type, Site site, Graph.Node yes, Graph.Node no) {
    if (type.equals(value.type())) {
      graph.branch(value, Op.Relation.NE, Value.Const.NULL, site, yes, no);
      return;
    }
    Var is = in.copy("boolean", "instanceof", List.of(value), site);
    in.conditions.test(is, site, yes, no);
  }

  private void bind(Value value, VariableTree tree, Site site, Graph.Node yes, Graph.Node no) {
    if (!(in.element(tree) instanceof VariableElement variable)) {
      graph.go(yes);
      return;
    }
    Var bound = in.declare(variable);
    Graph.Node matched = graph.node();
    test(value, bound.type(), site, matched, no);
    graph.start(matched);
    graph.add(new Op.Copy(bound, "cast", List.of(value), site));
    graph.go(yes);
  }

  private void deconstruct(Value value, Tree pattern, Site site, Graph.Node yes, Graph.Node no) {
    Tree deconstructor = Newer.tree(pattern, "getDeconstructor");
    String type = in.type(deconstructor);
    Graph.Node matched = graph.node();
    test(value, type, site, matched, no);
    graph.start(matched);
    Var record = in.copy(type, "cast", List.of(value), site);
    TypeElement element = in.names.find(type);
    List<? extends RecordComponentElement> components =
        element == null ? List.of() : element.getRecordComponents();
    List<Tree> nested = Newer.list(pattern, "getNestedPatterns");
    for (int i = 0; i < Math.min(components.size(), nested.size()); i++) {
      MethodRef accessor = in.names.method(components.get(i).getAccessor());
      Var part =
          in.call(accessor, Op.Dispatch.VIRTUAL, List.of(record), accessor.returns(), site)
              .orElseThrow();
      Graph.Node next = graph.node();
      component(part, nested.get(i), site, next, no);
      graph.start(next);
    }
    graph.go(yes);
  }

  /** A type pattern that the component's type already fulfils matches null too. */
  private void component(Var part, Tree pattern, Site site, Graph.Node yes, Graph.Node no) {
    if (pattern instanceof BindingPatternTree binding
        && in.element(binding.getVariable()) instanceof VariableElement variable
        && in.names.type(variable.asType()).equals(part.type())) {
      in.assign(in.declare(variable), part, site);
      graph.go(yes);
    } else {
      match(part, pattern, site, yes, no);
    }
  }
}
