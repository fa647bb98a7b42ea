package org.lockkeeper.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.When;

/**
 * A test as it stands in a condition.
 *
 * @param host the {@code if}, {@code while} or conditional expression
 * @param atom the smallest boolean expression that is the test, negations included
 * @param absent whether the atom is true when nothing is there
 * @param chain how it is joined with other tests
 * @param last whether the other tests come first
 */
record Condition(Tree host, ExpressionTree atom, boolean absent, Chain chain, boolean last) {

  /** How tests are joined. */
  enum Chain {
    ALONE,
    AND,
    OR
  }

  /** Where something runs. */
  enum Where {
    THEN,
    ELSE,
    /** Behind an {@code if} whose branch leaves. */
    AFTER,
    ELSEWHERE
  }

  /** Whether there is no other test. */
  boolean alone() {
    return chain == Chain.ALONE;
  }

  /**
   * Reads the condition around an expression that asks.
   *
   * @param asks the call, or the variable that holds its result
   * @param present which answer promises that there is something
   */
  static Optional<Condition> around(Source source, ExpressionTree asks, When present) {
    Tree at = outer(source, asks);
    Boolean absent = null;
    if (present == When.IF_TRUE || present == When.IF_FALSE) {
      absent = present == When.IF_FALSE;
    } else if (source.parent(at) instanceof BinaryTree compared) {
      absent = compares(compared, at, present);
      at = compared;
    }
    return absent == null ? Optional.empty() : chained(source, (ExpressionTree) at, absent);
  }

  /** Around a boolean expression: {@code absent} tells what its truth means. */
  static Optional<Condition> chained(Source source, ExpressionTree test, boolean absent) {
    Tree at = test;
    boolean negative = absent;
    while (source.parent(at) instanceof ParenthesizedTree
        || source.parent(at).getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      if (isCondition(source, source.parent(at))) {
        break;
      }
      at = source.parent(at);
      negative ^= at instanceof UnaryTree;
    }
    ExpressionTree atom = (ExpressionTree) at;
    Chain chain = Chain.ALONE;
    boolean last = true;
    while (!isCondition(source, at)) {
      Tree parent = source.parent(at);
      if (parent instanceof BinaryTree joined && (chain == Chain.ALONE || of(joined) == chain)) {
        chain = of(joined);
        last &= joined.getRightOperand() == at;
      } else if (!(parent instanceof ParenthesizedTree)) {
        return Optional.empty();
      }
      if (chain == null) {
        return Optional.empty();
      }
      at = parent;
    }
    Tree host = at instanceof ParenthesizedTree ? source.parent(at) : source.parent(at);
    return Optional.of(new Condition(host, atom, negative, chain, last));
  }

  private static Chain of(BinaryTree joined) {
    return switch (joined.getKind()) {
      case CONDITIONAL_AND -> Chain.AND;
      case CONDITIONAL_OR -> Chain.OR;
      default -> null;
    };
  }

  /** Whether a tree is all of a condition. */
  private static boolean isCondition(Source source, Tree tree) {
    Tree parent = source.parent(tree);
    return parent instanceof IfTree i && i.getCondition() == tree
        || parent instanceof WhileLoopTree w && w.getCondition() == tree
        || parent instanceof ConditionalExpressionTree c && c.getCondition() == tree;
  }

  /** Without the parentheses around it. */
  private static Tree outer(Source source, Tree tree) {
    Tree at = tree;
    while (source.parent(at) instanceof ParenthesizedTree
        && !isCondition(source, source.parent(at))) {
      at = source.parent(at);
    }
    return at;
  }

  /** Whether the comparison is true when nothing is there; {@code null} when it is another one. */
  private static Boolean compares(BinaryTree tree, Tree asks, When present) {
    boolean left = tree.getLeftOperand() == asks;
    ExpressionTree other = left ? tree.getRightOperand() : tree.getLeftOperand();
    if (!(other instanceof LiteralTree literal)) {
      return null;
    }
    Object value = literal.getValue();
    boolean nulls = present == When.IF_NOT_NULL || present == When.IF_NULL;
    boolean flipped = present == When.IF_NULL || present == When.IF_ZERO;
    Tree.Kind kind = left ? tree.getKind() : mirrored(tree.getKind());
    boolean zero = Integer.valueOf(0).equals(value);
    boolean one = Integer.valueOf(1).equals(value);
    Boolean absent =
        switch (kind) {
          case EQUAL_TO -> nulls ? value == null ? true : null : zero ? true : null;
          case NOT_EQUAL_TO -> nulls ? value == null ? false : null : zero ? false : null;
          case GREATER_THAN -> zero ? false : null;
          case GREATER_THAN_EQUAL -> one ? false : null;
          case LESS_THAN -> one ? true : null;
          case LESS_THAN_EQUAL -> zero ? true : null;
          default -> null;
        };
    return absent == null ? null : absent ^ flipped;
  }

  private static Tree.Kind mirrored(Tree.Kind kind) {
    return switch (kind) {
      case GREATER_THAN -> Tree.Kind.LESS_THAN;
      case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
      case LESS_THAN -> Tree.Kind.GREATER_THAN;
      case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
      default -> kind;
    };
  }

  /** Where an action runs, seen from the test. */
  Where where(Source source, Tree act) {
    if (host instanceof IfTree branch) {
      if (source.within(act, branch.getThenStatement())) {
        return Where.THEN;
      }
      if (source.within(act, branch.getElseStatement())) {
        return Where.ELSE;
      }
      StatementTree statement = source.statement(act);
      List<? extends StatementTree> all = source.siblings(branch);
      boolean behind = all.indexOf(branch) >= 0 && all.indexOf(statement) > all.indexOf(branch);
      boolean leaves = branch.getElseStatement() == null && leaves(branch.getThenStatement());
      return behind && leaves ? Where.AFTER : Where.ELSEWHERE;
    }
    if (host instanceof WhileLoopTree loop && source.within(act, loop.getStatement())) {
      return Where.THEN;
    }
    if (host instanceof ConditionalExpressionTree choice) {
      boolean yes = source.within(act, choice.getTrueExpression());
      boolean no = source.within(act, choice.getFalseExpression());
      return yes ? Where.THEN : no ? Where.ELSE : Where.ELSEWHERE;
    }
    return Where.ELSEWHERE;
  }

  /** Whether an action there runs only when nothing is there; {@code null} when that is unclear. */
  Boolean absentAt(Where where) {
    return switch (where) {
      case THEN -> chain == Chain.OR ? null : absent;
      case ELSE, AFTER -> chain == Chain.AND ? null : !absent;
      case ELSEWHERE -> null;
    };
  }

  /** Whether a statement never lets the next one run. */
  static boolean leaves(StatementTree statement) {
    List<? extends StatementTree> all = Source.statements(statement);
    StatementTree end = all.isEmpty() ? null : all.get(all.size() - 1);
    return end instanceof ReturnTree
        || end instanceof ThrowTree
        || end instanceof BreakTree
        || end instanceof ContinueTree;
  }

  /** The {@code if}; {@code null} for other hosts. */
  IfTree branch() {
    return host instanceof IfTree branch ? branch : null;
  }
}
