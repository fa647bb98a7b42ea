package org.lockkeeper.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.TextEdit;

/** Statements in a row that get something around them. */
final class Region {
  private final Source source;
  private final List<StatementTree> statements;

  /** The lock that is taken around it; empty when none is. */
  private final String guard;

  private Region(Source source, List<? extends StatementTree> statements) {
    this(source, statements, "");
  }

  private Region(Source source, List<? extends StatementTree> statements, String guard) {
    this.source = source;
    this.statements = List.copyOf(statements);
    this.guard = guard;
  }

  /** The same, where a monitor is held: what takes it again in it need not. */
  Region under(String monitor) {
    return new Region(source, statements, monitor);
  }

  /** The shortest row of statements with two trees of one body; empty when there is none. */
  static Optional<Region> around(Source source, Tree first, Tree last) {
    Tree body = source.body(first);
    if (body == null || body != source.body(last)) {
      return Optional.empty();
    }
    for (Tree each = first; each != body; each = source.parent(each)) {
      if (each instanceof StatementTree statement
          && source.within(last, each)
          && bare(source, each)) {
        return Optional.of(new Region(source, List.of(statement)));
      }
      List<? extends StatementTree> list =
          each instanceof StatementTree s ? source.siblings(s) : List.of();
      for (int i = list.indexOf(each), j = Math.max(i, 0); i >= 0 && j < list.size(); j++) {
        if (source.within(last, list.get(j))) {
          return Optional.of(new Region(source, list.subList(i, j + 1)));
        }
      }
    }
    return Optional.empty();
  }

  /** These statements of one list. */
  static Region of(Source source, List<? extends StatementTree> statements) {
    return new Region(source, statements);
  }

  /** Whether a statement stands without braces below an {@code if} or loop. */
  private static boolean bare(Source source, Tree tree) {
    Tree parent = source.parent(tree);
    boolean statement = !(tree instanceof BlockTree) && tree instanceof StatementTree;
    return statement
        && (parent instanceof IfTree i
                && (i.getThenStatement() == tree || i.getElseStatement() == tree)
            || parent instanceof WhileLoopTree w && w.getStatement() == tree
            || parent instanceof DoWhileLoopTree d && d.getStatement() == tree
            || parent instanceof EnhancedForLoopTree e && e.getStatement() == tree
            || parent instanceof ForLoopTree f && f.getStatement() == tree);
  }

  int start() {
    return source.start(statements.get(0));
  }

  int end() {
    return source.end(statements.get(statements.size() - 1));
  }

  /** The same without the declaration that it begins with. */
  Region behind(Tree declaration) {
    boolean first = statements.get(0) == declaration && statements.size() > 1;
    return first ? new Region(source, statements.subList(1, statements.size())) : this;
  }

  /** Why a variable does not mean one object throughout; empty when it does. */
  Optional<String> sets(String variable) {
    for (Tree each : source.trees()) {
      boolean inside = source.start(each) >= start() && source.start(each) < end();
      boolean declared =
          each instanceof VariableTree v
              && v.getName().contentEquals(variable)
              && statements.contains(v);
      boolean assigned =
          each instanceof AssignmentTree a
              && a.getVariable() instanceof IdentifierTree i
              && i.getName().contentEquals(variable);
      if (inside && (declared || assigned)) {
        return Optional.of("`" + variable + "` gets its value among them");
      }
    }
    return Optional.empty();
  }

  /** Whether some of it is a loop. */
  boolean loops() {
    return statements.stream()
        .anyMatch(
            s ->
                s instanceof WhileLoopTree
                    || s instanceof DoWhileLoopTree
                    || s instanceof ForLoopTree
                    || s instanceof EnhancedForLoopTree);
  }

  /** Lines as a person says it: {@code line 3} or {@code lines 3 to 5}. */
  String lines() {
    int from = source.line(start());
    int to = source.line(end());
    return from == to ? "line " + from : "lines " + from + " to " + to;
  }

  /** With the acquisition that stands before it, when its first statement releases that lock. */
  Region withAcquisition() {
    StatementTree first = statements.get(0);
    StatementTree before = source.previous(first);
    boolean taken =
        before instanceof ExpressionStatementTree s
            && s.getExpression() instanceof MethodInvocationTree call
            && acquires(call)
            && released().filter(r -> !r.equals(receiver(call))).isEmpty()
            && first instanceof TryTree t
            && t.getFinallyBlock() != null;
    if (!taken) {
      return this;
    }
    List<StatementTree> more = new ArrayList<>(List.of(before));
    more.addAll(statements);
    return released().isPresent() ? new Region(source, more) : this;
  }

  /** The first lock that is released in it, but not taken before in it. */
  private Optional<String> released() {
    Set<String> taken = new HashSet<>();
    for (Tree each : source.trees()) {
      boolean inside = source.start(each) >= start() && source.start(each) < end();
      if (inside && each instanceof MethodInvocationTree call && isOnObject(call)) {
        if (acquires(call)) {
          taken.add(receiver(call));
        } else if (Pair.name(call).equals("unlock") && !taken.contains(receiver(call))) {
          return Optional.of(receiver(call));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOnObject(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree;
  }

  private static boolean acquires(MethodInvocationTree call) {
    return isOnObject(call)
        && Set.of("lock", "lockInterruptibly", "tryLock").contains(Pair.name(call));
  }

  private String receiver(MethodInvocationTree call) {
    return source.text(Pair.receiver(call));
  }

  /** Why the statements cannot go into a block; empty when they can. */
  Optional<String> refusal() {
    Optional<String> lock = released();
    if (lock.isPresent()) {
      return Optional.of("`" + lock.get() + "` is released among them, but taken before");
    }
    for (StatementTree each : statements) {
      if (each instanceof ClassTree) {
        return Optional.of("a class is declared there");
      }
      if (each instanceof VariableTree v && isUsedBehind(v) && !canSplit(v)) {
        return Optional.of(
            "`" + v.getName() + "` is used behind it, and cannot be declared before");
      }
    }
    return Optional.empty();
  }

  private boolean isUsedBehind(VariableTree variable) {
    return Names.uses(variable.getName().toString(), source.parent(variable)).stream()
        .anyMatch(u -> source.start(u) >= end());
  }

  private boolean canSplit(VariableTree variable) {
    String text = source.text(variable);
    boolean alone = text.endsWith(";") && !hasNeighbour(variable);
    return alone
        && variable.getType() != null
        && !source.text(variable.getType()).equals("var")
        && !(variable.getInitializer() instanceof NewArrayTree a && a.getType() == null);
  }

  /** Whether another variable is declared in the same statement. */
  private boolean hasNeighbour(VariableTree variable) {
    return source.siblings(variable).stream()
        .anyMatch(
            s ->
                s != variable
                    && s instanceof VariableTree v
                    && source.start(v) == source.start(variable));
  }

  /**
   * The statements between two lines of text, one step further in; variables that are used behind
   * are declared before.
   */
  String within(String head, String tail) {
    return declarations() + block(head, tail);
  }

  /** Variables of it that are used behind, each with the indentation of the next line. */
  String declarations() {
    StringBuilder text = new StringBuilder();
    for (VariableTree v : usedBehind()) {
      int to = v.getInitializer() == null ? source.end(v) : nameEnd(v);
      String declaration = source.text(source.start(v), to).stripTrailing();
      text.append(declaration).append(declaration.endsWith(";") ? "\n" : ";\n");
      text.append(source.indent(start()));
    }
    return text.toString();
  }

  /** The statements between two lines of text, without what {@link #declarations} declares. */
  String block(String head, String tail) {
    String indent = source.indent(start());
    String inner = indent + source.step();
    String body = body(usedBehind());
    String shifted = body.contains("\"\"\"") ? body : Source.shift(body, indent, inner);
    return head + "\n" + inner + shifted + "\n" + indent + tail;
  }

  private List<VariableTree> usedBehind() {
    List<VariableTree> all = new ArrayList<>();
    for (StatementTree each : statements) {
      if (each instanceof VariableTree v && isUsedBehind(v)) {
        all.add(v);
      }
    }
    return all;
  }

  private int nameEnd(VariableTree variable) {
    int value = source.start(variable.getInitializer());
    return source.text().lastIndexOf('=', value - 1);
  }

  private String body(List<VariableTree> split) {
    List<TextEdit> edits = new ArrayList<>();
    for (VariableTree v : split) {
      edits.add(
          v.getInitializer() == null
              ? within(v, source.start(source.next(v)), "")
              : within(v, source.start(v.getInitializer()), v.getName() + " = "));
    }
    int end = start();
    for (Tree each : source.trees()) {
      boolean inside = source.start(each) >= end && source.start(each) < end();
      if (inside && each instanceof SynchronizedTree again && isTakenAgain(again)) {
        edits.add(within(again, source.end(again), bare(again)));
        end = source.end(again);
      }
    }
    return Patches.apply(source.text(start(), end()), edits);
  }

  /** Counted from the start of the region. */
  private TextEdit within(Tree tree, int end, String by) {
    return source.replace(source.start(tree) - start(), end - start(), by);
  }

  /** In the same body, and where what it declares gets in nobody's way. */
  private boolean isTakenAgain(SynchronizedTree tree) {
    List<? extends StatementTree> own = tree.getBlock().getStatements();
    List<? extends StatementTree> all = source.siblings(tree);
    boolean declares =
        own.stream().anyMatch(s -> s instanceof VariableTree || s instanceof ClassTree);
    String lock =
        source.text(tree.getExpression()).replaceAll("^\\(\\s*(this\\.(?=\\w))?|\\s*\\)$", "");
    return lock.equals(guard.replaceFirst("^this\\.", ""))
        && source.body(tree) == source.body(statements.get(0))
        && !own.isEmpty()
        && !all.isEmpty()
        && (!declares || all.get(all.size() - 1) == tree);
  }

  /** What stands in its braces, one step further out. */
  private String bare(SynchronizedTree tree) {
    BlockTree block = tree.getBlock();
    String inner = source.text(source.start(block) + 1, source.end(block) - 1).strip();
    String from = source.indent(source.start(block.getStatements().get(0)));
    return Source.shift(inner, from, source.indent(source.start(tree)));
  }
}
