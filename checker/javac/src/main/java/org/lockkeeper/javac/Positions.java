package org.lockkeeper.javac;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.SourcePositions;

/**
 * Where a diagnostic about a tree points: javac's preferred position, which its API keeps to
 * itself, found from the ends of its parts and the text. Works on trees that are only parsed.
 */
final class Positions {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final SourceText text;
  private final Preferred preferred = new Preferred();

  Positions(CompilationUnitTree unit, SourcePositions positions, SourceText text) {
    this.unit = unit;
    this.positions = positions;
    this.text = text;
  }

  /** First character of the tree; -1 when it has none. */
  int start(Tree tree) {
    return tree == null ? -1 : (int) positions.getStartPosition(unit, tree);
  }

  /** The preferred position; -1 for trees that stand nowhere. */
  int of(Tree tree) {
    Integer found = tree == null ? -1 : tree.accept(preferred, null);
    return found < 0 || found >= Math.max(1, text.length()) ? start(tree) : found;
  }

  /** The last character of a block or class body, its closing brace. */
  int closing(Tree block) {
    int end = end(block);
    return end < 0 ? start(block) : end - 1;
  }

  /** Whether a constructor has a parameter list: a record's compact one has not. */
  boolean hasParameterList(MethodTree constructor, String name) {
    int at = text.word(name, start(constructor));
    return at < 0 || text.at(text.skipBlanks(at + name.length())) == '(';
  }

  /** The offset behind a tree; -1 for trees that stand nowhere. */
  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private int dot(MemberSelectTree select) {
    return text.find('.', end(select.getExpression()));
  }

  private static boolean isPostfix(UnaryTree tree) {
    return tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
  }

  private final class Preferred extends SimpleTreeVisitor<Integer, Void> {
    @Override
    protected Integer defaultAction(Tree tree, Void none) {
      return start(tree);
    }

    /**
     * The dot, or the parenthesis where the name stands on another line: javac counts that line.
     */
    @Override
    public Integer visitMethodInvocation(MethodInvocationTree tree, Void none) {
      if (tree.getMethodSelect() instanceof MemberSelectTree select) {
        int dot = dot(select);
        int name = text.skipBlanks(dot + 1);
        return text.hasLineEnd(dot, name) ? text.find('(', end(select)) : dot;
      }
      return of(tree.getMethodSelect());
    }

    @Override
    public Integer visitMemberSelect(MemberSelectTree tree, Void none) {
      return dot(tree);
    }

    @Override
    public Integer visitMemberReference(MemberReferenceTree tree, Void none) {
      return text.find(':', end(tree.getQualifierExpression()));
    }

    @Override
    public Integer visitBinary(BinaryTree tree, Void none) {
      return text.skipBlanks(end(tree.getLeftOperand()));
    }

    @Override
    public Integer visitAssignment(AssignmentTree tree, Void none) {
      return text.find('=', end(tree.getVariable()));
    }

    @Override
    public Integer visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
      return text.skipBlanks(end(tree.getVariable()));
    }

    @Override
    public Integer visitUnary(UnaryTree tree, Void none) {
      return isPostfix(tree) ? text.skipBlanks(end(tree.getExpression())) : start(tree);
    }

    @Override
    public Integer visitInstanceOf(InstanceOfTree tree, Void none) {
      return text.word("instanceof", end(tree.getExpression()));
    }

    @Override
    public Integer visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
      return text.find('?', end(tree.getCondition()));
    }

    @Override
    public Integer visitArrayAccess(ArrayAccessTree tree, Void none) {
      return text.find('[', end(tree.getExpression()));
    }

    @Override
    public Integer visitVariable(VariableTree tree, Void none) {
      int start = start(tree);
      String name = tree.getName().toString();
      return name.isEmpty()
          ? start
          : declared(name, Math.max(start, start(tree.getType())), "=;,):[({-}");
    }

    @Override
    public Integer visitMethod(MethodTree tree, Void none) {
      if (tree.getReturnType() != null) {
        return declared(tree.getName().toString(), start(tree.getReturnType()), "(");
      }
      return constructorName(start(tree));
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
    public Integer visitClass(ClassTree tree, Void none) {
      int start = start(tree);
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
