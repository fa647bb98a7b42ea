package org.lockkeeper.javac;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Parts of trees that the API of JDK 17 cannot name; absent there. */
final class Newer {
  private static final Method LABELS = getter(CaseTree.class, "getLabels");
  private static final Method GUARD = getter(CaseTree.class, "getGuard");

  private Newer() {}

  /** The patterns among a case's labels. */
  static List<Tree> patterns(CaseTree tree) {
    if (LABELS == null) {
      return List.of();
    }
    List<Tree> patterns = new ArrayList<>(0);
    for (Tree label : children(get(tree, LABELS))) {
      if (isKind(label, "PATTERN_CASE_LABEL")) {
        patterns.add(tree(label, "getPattern"));
      }
    }
    return patterns;
  }

  /** Whether a case has the label {@code default}. */
  static boolean isDefault(CaseTree tree) {
    if (tree.getExpressions().isEmpty() && patterns(tree).isEmpty()) {
      return true;
    }
    for (Tree label : children(get(tree, LABELS))) {
      if (isKind(label, "DEFAULT_CASE_LABEL")) {
        return true;
      }
    }
    return false;
  }

  /** What stands behind {@code when}, or null. */
  static ExpressionTree guard(CaseTree tree) {
    return get(tree, GUARD) instanceof ExpressionTree guard ? guard : null;
  }

  /** Whether the tree is of a kind that has this name. */
  static boolean isKind(Tree tree, String kind) {
    return tree.getKind().name().equals(kind);
  }

  /** A child, or null when there is none. */
  static Tree tree(Tree of, String getter) {
    return get(of, getter(of.getClass(), getter)) instanceof Tree child ? child : null;
  }

  /** Children, none when there are none. */
  static List<Tree> list(Tree of, String getter) {
    return children(get(of, getter(of.getClass(), getter)));
  }

  private static List<Tree> children(Object found) {
    List<Tree> all = new ArrayList<>();
    if (found instanceof Iterable<?> several) {
      for (Object each : several) {
        if (each instanceof Tree child) {
          all.add(child);
        }
      }
    }
    return all;
  }

  /** The getter as the exported interfaces declare it. */
  private static Method getter(Class<?> type, String name) {
    if (type.isInterface()) {
      try {
        return type.getMethod(name);
      } catch (NoSuchMethodException older) {
        return null;
      }
    }
    for (Class<?> each : type.getInterfaces()) {
      Method found = getter(each, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Object get(Tree of, Method getter) {
    try {
      return getter == null ? null : getter.invoke(of);
    } catch (ReflectiveOperationException refused) {
      return null;
    }
  }
}
