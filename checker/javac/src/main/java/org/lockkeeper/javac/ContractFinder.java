package org.lockkeeper.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import org.lockkeeper.check.Assertions;

/** Finds a call that asks about threads in the condition of an assertion, outside functions. */
final class ContractFinder extends TreeScanner<Void, Void> {
  private boolean found;

  /** Whether the condition states who may run the code. */
  static boolean in(ExpressionTree condition) {
    ContractFinder finder = new ContractFinder();
    finder.scan(condition, null);
    return finder.found;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
    ExpressionTree called = tree.getMethodSelect();
    String name =
        called instanceof MemberSelectTree select
            ? select.getIdentifier().toString()
            : called instanceof IdentifierTree plain ? plain.getName().toString() : "";
    found |= Assertions.asksAboutThreads(name);
    return super.visitMethodInvocation(tree, none);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    return null;
  }
}
