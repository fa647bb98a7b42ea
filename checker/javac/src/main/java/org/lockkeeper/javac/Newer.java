package org.lockkeeper.javac;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;

/** Parts of trees that the API of JDK 17 cannot name; absent there. */
final class Newer {
  private Newer() {}

  /** The patterns among a case's labels. */
  static List<Tree> patterns(CaseTree tree) {
    return list(tree, "getLabels").stream()
        .filter(label -> isKind(label, "PATTERN_CASE_LABEL"))
        .map(label -> tree(label, "getPattern"))
        .filter(pattern -> pattern != null)
        .toList();
  }

  /** Whether a case has the label {@code default}. */
  static boolean isDefault(CaseTree tree) {
    List<Tree> labels = list(tree, "getLabels");
    return labels.isEmpty()
        ? tree.getExpressions().isEmpty()
        : labels.stream().anyMatch(label -> isKind(label, "DEFAULT_CASE_LABEL"));
  }

  /** What stands behind {@code when}, or null. */
  static ExpressionTree guard(CaseTree tree) {
    return tree(tree, "getGuard") instanceof ExpressionTree guard ? guard : null;
  }

  /** Whether the tree is of a kind that has this name. */
  static boolean isKind(Tree tree, String kind) {
    return tree.getKind().name().equals(kind);
  }

  /** A child, or null when there is none. */
  static Tree tree(Tree of, String getter) {
    return get(of, getter) instanceof Tree child ? child : null;
  }

  /** Children, none when there are none. */
  static List<Tree> list(Tree of, String getter) {
    return get(of, getter) instanceof List<?> children
        ? children.stream().filter(Tree.class::isInstance).map(Tree.class::cast).toList()
        : List.of();
  }

  private static Object get(Tree of, String getter) {
    for (Class<?> type : of.getClass().getInterfaces()) {
      try {
        return type.getMethod(getter).invoke(of);
      } catch (ReflectiveOperationException | RuntimeException absent) {
        continue;
      }
    }
    return null;
  }
}
