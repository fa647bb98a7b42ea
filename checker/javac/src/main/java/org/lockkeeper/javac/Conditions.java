package org.lockkeeper.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers conditions to edges. */
final class Conditions {
  private final Lowering in;
  private final Graph graph;
  private final Patterns patterns;

  Conditions(Lowering in) {
    this.in = in;
    this.graph = in.graph;
    this.patterns = new Patterns(in);
  }

  Patterns patterns() {
    return patterns;
  }

  /** Goes to {@code yes} or {@code no}. */
  void branch(ExpressionTree tree, Graph.Node yes, Graph.Node no) {
    if (tree instanceof ParenthesizedTree parens) {
      branch(parens.getExpression(), yes, no);
    } else if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      branch(((UnaryTree) tree).getExpression(), no, yes);
    } else if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
      Graph.Node right = graph.node();
      branch(((BinaryTree) tree).getLeftOperand(), right, no);
      graph.start(right);
      branch(((BinaryTree) tree).getRightOperand(), yes, no);
    } else if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      Graph.Node right = graph.node();
      branch(((BinaryTree) tree).getLeftOperand(), yes, right);
      graph.start(right);
      branch(((BinaryTree) tree).getRightOperand(), yes, no);
    } else if (tree instanceof BinaryTree binary && relation(tree.getKind()).isPresent()) {
      compare(binary, relation(tree.getKind()).get(), yes, no);
    } else if (tree instanceof InstanceOfTree test) {
      Value value = in.lower(test.getExpression());
      Tree pattern = test.getPattern() != null ? test.getPattern() : test.getType();
      patterns.match(value, pattern, in.site(test), yes, no);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      choose(choice, yes, no);
    } else {
      test(in.lower(tree), in.site(tree), yes, no);
    }
  }

  private void choose(ConditionalExpressionTree choice, Graph.Node yes, Graph.Node no) {
    Graph.Node first = graph.node();
    Graph.Node second = graph.node();
    branch(choice.getCondition(), first, second);
    graph.start(first);
    branch(choice.getTrueExpression(), yes, no);
    graph.start(second);
    branch(choice.getFalseExpression(), yes, no);
  }

  /** Goes by a boolean value; a constant leaves one way. */
  void test(Value value, Site site, Graph.Node yes, Graph.Node no) {
    if (value instanceof Value.Const constant) {
      graph.go(Boolean.FALSE.equals(constant.value()) ? no : yes);
      return;
    }
    graph.edge(yes, Optional.of(new Op.Test(value, Relation.EQ, Value.Const.TRUE, site)));
    graph.edge(no, Optional.of(new Op.Test(value, Relation.EQ, Value.Const.FALSE, site)));
    graph.stop();
  }

  private void compare(BinaryTree tree, Relation relation, Graph.Node yes, Graph.Node no) {
    Value left = in.lower(tree.getLeftOperand());
    Value right = in.lower(tree.getRightOperand());
    Site site = in.site(tree);
    if (left instanceof Value.Const && right instanceof Value.Const) {
      Optional<Boolean> known =
          Constants.compare((Value.Const) left, relation, (Value.Const) right);
      if (known.isPresent()) {
        graph.go(known.get() ? yes : no);
        return;
      }
    }
    if (isBoolean(right) && (relation == Relation.EQ || relation == Relation.NE)) {
      boolean same = (relation == Relation.EQ) == right.equals(Value.Const.TRUE);
      test(left, site, same ? yes : no, same ? no : yes);
    } else if (left instanceof Value.Const) {
      graph.branch(right, mirrored(relation), left, site, yes, no);
    } else {
      graph.branch(left, relation, right, site, yes, no);
    }
  }

  private static boolean isBoolean(Value value) {
    return value instanceof Value.Const constant && constant.value() instanceof Boolean;
  }

  private static Relation mirrored(Relation relation) {
    switch (relation) {
      case LT:
        return Relation.GT;
      case LE:
        return Relation.GE;
      case GT:
        return Relation.LT;
      case GE:
        return Relation.LE;
      default:
        return relation;
    }
  }

  /** Whether the value of such an expression is made by branching. */
  static boolean branches(Tree.Kind kind) {
    return kind == Tree.Kind.CONDITIONAL_AND
        || kind == Tree.Kind.CONDITIONAL_OR
        || kind == Tree.Kind.LOGICAL_COMPLEMENT
        || kind == Tree.Kind.INSTANCE_OF
        || relation(kind).isPresent();
  }

  private static Optional<Relation> relation(Tree.Kind kind) {
    switch (kind) {
      case EQUAL_TO:
        return Optional.of(Relation.EQ);
      case NOT_EQUAL_TO:
        return Optional.of(Relation.NE);
      case LESS_THAN:
        return Optional.of(Relation.LT);
      case LESS_THAN_EQUAL:
        return Optional.of(Relation.LE);
      case GREATER_THAN:
        return Optional.of(Relation.GT);
      case GREATER_THAN_EQUAL:
        return Optional.of(Relation.GE);
      default:
        return Optional.empty();
    }
  }

  /** The condition as a value. */
  Value value(ExpressionTree tree) {
    Graph.Node yes = graph.node();
    Graph.Node no = graph.node();
    Graph.Node after = graph.node();
    Site site = in.site(tree);
    Var result = in.temp("boolean");
    branch(tree, yes, no);
    graph.start(yes);
    graph.add(new Op.Copy(result, "", List.of(Value.Const.TRUE), site));
    graph.go(after);
    graph.start(no);
    graph.add(new Op.Copy(result, "", List.of(Value.Const.FALSE), site));
    graph.go(after);
    graph.start(after);
    return result;
  }
}
