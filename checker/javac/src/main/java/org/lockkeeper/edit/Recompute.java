package org.lockkeeper.edit;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Obstacle;
import org.lockkeeper.check.Obstacle.Kind;

/** A value that is read, changed and written back in two calls becomes one call. */
final class Recompute {
  private static final Set<String> WRITES = Set.of("put", "set", "lazySet");
  private static final Set<Kind> ALWAYS = Set.of(Kind.THROWS, Kind.BLOCKS, Kind.REENTERS);
  private static final String USED = "`%s` is used afterwards, with the value that was read";

  private final Source source;
  private final Edit.Update edit;
  private Pair pair;

  Recompute(Source source, Edit.Update edit) {
    this.source = source;
    this.edit = edit;
  }

  Outcome carry() {
    Anchors anchors = new Anchors(source);
    Optional<MethodInvocationTree> read = anchors.call(edit.read());
    Optional<MethodInvocationTree> write = anchors.call(edit.anchor());
    if (read.isEmpty() || write.isEmpty()) {
      return Outcome.NONE;
    }
    pair = Pair.of(source, read.get(), write.get(), edit.obstacles()).orElse(null);
    if (pair == null || pair.actStatement() == null || !WRITES.contains(Pair.name(pair.act()))) {
      return Outcome.NONE;
    }
    boolean keyed = pair.act().getArguments().size() == 2;
    if (keyed && !pair.sameKey() || !keyed && !pair.check().getArguments().isEmpty()) {
      return Outcome.NONE;
    }
    return source.within(pair.check(), pair.actStatement()) ? inside() : across();
  }

  private boolean map() {
    return edit.into().equals("compute");
  }

  private ExpressionTree value() {
    List<? extends ExpressionTree> args = pair.act().getArguments();
    return args.get(args.size() - 1);
  }

  private Outcome inside() {
    Optional<String> why = refusal(List.of(value()), List.of());
    if (why.isPresent()) {
      return Outcome.refused(why.get());
    }
    String call = call(value(), List.of(), "", old());
    return Outcome.of(Pair.brief(call), source.replace(pair.act(), call));
  }

  private String old() {
    return pair.names().fresh(pair.act(), "old", "value", "current");
  }

  /** The read stands in an earlier statement. */
  private Outcome across() {
    StatementTree first = source.statement(pair.check());
    StatementTree last = pair.actStatement();
    List<? extends StatementTree> all = source.siblings(first);
    if (source.next(first) instanceof IfTree branch && source.within(last, branch)) {
      return first instanceof VariableTree v ? choice(v, branch) : Outcome.NONE;
    }
    int i = all.indexOf(first);
    int j = all.indexOf(last);
    if (i < 0 || j <= i || !(first instanceof VariableTree variable)) {
      return Outcome.refused("the read and the write stand in different blocks");
    }
    boolean direct = strip(variable.getInitializer()) == pair.check();
    String name = variable.getName().toString();
    boolean passed = Names.name(value()).equals(name);
    if (j == i + 1 && passed && !direct) {
      return written(variable);
    }
    boolean used = used(all.subList(i, j), source.end(last));
    if (j == i + 1 && direct) {
      return used ? before(variable) : shortened(variable);
    }
    return used ? Outcome.refused(USED.formatted(name)) : block(all.subList(i, j));
  }

  /** Whether variables that statements declare are used later. */
  private boolean used(List<? extends StatementTree> statements, int behind) {
    return statements.stream()
        .filter(VariableTree.class::isInstance)
        .map(s -> ((VariableTree) s).getName().toString())
        .anyMatch(n -> pair.usedAfter(n, behind));
  }

  /** {@code long n = a.get() + 1; a.set(n);}: the new value is what the call answers. */
  private Outcome written(VariableTree variable) {
    ExpressionTree made = variable.getInitializer();
    Optional<String> why = refusal(List.of(made), List.of());
    if (why.isPresent()) {
      return Outcome.refused(why.get());
    }
    String call = call(made, List.of(), "", old());
    return Outcome.of(
        Pair.brief(call), source.replace(made, call), source.delete(pair.actStatement()));
  }

  /** {@code int n = a.get(); a.set(n + 1);} with the old value used on. */
  private Outcome before(VariableTree variable) {
    String name = variable.getName().toString();
    Optional<String> why = refusal(List.of(value()), List.of());
    if (map() || why.isPresent()) {
      return Outcome.refused(why.orElse(USED.formatted(name)));
    }
    String old = old();
    String call =
        pair.receiver() + ".getAndUpdate(" + keys() + old + " -> " + body(value(), name, old) + ")";
    return Outcome.of(
        Pair.brief(call), source.replace(pair.check(), call), source.delete(pair.actStatement()));
  }

  private Outcome shortened(VariableTree variable) {
    String name = variable.getName().toString();
    Optional<String> why = refusal(List.of(value()), List.of(variable));
    if (why.isPresent()) {
      return Outcome.refused(why.get());
    }
    boolean plain = pair.check().getArguments().size() < 2;
    String parameter = plain ? name : old();
    String call = call(value(), List.of(), name, parameter);
    return Outcome.of(Pair.brief(call), source.delete(variable), source.replace(pair.act(), call));
  }

  /** All statements from the read to the write move into the function. */
  private Outcome block(List<? extends StatementTree> statements) {
    List<Tree> moved = new ArrayList<>(statements);
    moved.add(value());
    Optional<String> why = refusal(moved, statements);
    boolean jumps = statements.stream().anyMatch(FillIn::jumps);
    if (why.isPresent() || jumps) {
      return Outcome.refused(why.orElse("a statement between the read and the write may jump out"));
    }
    String call = call(value(), statements, "", old());
    int from = source.start(statements.get(0));
    return Outcome.of(
        Pair.brief(call), source.replace(from, source.end(pair.actStatement()), call + ";"));
  }

  /** {@code if (n == null) m.put(k, 1); else m.put(k, n + 1);}. */
  private Outcome choice(VariableTree variable, IfTree branch) {
    String name = variable.getName().toString();
    Condition test =
        Names.uses(name, branch.getCondition()).stream()
            .map(u -> Condition.around(source, u, org.lockkeeper.facts.Fact.When.IF_NOT_NULL))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null);
    ExpressionTree yes = put(branch.getThenStatement());
    ExpressionTree no = branch.getElseStatement() == null ? null : put(branch.getElseStatement());
    boolean plain =
        strip(variable.getInitializer()) == pair.check()
            && pair.check().getArguments().size() == 1
            && map();
    boolean whole = test != null && test.alone() && yes != null && no != null && plain;
    if (!whole || pair.usedAfter(name, source.end(branch))) {
      return Outcome.refused("the branches do more than write a value back");
    }
    Optional<String> why = refusal(List.of(yes, no), List.of(variable, branch));
    if (why.isPresent()) {
      return Outcome.refused(why.get());
    }
    ExpressionTree missing = test.absent() ? yes : no;
    ExpressionTree there = test.absent() ? no : yes;
    String call =
        new Sums(pair, name, false)
            .merged(missing, there)
            .orElseGet(() -> either(name, missing, there));
    return Outcome.of(
        Pair.brief(call), source.replace(source.start(variable), source.end(branch), call + ";"));
  }

  private String either(String name, ExpressionTree missing, ExpressionTree there) {
    String function = "(" + key() + ", " + name + ") -> " + name + " == null ? ";
    String values = source.text(missing) + " : " + source.text(there);
    return pair.receiver() + ".compute(" + keys() + function + values + ")";
  }

  /** The value of a statement that is a write like ours; {@code null} for others. */
  private ExpressionTree put(StatementTree statement) {
    List<? extends StatementTree> all = Source.statements(statement);
    boolean one =
        all.size() == 1
            && all.get(0) instanceof ExpressionStatementTree s
            && s.getExpression() instanceof MethodInvocationTree;
    if (!one) {
      return null;
    }
    MethodInvocationTree call =
        (MethodInvocationTree) ((ExpressionStatementTree) all.get(0)).getExpression();
    boolean same =
        source.text(call.getMethodSelect()).equals(source.text(pair.act().getMethodSelect()))
            && call.getArguments().size() == 2
            && source.text(call.getArguments().get(0)).equals(pair.arg(0));
    return same ? call.getArguments().get(1) : null;
  }

  /** Why some code cannot run inside the function; empty when it can. */
  private Optional<String> refusal(List<? extends Tree> moved, Collection<? extends Tree> gone) {
    for (Tree tree : moved) {
      Kind again = map() ? Kind.THROWS : Kind.EFFECT;
      for (Obstacle each : edit.obstacles()) {
        boolean inside =
            each.site().offset() >= source.start(tree) && each.site().offset() < source.end(tree);
        boolean own =
            each.site().offset() == edit.read().offset()
                || each.site().offset() == edit.anchor().offset();
        boolean counts = each.kind() == again || ALWAYS.contains(each.kind());
        if (inside && !own && counts) {
          return Optional.of("`" + edit.into() + "`: " + each.reason());
        }
      }
      for (IdentifierTree use : Names.identifiers(tree)) {
        String name = use.getName().toString();
        Optional<VariableTree> local = pair.names().local(name, use);
        boolean outside =
            local.isPresent() && moved.stream().noneMatch(m -> source.within(local.get(), m));
        boolean goes = local.isPresent() && gone.contains(local.get());
        boolean ours = goes || isRead(local);
        if (outside && !ours && pair.names().assigns(use)
            || outside && !ours && !pair.names().capturable(name, use, List.of())) {
          return Optional.of(
              "`" + name + "` is assigned more than once, so a function cannot use it");
        }
      }
    }
    return Optional.empty();
  }

  private boolean isRead(Optional<VariableTree> local) {
    return local.isPresent() && strip(local.get().getInitializer()) == pair.check();
  }

  static Tree strip(Tree tree) {
    return tree instanceof ParenthesizedTree p ? strip(p.getExpression()) : tree;
  }

  private String keys() {
    return Sums.keys(pair);
  }

  private String key() {
    return pair.names().fresh(pair.act(), "key", "k", "id");
  }

  /**
   * The one call.
   *
   * @param name of the variable that holds what was read; empty when the read stands in the value
   * @param parameter the function's name for what was read
   */
  private String call(
      ExpressionTree value, List<? extends StatementTree> before, String name, String parameter) {
    if (before.isEmpty()) {
      Sums sums = new Sums(pair, name, edit.into().equals("addAndGet"));
      Optional<String> brief = map() ? sums.merged(value) : sums.added(value);
      if (brief.isPresent()) {
        return brief.get();
      }
    }
    String into = map() ? "compute" : "updateAndGet";
    String function = map() ? "(" + key() + ", " + parameter + ")" : parameter;
    String head = pair.receiver() + "." + into + "(" + keys() + function + " -> ";
    if (before.isEmpty()) {
      return head + body(value, name, parameter) + ")";
    }
    String indent = source.indent(source.start(before.get(0)));
    String inner = indent + source.step();
    StringBuilder text = new StringBuilder(head).append("{\n");
    for (StatementTree each : before) {
      String line = body(each, name, parameter);
      text.append(inner).append(Source.shift(line, indent, inner)).append("\n");
    }
    text.append(inner).append("return ").append(body(value, name, parameter));
    return text.append(";\n").append(indent).append("})").toString();
  }

  /** Some code, with the function's parameter for what was read. */
  private String body(Tree tree, String name, String parameter) {
    TreeMap<Integer, Tree> reads = new TreeMap<>();
    String read = source.text(pair.check());
    for (Tree each : source.trees()) {
      boolean same =
          each instanceof MethodInvocationTree && source.text(each).equals(read)
              || !name.isEmpty()
                  && each instanceof IdentifierTree i
                  && i.getName().contentEquals(name);
      if (same && source.within(each, tree)) {
        reads.put(source.start(each), each);
      }
    }
    StringBuilder text = new StringBuilder(source.text(tree));
    for (Tree each : reads.descendingMap().values()) {
      int from = source.start(each) - source.start(tree);
      text.replace(from, from + source.end(each) - source.start(each), seen(each, tree, parameter));
    }
    return text.toString();
  }

  private String seen(Tree read, Tree whole, String parameter) {
    List<? extends ExpressionTree> args = pair.check().getArguments();
    if (!map() || args.size() < 2) {
      return parameter;
    }
    String text = parameter + " == null ? " + source.text(args.get(1)) + " : " + parameter;
    boolean alone =
        read == whole
            || source.parent(read) instanceof VariableTree
            || source.parent(read) instanceof ParenthesizedTree;
    return alone ? text : "(" + text + ")";
  }
}
