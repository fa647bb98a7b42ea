package org.lockkeeper.errorprone;

import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/**
 * Reports the findings of the check that has the same name. Does so at the declaration around each,
 * so that Error Prone decides whether it is suppressed, generated or excluded.
 */
abstract class LockkeeperCheck extends BugChecker
    implements BugChecker.CompilationUnitTreeMatcher,
        BugChecker.ClassTreeMatcher,
        BugChecker.MethodTreeMatcher,
        BugChecker.VariableTreeMatcher {
  private static final long serialVersionUID = 1;

  @Override
  public Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
    Run.of(state).reach(tree);
    return report(tree, state);
  }

  @Override
  public Description matchClass(ClassTree tree, VisitorState state) {
    return report(tree, state);
  }

  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    return report(tree, state);
  }

  @Override
  public Description matchVariable(VariableTree tree, VisitorState state) {
    return report(tree, state);
  }

  private Description report(Tree declaration, VisitorState state) {
    for (Run.Located each : Run.of(state).at(declaration)) {
      if (each.finding().check().equals(canonicalName())) {
        state.reportMatch(
            buildDescription(each.tree())
                .setMessage(each.message())
                .addAllFixes(each.fixes())
                .build());
      }
    }
    return Description.NO_MATCH;
  }
}
