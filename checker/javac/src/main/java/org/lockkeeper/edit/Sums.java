package org.lockkeeper.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.When;

/**
 * Sums have calls of their own: {@code merge}, {@code addAndGet}, {@code incrementAndGet}.
 *
 * @param name of the variable that holds what was read; empty when the read stands in the value
 * @param number whether the value is a number that the container adds to
 */
record Sums(Pair pair, String name, boolean number) {

  /** The leading arguments of the one call, with a comma. */
  static String keys(Pair pair) {
    boolean keyed = pair.act().getArguments().size() == 2;
    return keyed ? pair.arg(0) + ", " : "";
  }

  /** {@code merge(k, n, Integer::sum)} for a sum that starts at zero. */
  Optional<String> merged(ExpressionTree value) {
    if (value instanceof ConditionalExpressionTree choice && !name.isEmpty()) {
      Condition test =
          Names.uses(name, choice.getCondition()).stream()
              .map(u -> Condition.around(pair.source(), u, When.IF_NOT_NULL))
              .flatMap(Optional::stream)
              .filter(Condition::alone)
              .findFirst()
              .orElse(null);
      if (test == null) {
        return Optional.empty();
      }
      ExpressionTree yes = choice.getTrueExpression();
      ExpressionTree no = choice.getFalseExpression();
      return merged(test.absent() ? yes : no, test.absent() ? no : yes);
    }
    List<? extends ExpressionTree> args = pair.check().getArguments();
    boolean zero =
        args.size() == 2
            && args.get(1) instanceof LiteralTree l
            && l.getValue() instanceof Number n
            && n.doubleValue() == 0;
    return zero && value instanceof BinaryTree sum ? sum(sum) : Optional.empty();
  }

  Optional<String> merged(ExpressionTree missing, ExpressionTree there) {
    boolean same =
        there instanceof BinaryTree sum
            && pair.source().text(sum.getRightOperand()).equals(pair.source().text(missing));
    return same ? sum((BinaryTree) there) : Optional.empty();
  }

  private Optional<String> sum(BinaryTree sum) {
    List<String> types = pair.names().typeArguments(Pair.receiver(pair.act()));
    String type = types.size() == 2 ? types.get(1) : "";
    boolean literal = sum.getRightOperand() instanceof LiteralTree;
    if (sum.getKind() != Tree.Kind.PLUS || !isRead(sum.getLeftOperand()) || !literal) {
      return Optional.empty();
    }
    Object added = ((LiteralTree) sum.getRightOperand()).getValue();
    String text = pair.source().text(sum.getRightOperand());
    if (type.equals("Integer") && added instanceof Integer) {
      return Optional.of(pair.receiver() + ".merge(" + keys(pair) + text + ", Integer::sum)");
    }
    boolean wide = type.equals("Long") && (added instanceof Integer || added instanceof Long);
    String suffix = added instanceof Integer ? "L" : "";
    return wide
        ? Optional.of(pair.receiver() + ".merge(" + keys(pair) + text + suffix + ", Long::sum)")
        : Optional.empty();
  }

  private boolean isRead(Tree tree) {
    return Recompute.strip(tree) == pair.check()
        || !name.isEmpty() && tree instanceof IdentifierTree i && i.getName().contentEquals(name);
  }

  /** {@code incrementAndGet} and its like. */
  Optional<String> added(ExpressionTree value) {
    boolean sum = number && value instanceof BinaryTree b && isRead(b.getLeftOperand());
    if (!sum) {
      return Optional.empty();
    }
    BinaryTree binary = (BinaryTree) value;
    ExpressionTree right = binary.getRightOperand();
    boolean one = right instanceof LiteralTree l && l.getValue() instanceof Integer n && n == 1;
    boolean plus = binary.getKind() == Tree.Kind.PLUS;
    boolean minus = binary.getKind() == Tree.Kind.MINUS;
    String index = keys(pair).isEmpty() ? "" : pair.arg(0);
    if (one && (plus || minus)) {
      String verb = plus ? "incrementAndGet" : "decrementAndGet";
      return Optional.of(pair.receiver() + "." + verb + "(" + index + ")");
    }
    boolean plain = plus || minus && Names.isCheap(right);
    String by = (minus ? "-" : "") + pair.source().text(right);
    return plain
        ? Optional.of(pair.receiver() + ".addAndGet(" + keys(pair) + by + ")")
        : Optional.empty();
  }
}
