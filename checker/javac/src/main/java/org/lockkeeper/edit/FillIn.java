package org.lockkeeper.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.Obstacle;
import org.lockkeeper.check.Obstacle.Kind;

/** What makes the value of a missing entry, as a function for {@code computeIfAbsent}. */
final class FillIn {
  private final Pair pair;
  private final Source source;
  private final List<StatementTree> before;
  private final ExpressionTree value;

  /** Statements that go when the function comes; assignments in them count no longer. */
  private final Collection<? extends Tree> gone;

  /**
   * @param before statements that prepare the value
   * @param value what is put
   */
  FillIn(
      Pair pair,
      List<? extends StatementTree> before,
      ExpressionTree value,
      Collection<? extends Tree> gone) {
    this.pair = pair;
    this.source = pair.source();
    this.before = List.copyOf(before);
    this.value = value;
    this.gone = gone;
  }

  /** Whether the value may as well be made when nobody needs it. */
  boolean isCheap() {
    return before.isEmpty() && Names.isCheap(value);
  }

  /** Why it cannot be a function's body; empty when it can. */
  Optional<String> refusal() {
    List<Tree> moved = new ArrayList<>(before);
    moved.add(value);
    for (Tree tree : moved) {
      Optional<Obstacle> obstacle =
          pair.obstacle(
              source.start(tree),
              source.end(tree),
              Kind.THROWS,
              Kind.BLOCKS,
              Kind.REENTERS,
              Kind.NULLABLE);
      if (obstacle.isPresent()) {
        return obstacle.map(FillIn::why);
      }
    }
    if (isNullable(value)) {
      return Optional.of("the value may be null, which `computeIfAbsent` does not store");
    }
    if (before.stream().anyMatch(FillIn::jumps)) {
      return Optional.of("the statements that make the value may jump out of it");
    }
    return uncapturable(moved);
  }

  private static String why(Obstacle obstacle) {
    return obstacle.reason()
        + switch (obstacle.kind()) {
          case THROWS -> ", which a mapping function must not";
          case BLOCKS -> ", and other users of the map would wait with it";
          case REENTERS -> ", which a mapping function must not";
          default -> ", which `computeIfAbsent` does not store";
        };
  }

  private static boolean isNullable(ExpressionTree tree) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void none) {
        found[0] |= literal.getValue() == null;
        return null;
      }

      @Override
      public Void scan(Tree each, Void none) {
        boolean part =
            each instanceof LiteralTree
                || each instanceof ParenthesizedTree
                || each != null && each.getKind() == Tree.Kind.CONDITIONAL_EXPRESSION;
        return part ? super.scan(each, none) : null;
      }
    }.scan(tree, null);
    return found[0];
  }

  static boolean jumps(StatementTree statement) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree tree, Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitBreak(BreakTree tree, Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitContinue(ContinueTree tree, Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, Void none) {
        return null;
      }
    }.scan(statement, null);
    return found[0];
  }

  private Optional<String> uncapturable(List<Tree> moved) {
    Set<String> own = new HashSet<>();
    for (StatementTree each : before) {
      if (each instanceof VariableTree v) {
        own.add(v.getName().toString());
      }
    }
    for (Tree tree : moved) {
      for (IdentifierTree use : Names.identifiers(tree)) {
        String name = use.getName().toString();
        if (own.contains(name) || replaced(name)) {
          continue;
        }
        Optional<VariableTree> local = pair.names().local(name, use);
        boolean inside = local.isPresent() && source.within(local.get(), tree);
        if (!inside && pair.names().assigns(use) && local.isPresent()) {
          return Optional.of("`" + name + "` is assigned on the way to the value");
        }
        if (!inside && !pair.names().capturable(name, use, gone)) {
          return Optional.of(
              "`" + name + "` is assigned more than once, so a function cannot use it");
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the key's name becomes the function's parameter. */
  private boolean replaced(String name) {
    ExpressionTree key = pair.act().getArguments().get(0);
    List<String> types = pair.names().typeArguments(Pair.receiver(pair.act()));
    return key instanceof IdentifierTree
        && Names.name(key).equals(name)
        && types.size() == 2
        && pair.names()
            .local(name, key)
            .map(VariableTree::getType)
            .filter(t -> t != null && source.text(t).equals(types.get(0)))
            .isPresent();
  }

  /** {@code map.computeIfAbsent(k, key -> value)}. */
  String call() {
    String parameter = pair.names().fresh(pair.act(), "key", "k", "id");
    String head = pair.receiver() + ".computeIfAbsent(" + pair.arg(0) + ", " + parameter + " -> ";
    if (before.isEmpty()) {
      return head + body(value, parameter) + ")";
    }
    String indent = source.indent(source.start(before.get(0)));
    String outer = indent.substring(0, Math.max(0, indent.length() - source.step().length()));
    StringBuilder text = new StringBuilder(head).append("{");
    for (StatementTree each : before) {
      text.append('\n').append(indent).append(body(each, parameter));
    }
    text.append('\n').append(indent).append("return ").append(body(value, parameter)).append(";\n");
    return text.append(outer).append("})").toString();
  }

  private String body(Tree tree, String parameter) {
    StringBuilder text = new StringBuilder(source.text(tree));
    ExpressionTree key = pair.act().getArguments().get(0);
    String name = Names.name(key);
    if (replaced(name)) {
      List<IdentifierTree> uses = Names.uses(name, tree);
      for (int i = uses.size() - 1; i >= 0; i--) {
        int at = source.start(uses.get(i)) - source.start(tree);
        text.replace(at, at + name.length(), parameter);
      }
    }
    return text.toString();
  }

  /** Splits off an assignment: {@code v = value}, also as a statement. */
  static Optional<AssignmentTree> assignment(Tree tree, String name) {
    Tree at = tree instanceof ExpressionStatementTree s ? s.getExpression() : tree;
    return at instanceof AssignmentTree a
            && a.getVariable() instanceof IdentifierTree i
            && i.getName().contentEquals(name)
        ? Optional.of(a)
        : Optional.empty();
  }
}
