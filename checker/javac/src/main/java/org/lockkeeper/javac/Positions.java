package org.lockkeeper.javac;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.SourcePositions;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a diagnostic about a tree points: javac's preferred position, which its API keeps to
 * itself, found from start positions and the text. Works on trees that are only parsed.
 */
final class Positions {
  private final CompilationUnitTree unit;
  private final SourcePositions starts;
  private final SourceText text;
  private final Preferred preferred = new Preferred();
  private final Map<Tree, Integer> dots = new IdentityHashMap<>();

  Positions(CompilationUnitTree unit, SourcePositions starts, SourceText text) {
    this.unit = unit;
    this.starts = starts;
    this.text = text;
  }

  /** First character of the tree; -1 when it has none. */
  int start(Tree tree) {
    return tree == null ? -1 : (int) starts.getStartPosition(unit, tree);
  }

  /** The preferred position; -1 for trees that stand nowhere. */
  int of(Tree tree) {
    int start = start(tree);
    if (start < 0) {
      return -1;
    }
    Integer found = tree.accept(preferred, start);
    return found < 0 || found >= Math.max(1, text.length()) ? start : found;
  }

  /** The last character of a block or class body, its closing brace. */
  int closing(Tree block) {
    int start = start(block);
    int open = start < 0 ? -1 : text.find('{', start);
    return open < 0 ? start : text.close(open) - 1;
  }

  /** Whether a constructor has a parameter list: a record's compact one has not. */
  boolean hasParameterList(MethodTree constructor, String name) {
    int at = text.word(name, start(constructor));
    return at < 0 || text.at(text.skipBlanks(at + name.length())) == '(';
  }

  /**
   * The offset behind an expression, as exact as binary operators and calls need it. Only its ends
   * are asked where they start: javac finds that from the leftmost leaf each time.
   */
  private int end(Tree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return text.close(text.find('(', nameEnd(call.getMethodSelect())));
    } else if (tree instanceof MemberSelectTree || tree instanceof MemberReferenceTree) {
      return nameEnd(tree);
    } else if (tree instanceof ArrayAccessTree access) {
      return text.close(text.find('[', end(access.getExpression())));
    }
    Tree last = last(tree);
    if (last == null) {
      int start = start(tree);
      return start < 0 ? start : endOfRest(tree, start);
    }
    return end(last) + (tree instanceof UnaryTree unary && isPostfix(unary) ? 2 : 0);
  }

  /** The part that an expression ends with; {@code null} where that is something else. */
  private static Tree last(Tree tree) {
    if (tree instanceof BinaryTree binary) {
      return binary.getRightOperand();
    } else if (tree instanceof AssignmentTree assignment) {
      return assignment.getExpression();
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      return assignment.getExpression();
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      return conditional.getFalseExpression();
    } else if (tree instanceof TypeCastTree cast) {
      return cast.getExpression();
    } else if (tree instanceof UnaryTree unary) {
      return unary.getExpression();
    } else if (tree instanceof InstanceOfTree test) {
      return test.getPattern() != null ? test.getPattern() : test.getType();
    }
    return tree instanceof LambdaExpressionTree lambda
            && lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION
        ? lambda.getBody()
        : null;
  }

  private int endOfRest(Tree tree, int start) {
    if (tree instanceof NewClassTree creation) {
      if (creation.getClassBody() != null) {
        return closing(creation.getClassBody()) + 1;
      }
      int from = Math.max(end(creation.getIdentifier()), start);
      List<? extends ExpressionTree> args = creation.getArguments();
      int open = text.find('(', from);
      return args.isEmpty() && open < 0 ? from : text.close(open);
    } else if (tree instanceof NewArrayTree array) {
      boolean braces = array.getInitializers() != null;
      int open = text.find(braces ? '{' : '[', start);
      int end = text.close(open);
      while (!braces && text.at(text.skipBlanks(end)) == '[') {
        end = text.close(text.skipBlanks(end));
      }
      return end;
    } else if (tree instanceof LambdaExpressionTree lambda) {
      return text.close(start(lambda.getBody()));
    }
    return tree instanceof ParenthesizedTree ? text.close(start) : text.wordEnd(start);
  }

  private int nameEnd(Tree select) {
    if (select instanceof MemberSelectTree member) {
      String name = member.getIdentifier().toString();
      int at = text.word(name, dot(member));
      return at < 0 ? dot(member) + 1 : at + name.length();
    } else if (select instanceof MemberReferenceTree reference) {
      int colons = text.find(':', end(reference.getQualifierExpression()));
      return text.wordEnd(text.skipBlanks(colons + 2));
    }
    return text.wordEnd(Math.max(0, start(select)));
  }

  /** The dot of a selection; calls in a chain ask again and again, so answers are kept. */
  private int dot(MemberSelectTree select) {
    Integer known = dots.get(select);
    if (known == null) {
      known = text.find('.', end(select.getExpression()));
      dots.put(select, known);
    }
    return known;
  }

  private static boolean isPostfix(UnaryTree tree) {
    return tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
  }

  private final class Preferred extends SimpleTreeVisitor<Integer, Integer> {
    @Override
    protected Integer defaultAction(Tree tree, Integer start) {
      return start;
    }

    /**
     * The dot, or the parenthesis where the name stands on another line: javac counts that line.
     */
    @Override
    public Integer visitMethodInvocation(MethodInvocationTree tree, Integer start) {
      if (tree.getMethodSelect() instanceof MemberSelectTree select) {
        int dot = dot(select);
        int name = text.skipBlanks(dot + 1);
        return text.hasLineEnd(dot, name) ? text.find('(', nameEnd(select)) : dot;
      }
      return of(tree.getMethodSelect());
    }

    @Override
    public Integer visitMemberSelect(MemberSelectTree tree, Integer start) {
      return dot(tree);
    }

    @Override
    public Integer visitMemberReference(MemberReferenceTree tree, Integer start) {
      return text.find(':', end(tree.getQualifierExpression()));
    }

    @Override
    public Integer visitBinary(BinaryTree tree, Integer start) {
      return text.skipBlanks(end(tree.getLeftOperand()));
    }

    @Override
    public Integer visitAssignment(AssignmentTree tree, Integer start) {
      return text.find('=', end(tree.getVariable()));
    }

    @Override
    public Integer visitCompoundAssignment(CompoundAssignmentTree tree, Integer start) {
      return text.skipBlanks(end(tree.getVariable()));
    }

    @Override
    public Integer visitUnary(UnaryTree tree, Integer start) {
      return isPostfix(tree) ? text.skipBlanks(end(tree.getExpression())) : start;
    }

    @Override
    public Integer visitInstanceOf(InstanceOfTree tree, Integer start) {
      return text.word("instanceof", end(tree.getExpression()));
    }

    @Override
    public Integer visitConditionalExpression(ConditionalExpressionTree tree, Integer start) {
      return text.find('?', end(tree.getCondition()));
    }

    @Override
    public Integer visitArrayAccess(ArrayAccessTree tree, Integer start) {
      return text.find('[', end(tree.getExpression()));
    }

    @Override
    public Integer visitVariable(VariableTree tree, Integer start) {
      String name = tree.getName().toString();
      return name.isEmpty()
          ? start
          : declared(name, Math.max(start, start(tree.getType())), "=;,):[({-}");
    }

    @Override
    public Integer visitMethod(MethodTree tree, Integer start) {
      if (tree.getReturnType() != null) {
        return declared(tree.getName().toString(), start(tree.getReturnType()), "(");
      }
      return constructorName(start);
    }

    private int constructorName(int start) {
      for (int at = text.skipBlanks(start); text.at(at) != 0; at = text.skipBlanks(at)) {
        char c = text.at(at);
        int end = text.wordEnd(at);
        char next = text.at(text.skipBlanks(end));
        if (c == '@') {
          at++;
        } else if (c == '(') {
          at = text.close(at);
        } else if (end == at) {
          at++;
        } else if (next == '{' || next == '(' && !isAnnotation(at)) {
          return at;
        } else {
          at = end;
        }
      }
      return start;
    }

    private boolean isAnnotation(int name) {
      int at = name - 1;
      while (text.at(at) == '.' || Character.isJavaIdentifierPart(text.at(at))) {
        at--;
      }
      return text.at(at) == '@';
    }

    @Override
    public Integer visitClass(ClassTree tree, Integer start) {
      if (tree.getSimpleName().length() == 0) {
        return text.find('{', start);
      }
      int name = text.word(tree.getSimpleName().toString(), start);
      int back = name - 1;
      while (back > start && text.at(back) <= ' ') {
        back--;
      }
      while (back > start && Character.isJavaIdentifierPart(text.at(back - 1))) {
        back--;
      }
      return name < 0 ? start : Math.max(start, back);
    }

    private int declared(String name, int from, String next) {
      int first = text.word(name, from);
      for (int at = first; at >= 0 && at < from + 2000; at = text.word(name, at + 1)) {
        if (next.indexOf(text.at(text.skipBlanks(at + name.length()))) >= 0) {
          return at;
        }
      }
      return first;
    }
  }
}
