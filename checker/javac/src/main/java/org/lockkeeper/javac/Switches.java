package org.lockkeeper.javac;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers {@code switch} in all its forms (JLS 14.11, 15.28). */
final class Switches {
  private static final String NO_MATCH = "java.lang.IncompatibleClassChangeError";

  private final Lowering in;
  private final Graph graph;

  Switches(Lowering in) {
    this.in = in;
    this.graph = in.graph;
  }

  void statement(SwitchTree tree) {
    List<String> labels = in.jumps.takeLabels();
    Graph.Node after = graph.node();
    Value selector = in.lower(tree.getExpression());
    in.jumps.enter(Scope.target(in.jumps.scope(), labels, after, null));
    cases(selector, tree.getCases(), in.site(tree), after, after, null);
    in.jumps.exit();
    graph.start(after);
  }

  Value expression(SwitchExpressionTree tree) {
    Graph.Node after = graph.node();
    Graph.Node unmatched = graph.node();
    Var result = in.temp(in.type(tree));
    Site site = in.site(tree);
    Value selector = in.lower(tree.getExpression());
    in.jumps.enter(Scope.target(in.jumps.scope(), List.of(), after, result));
    cases(selector, tree.getCases(), site, after, unmatched, result);
    in.jumps.exit();
    graph.start(unmatched);
    if (graph.reachable()) {
      Var error = in.temp(NO_MATCH);
      graph.add(new Op.New(error, NO_MATCH, Optional.empty(), site));
      MethodRef init = new MethodRef(NO_MATCH, "<init>", List.of(), "void");
      in.call(init, Op.Dispatch.SPECIAL, List.of(error), "void", site);
      in.rethrow(error, site);
    }
    graph.start(after);
    return result;
  }

  private void cases(
      Value selector,
      List<? extends CaseTree> cases,
      Site site,
      Graph.Node after,
      Graph.Node unmatched,
      Var result) {
    List<Graph.Node> bodies = new ArrayList<>(cases.size());
    for (int i = 0; i < cases.size(); i++) {
      bodies.add(graph.node());
    }
    boolean plain =
        cases.stream().allMatch(c -> Newer.guard(c) == null && Newer.patterns(c).isEmpty());
    if (plain) {
      dispatch(selector, cases, site, bodies, unmatched);
    } else {
      tryInOrder(selector, cases, site, bodies, unmatched);
    }
    for (int i = 0; i < cases.size(); i++) {
      graph.start(bodies.get(i));
      Graph.Node next = i + 1 < cases.size() ? bodies.get(i + 1) : after;
      body(cases.get(i), after, next, result);
    }
  }

  private void dispatch(
      Value selector,
      List<? extends CaseTree> cases,
      Site site,
      List<Graph.Node> bodies,
      Graph.Node unmatched) {
    Graph.Node otherwise = unmatched;
    for (int i = 0; i < cases.size(); i++) {
      for (ExpressionTree each : cases.get(i).getExpressions()) {
        Op.Test test = new Op.Test(selector, Op.Relation.EQ, constant(each), site);
        graph.edge(bodies.get(i), Optional.of(test));
      }
      if (Newer.isDefault(cases.get(i))) {
        otherwise = bodies.get(i);
      }
    }
    graph.go(otherwise);
  }

  private void tryInOrder(
      Value selector,
      List<? extends CaseTree> cases,
      Site site,
      List<Graph.Node> bodies,
      Graph.Node unmatched) {
    Graph.Node otherwise = unmatched;
    for (int i = 0; i < cases.size(); i++) {
      CaseTree each = cases.get(i);
      Graph.Node guard = graph.node();
      Graph.Node next = graph.node();
      for (ExpressionTree label : each.getExpressions()) {
        Graph.Node other = graph.node();
        graph.branch(selector, Op.Relation.EQ, constant(label), site, guard, other);
        graph.start(other);
      }
      for (Tree pattern : Newer.patterns(each)) {
        Graph.Node other = graph.node();
        in.conditions.patterns().match(selector, pattern, in.site(pattern), guard, other);
        graph.start(other);
      }
      graph.go(next);
      graph.start(guard);
      guarded(Newer.guard(each), bodies.get(i), next);
      graph.start(next);
      otherwise = Newer.isDefault(each) ? bodies.get(i) : otherwise;
    }
    graph.go(otherwise);
  }

  private void guarded(ExpressionTree guard, Graph.Node body, Graph.Node next) {
    if (guard == null) {
      graph.go(body);
    } else {
      in.conditions.branch(guard, body, next);
    }
  }

  /** An enum constant stands as its name. */
  private Value constant(ExpressionTree label) {
    Element element = in.element(label);
    return element != null && element.getKind() == ElementKind.ENUM_CONSTANT
        ? new Value.Const(element.getSimpleName().toString(), Names.STRING)
        : in.lower(label);
  }

  private void body(CaseTree tree, Graph.Node after, Graph.Node next, Var result) {
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      in.statements.lower(tree.getStatements());
      graph.go(next);
      return;
    }
    if (result != null && tree.getBody() instanceof ExpressionTree value) {
      in.assign(result, in.lower(value), in.site(value));
    } else if (tree.getBody() instanceof ExpressionTree value) {
      in.expressions.effect(value);
    } else {
      in.statements.lower(tree.getBody());
    }
    graph.go(after);
  }
}
