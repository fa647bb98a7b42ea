package org.lockkeeper.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Variables as the text shows them: who declares them, who assigns them, which names are free. */
final class Names {
  private final Source source;

  Names(Source source) {
    this.source = source;
  }

  /** Names of variables that trees read or write, in order. */
  static Set<String> used(Collection<? extends Tree> trees) {
    Set<String> names = new LinkedHashSet<>();
    for (Tree tree : trees) {
      identifiers(tree).forEach(i -> names.add(i.getName().toString()));
    }
    return names;
  }

  /** Uses of variables in a tree; names of called methods are none. */
  static List<IdentifierTree> identifiers(Tree tree) {
    List<IdentifierTree> all = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, Void none) {
        all.add(tree);
        return null;
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
          scan(select.getExpression(), none);
        }
        return scan(call.getArguments(), none);
      }
    }.scan(tree, null);
    return all;
  }

  /** Uses of one variable in a tree. */
  static List<IdentifierTree> uses(String name, Tree tree) {
    return identifiers(tree).stream().filter(i -> i.getName().contentEquals(name)).toList();
  }

  /** The local variable or parameter that a name means at a tree; empty for fields. */
  Optional<VariableTree> local(String name, Tree at) {
    VariableTree found = null;
    for (Tree each : source.trees()) {
      if (each instanceof VariableTree v
          && v.getName().contentEquals(name)
          && !(source.parent(v) instanceof ClassTree)
          && source.within(at, source.parent(v))
          && source.start(v) <= source.start(at)) {
        found = v;
      }
    }
    return Optional.ofNullable(found);
  }

  /** What a name means at a tree: a local variable, a parameter, or a field of the file. */
  Optional<VariableTree> variable(String name, Tree at) {
    Optional<VariableTree> local = local(name, at);
    if (local.isPresent()) {
      return local;
    }
    return source.trees().stream()
        .filter(t -> t instanceof VariableTree v && v.getName().contentEquals(name))
        .filter(t -> source.parent(t) instanceof ClassTree c && source.within(at, c))
        .map(VariableTree.class::cast)
        .reduce((a, b) -> b);
  }

  /**
   * Whether a function made at a tree may use a variable (JLS 4.12.4), once some assignments are
   * gone.
   */
  boolean capturable(String name, Tree at, Collection<? extends Tree> gone) {
    VariableTree variable = local(name, at).orElse(null);
    if (variable == null) {
      return true;
    }
    boolean parameter = variable.getInitializer() == null && !isStatement(variable);
    int allowed = variable.getInitializer() != null || parameter ? 0 : 1;
    int count = 0;
    for (IdentifierTree use : uses(name, source.parent(variable))) {
      boolean leaves = gone.stream().anyMatch(g -> source.within(use, g));
      count += assigns(use) && !leaves ? 1 : 0;
    }
    return count <= allowed;
  }

  private boolean isStatement(VariableTree variable) {
    return !source.siblings(variable).isEmpty();
  }

  /** Whether a use of a variable writes it. */
  boolean assigns(IdentifierTree use) {
    Tree target = use;
    while (source.parent(target) instanceof ParenthesizedTree) {
      target = source.parent(target);
    }
    Tree parent = source.parent(target);
    return parent instanceof AssignmentTree a && a.getVariable() == target
        || parent instanceof CompoundAssignmentTree c && c.getVariable() == target
        || parent instanceof UnaryTree u && writes(u.getKind());
  }

  private static boolean writes(Tree.Kind kind) {
    return switch (kind) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** The first of some names that means nothing yet around a tree. */
  String fresh(Tree at, String... wanted) {
    Tree around = at;
    while (source.parent(source.body(around)) != source.unit() && source.body(around) != null) {
      Tree up = source.body(around);
      if (up instanceof ClassTree) {
        break;
      }
      around = up;
    }
    Set<String> taken = used(List.of(around));
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void none) {
        taken.add(tree.getName().toString());
        return super.visitVariable(tree, none);
      }
    }.scan(around, null);
    for (String each : wanted) {
      if (!taken.contains(each)) {
        return each;
      }
    }
    int n = 2;
    while (taken.contains(wanted[0] + n)) {
      n++;
    }
    return wanted[0] + n;
  }

  /** The type arguments that a variable is declared with; empty when the text does not tell. */
  List<String> typeArguments(ExpressionTree receiver) {
    String name = name(receiver);
    return variable(name, receiver)
        .map(VariableTree::getType)
        .filter(ParameterizedTypeTree.class::isInstance)
        .map(t -> ((ParameterizedTypeTree) t).getTypeArguments())
        .map(args -> args.stream().map(source::text).toList())
        .filter(args -> args.stream().noneMatch(a -> a.startsWith("?") || a.isEmpty()))
        .orElse(List.of());
  }

  /** The variable that a receiver such as {@code map} or {@code this.map} names; else empty. */
  static String name(ExpressionTree receiver) {
    if (receiver instanceof IdentifierTree i) {
      return i.getName().toString();
    }
    boolean own =
        receiver instanceof MemberSelectTree m
            && m.getExpression() instanceof IdentifierTree i
            && i.getName().contentEquals("this");
    return own ? ((MemberSelectTree) receiver).getIdentifier().toString() : "";
  }

  /** Whether evaluating an expression does nothing and costs nothing. */
  static boolean isCheap(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree p) {
      return isCheap(p.getExpression());
    }
    return tree instanceof LiteralTree
        || tree instanceof IdentifierTree
        || tree instanceof MemberSelectTree m && isCheap(m.getExpression());
  }
}
