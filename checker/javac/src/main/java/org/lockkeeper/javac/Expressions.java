package org.lockkeeper.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.PrimitiveType;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers expressions to the values that they have. */
final class Expressions extends SimpleTreeVisitor<Value, Void> {
  private final Lowering in;
  private final Graph graph;
  private final Places places;
  private final Calls calls;
  private final Functions functions;

  Expressions(Lowering in) {
    this.in = in;
    this.graph = in.graph;
    this.places = new Places(in);
    this.calls = new Calls(in);
    this.functions = new Functions(in);
  }

  Value lower(ExpressionTree tree) {
    return tree.accept(this, null);
  }

  List<Value> lower(List<? extends ExpressionTree> trees) {
    List<Value> values = new ArrayList<>(trees.size() + 1);
    for (ExpressionTree each : trees) {
      values.add(lower(each));
    }
    return values;
  }

  /** Lowers an expression whose value nobody uses. */
  void effect(ExpressionTree tree) {
    if (tree instanceof UnaryTree unary && isStep(unary.getKind())) {
      step(unary, false);
    } else {
      lower(tree);
    }
  }

  /** Lowers what a tree of unknown kind contains. */
  void children(Tree tree) {
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree child, Void none) {
            if (child instanceof ExpressionTree expression) {
              lower(expression);
            } else if (child instanceof StatementTree statement) {
              in.lower(statement);
            } else if (child != null) {
              child.accept(this, null);
            }
            return null;
          }
        },
        null);
  }

  @Override
  protected Value defaultAction(Tree tree, Void none) {
    children(tree);
    return in.copy(in.type(tree), "?", List.of(), in.site(tree));
  }

  @Override
  public Value visitParenthesized(ParenthesizedTree tree, Void none) {
    return lower(tree.getExpression());
  }

  @Override
  public Value visitAnnotatedType(AnnotatedTypeTree tree, Void none) {
    return lower(tree.getUnderlyingType());
  }

  @Override
  public Value visitLiteral(LiteralTree tree, Void none) {
    return tree.getValue() == null
        ? Value.Const.NULL
        : Constants.of(tree.getValue(), literalType(tree.getKind()));
  }

  private static String literalType(Tree.Kind kind) {
    switch (kind) {
      case INT_LITERAL:
        return "int";
      case LONG_LITERAL:
        return "long";
      case FLOAT_LITERAL:
        return "float";
      case DOUBLE_LITERAL:
        return "double";
      case CHAR_LITERAL:
        return "char";
      default:
        return Names.STRING;
    }
  }

  @Override
  public Value visitIdentifier(IdentifierTree tree, Void none) {
    return places.name(tree);
  }

  @Override
  public Value visitMemberSelect(MemberSelectTree tree, Void none) {
    return places.select(tree);
  }

  @Override
  public Value visitArrayAccess(ArrayAccessTree tree, Void none) {
    return places.of(tree).read(in.site(tree));
  }

  @Override
  public Value visitAssignment(AssignmentTree tree, Void none) {
    Places.Place to = places.of(tree.getVariable());
    Value value = lower(tree.getExpression());
    to.write(value, in.site(tree));
    return value;
  }

  @Override
  public Value visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
    Places.Place to = places.of(tree.getVariable());
    Site site = in.site(tree);
    Value old = to.read(in.site(tree.getVariable()));
    Value operand = lower(tree.getExpression());
    String type = in.type(tree);
    String operator = type.equals(Names.STRING) ? "concat" : Operators.of(tree.getKind());
    return to.update(operator, List.of(old, operand), type, site);
  }

  @Override
  public Value visitUnary(UnaryTree tree, Void none) {
    if (isStep(tree.getKind())) {
      return step(tree, true);
    } else if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return in.conditions.value(tree);
    }
    Value operand = lower(tree.getExpression());
    if (tree.getKind() == Tree.Kind.UNARY_MINUS && Constants.negate(operand).isPresent()) {
      return Constants.negate(operand).get();
    } else if (tree.getKind() == Tree.Kind.UNARY_PLUS) {
      return operand;
    }
    return in.copy(in.type(tree), Operators.of(tree.getKind()), List.of(operand), in.site(tree));
  }

  private static boolean isStep(Tree.Kind kind) {
    return isPostfix(kind)
        || kind == Tree.Kind.PREFIX_INCREMENT
        || kind == Tree.Kind.PREFIX_DECREMENT;
  }

  private static boolean isPostfix(Tree.Kind kind) {
    return kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
  }

  private Value step(UnaryTree tree, boolean used) {
    Places.Place to = places.of(tree.getExpression());
    Site site = in.site(tree);
    Value old = to.read(in.site(tree.getExpression()));
    if (used && isPostfix(tree.getKind()) && to.isLocal()) {
      old = in.copy(old.type(), "", List.of(old), site);
    }
    Value one = new Value.Const(1, "int");
    Value stepped = to.update(Operators.of(tree.getKind()), List.of(old, one), in.type(tree), site);
    return isPostfix(tree.getKind()) ? old : stepped;
  }

  @Override
  public Value visitBinary(BinaryTree tree, Void none) {
    if (Conditions.branches(tree.getKind())) {
      return in.conditions.value(tree);
    }
    String type = in.type(tree);
    if (type.equals(Names.STRING)) {
      List<Value> parts = new ArrayList<>();
      concat(tree, parts);
      return in.copy(type, "concat", parts, in.site(tree));
    }
    Value left = lower(tree.getLeftOperand());
    Value right = lower(tree.getRightOperand());
    Optional<Value> constant = Constants.fold(tree.getKind(), left, right, type);
    return constant.isPresent()
        ? constant.get()
        : in.copy(type, Operators.of(tree.getKind()), List.of(left, right), in.site(tree));
  }

  private void concat(ExpressionTree tree, List<Value> parts) {
    if (tree instanceof BinaryTree binary
        && tree.getKind() == Tree.Kind.PLUS
        && in.type(tree).equals(Names.STRING)) {
      concat(binary.getLeftOperand(), parts);
      concat(binary.getRightOperand(), parts);
    } else {
      parts.add(lower(tree));
    }
  }

  @Override
  public Value visitInstanceOf(InstanceOfTree tree, Void none) {
    return in.conditions.value(tree);
  }

  @Override
  public Value visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
    Graph.Node yes = graph.node();
    Graph.Node no = graph.node();
    Graph.Node after = graph.node();
    Var result = in.temp(in.type(tree));
    in.conditions.branch(tree.getCondition(), yes, no);
    graph.start(yes);
    in.assign(result, lower(tree.getTrueExpression()), in.site(tree.getTrueExpression()));
    graph.go(after);
    graph.start(no);
    in.assign(result, lower(tree.getFalseExpression()), in.site(tree.getFalseExpression()));
    graph.go(after);
    graph.start(after);
    return result;
  }

  @Override
  public Value visitTypeCast(TypeCastTree tree, Void none) {
    Value value = lower(tree.getExpression());
    boolean primitive = in.unit.type(tree) instanceof PrimitiveType;
    String type = in.type(tree);
    if (tree.getType() instanceof AnnotatedTypeTree annotated) {
      Var to = in.copy(type, "cast", List.of(value), in.site(tree));
      graph.annotate(to, in.classes.annotations(annotated));
      return to;
    }
    return type.equals(value.type()) && value instanceof Var
        ? value
        : in.copy(type, primitive ? "" : "cast", List.of(value), in.site(tree));
  }

  @Override
  public Value visitNewArray(NewArrayTree tree, Void none) {
    for (ExpressionTree dimension : tree.getDimensions()) {
      lower(dimension);
    }
    String type = in.type(tree);
    Site site = in.site(tree);
    Var array = in.temp(type);
    graph.add(new Op.New(array, type, Optional.empty(), site));
    if (tree.getInitializers() != null) {
      int index = 0;
      for (ExpressionTree each : tree.getInitializers()) {
        in.writeElement(array, index++, lower(each), in.site(each));
      }
    }
    return array;
  }

  @Override
  public Value visitMethodInvocation(MethodInvocationTree tree, Void none) {
    return calls.invocation(tree);
  }

  @Override
  public Value visitNewClass(NewClassTree tree, Void none) {
    return calls.creation(tree);
  }

  @Override
  public Value visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    return functions.lambda(tree);
  }

  @Override
  public Value visitMemberReference(MemberReferenceTree tree, Void none) {
    return functions.reference(tree);
  }

  @Override
  public Value visitSwitchExpression(SwitchExpressionTree tree, Void none) {
    return in.statements.switches().expression(tree);
  }
}
