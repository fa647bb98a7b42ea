package org.lockkeeper.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Obstacle;

/**
 * A call that asks and a call that acts on the same object, in one body.
 *
 * @param obstacles what must not run inside a function
 */
record Pair(
    Source source,
    Names names,
    MethodInvocationTree check,
    MethodInvocationTree act,
    List<Obstacle> obstacles) {

  /** The pair, unless the calls are written in ways that make them look unrelated. */
  static Optional<Pair> of(
      Source source,
      MethodInvocationTree check,
      MethodInvocationTree act,
      List<Obstacle> obstacles) {
    boolean calls =
        check.getMethodSelect() instanceof MemberSelectTree
            && act.getMethodSelect() instanceof MemberSelectTree;
    Pair pair = new Pair(source, new Names(source), check, act, obstacles);
    boolean together =
        calls
            && source.body(check) == source.body(act)
            && pair.plain(receiver(check)).equals(pair.plain(receiver(act)));
    return together ? Optional.of(pair) : Optional.empty();
  }

  static ExpressionTree receiver(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getExpression();
  }

  static String name(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
  }

  private String plain(Tree tree) {
    String text = source.text(tree).replaceAll("\\s+", "");
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }

  /** Whether both are about the entry of the same key. */
  boolean sameKey() {
    return !check.getArguments().isEmpty()
        && !act.getArguments().isEmpty()
        && plain(check.getArguments().get(0)).equals(plain(act.getArguments().get(0)));
  }

  /** The receiver as the action writes it. */
  String receiver() {
    return source.text(receiver(act));
  }

  /** An argument of the action, as written. */
  String arg(int i) {
    return source.text(act.getArguments().get(i));
  }

  /** The action's arguments, as written. */
  String args() {
    List<? extends ExpressionTree> all = act.getArguments();
    return all.isEmpty()
        ? ""
        : source.text(source.start(all.get(0)), source.end(all.get(all.size() - 1)));
  }

  /** The action's call under another name. */
  String renamed(String name) {
    return receiver() + "." + name + "(" + args() + ")";
  }

  /** The action as a statement of its own; {@code null} when its result is used. */
  ExpressionStatementTree actStatement() {
    Tree at = source.parent(act);
    return at instanceof ExpressionStatementTree statement ? statement : null;
  }

  /** The first obstacle that stands in some text; empty when there is none of these kinds. */
  Optional<Obstacle> obstacle(int from, int to, Obstacle.Kind... kinds) {
    return obstacles.stream()
        .filter(o -> o.site().offset() >= from && o.site().offset() < to)
        .filter(o -> List.of(kinds).contains(o.kind()))
        .findFirst();
  }

  /**
   * Where the answer of the test is kept.
   *
   * @param name of the variable
   * @param statement that stores it; {@code null} for one inside the condition
   * @param test what stands for the answer in a condition that follows; the assignment itself when
   *     there is no statement
   */
  record Kept(String name, StatementTree statement, ExpressionTree test) {}

  /** Where the test's answer is kept, if in a local variable. */
  Optional<Kept> kept() {
    Tree at = check;
    while (source.parent(at) instanceof TypeCastTree
        || source.parent(at) instanceof ParenthesizedTree) {
      at = source.parent(at);
    }
    Tree parent = source.parent(at);
    if (parent instanceof VariableTree v && !source.siblings(v).isEmpty()) {
      return Optional.of(new Kept(v.getName().toString(), v, null));
    }
    if (parent instanceof AssignmentTree a
        && names.local(Names.name(a.getVariable()), a).isPresent()) {
      String name = Names.name(a.getVariable());
      boolean statement = source.parent(a) instanceof ExpressionStatementTree;
      StatementTree whole = statement ? (StatementTree) source.parent(a) : null;
      boolean listed = whole != null && !source.siblings(whole).isEmpty();
      return statement && !listed
          ? Optional.empty()
          : Optional.of(new Kept(name, whole, statement ? null : a));
    }
    return Optional.empty();
  }

  /** The cast of the test's answer, with a blank behind; empty without one. */
  String cast() {
    Tree at = source.parent(check);
    while (at instanceof ParenthesizedTree) {
      at = source.parent(at);
    }
    return at instanceof TypeCastTree c ? "(" + source.text(c.getType()) + ") " : "";
  }

  /** Whether a variable is used after a tree, in the body that both are in. */
  boolean usedAfter(String name, int offset) {
    VariableTree declared = names.local(name, act).orElse(null);
    return declared == null
        || Names.uses(name, source.parent(declared)).stream()
            .anyMatch(u -> source.start(u) >= offset);
  }

  /** Text in one line, shortened. */
  static String brief(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    int open = line.indexOf("-> {");
    return open > 0 ? line.substring(0, open) + "-> { … })" : line;
  }
}
