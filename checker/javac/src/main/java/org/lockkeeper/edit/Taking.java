package org.lockkeeper.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lockkeeper.check.TextEdit;
import org.lockkeeper.edit.Claiming.Call;
import org.lockkeeper.edit.Condition.Where;
import org.lockkeeper.edit.Pair.Kept;
import org.lockkeeper.facts.Fact.When;

/**
 * Something is taken out, or looked up, after a test that it is there: the call that answers {@code
 * null} when it is not comes first.
 */
final class Taking {
  private static final List<String> ANSWERS_NULL =
      List.of("get", "remove", "poll", "pollFirst", "pollLast", "peek", "peekFirst", "peekLast");

  private final Pair pair;
  private final Source source;
  private final When present;
  private final String into;

  Taking(Pair pair, When present, String into) {
    this.pair = pair;
    this.source = pair.source();
    this.present = present;
    this.into = into;
  }

  Outcome carry() {
    boolean keyed = !pair.check().getArguments().isEmpty();
    if (keyed && !pair.sameKey()) {
      return Outcome.NONE;
    }
    Optional<Kept> kept = pair.kept();
    if (kept.isPresent()) {
      return kept.get().statement() == null ? Outcome.NONE : stored(kept.get());
    }
    Condition test = Condition.around(source, pair.check(), present).orElse(null);
    Where where = test == null ? Where.ELSEWHERE : test.where(source, pair.act());
    if (test == null) {
      return compared();
    }
    if (!Boolean.FALSE.equals(test.absentAt(where))) {
      return Outcome.NONE;
    }
    if (test.host() instanceof ConditionalExpressionTree choice) {
      return choice(choice, test);
    }
    if (pair.actStatement() != null) {
      return dropped(test, where);
    }
    return ANSWERS_NULL.contains(into) && !isAnswerBoolean() ? used(test, where) : Outcome.NONE;
  }

  /** {@code contains} and {@code remove} of a collection answer with a boolean. */
  private boolean isAnswerBoolean() {
    return Pair.name(pair.check()).equals("contains");
  }

  private String call() {
    return pair.renamed(into);
  }

  private boolean eager() {
    return pair.act().getArguments().stream().allMatch(Names::isCheap);
  }

  /** The result is not used: the call may take the place of the test. */
  private Outcome dropped(Condition test, Where where) {
    Call call =
        isAnswerBoolean() ? Call.trueWhenWon(call(), eager()) : Call.nullWhenLost(call(), eager());
    boolean answers = ANSWERS_NULL.contains(into) || isAnswerBoolean();
    boolean only =
        test.branch() != null
            && where == Where.THEN
            && Source.statements(test.branch().getThenStatement()).size() == 1;
    return answers || only ? new Claiming(pair, test, call).carry(where) : Outcome.NONE;
  }

  /** {@code if (x.equals(map.get(k))) map.remove(k);}: nothing goes but what was compared. */
  private Outcome compared() {
    Tree equals = source.parent(pair.check());
    ExpressionTree other = compared(equals);
    boolean plain = other != null && Names.isCheap(other) && pair.actStatement() != null;
    Condition test =
        plain ? Condition.chained(source, (ExpressionTree) equals, false).orElse(null) : null;
    boolean removes = into.equals("remove") && pair.act().getArguments().size() == 1;
    if (test == null
        || test.branch() == null
        || !removes
        || test.where(source, pair.act()) != Where.THEN
        || !Boolean.FALSE.equals(test.absentAt(Where.THEN))) {
      return Outcome.NONE;
    }
    if (equals instanceof BinaryTree) {
      return Outcome.refused("the test is by `==`, `remove(key, value)` compares by `equals`");
    }
    String text = pair.receiver() + ".remove(" + pair.args() + ", " + source.text(other) + ")";
    return Source.statements(test.branch().getThenStatement()).size() == 1
        ? Outcome.of(text, source.replace(pair.act(), text))
        : Outcome.refused("other statements depend on the test, too");
  }

  /** What the test's answer is compared with by {@code equals} or {@code ==}. */
  private ExpressionTree compared(Tree with) {
    if (with instanceof BinaryTree same && same.getKind() == Tree.Kind.EQUAL_TO) {
      boolean left = same.getLeftOperand() == pair.check();
      return left ? same.getRightOperand() : same.getLeftOperand();
    }
    return with instanceof MethodInvocationTree call
            && call.getArguments().equals(List.of(pair.check()))
            && call.getMethodSelect() instanceof MemberSelectTree
            && Pair.name(call).equals("equals")
        ? Pair.receiver(call)
        : null;
  }

  /** {@code map.containsKey(k) ? map.get(k) : other}. */
  private Outcome choice(ConditionalExpressionTree choice, Condition test) {
    ExpressionTree other =
        choice.getTrueExpression() == pair.act()
            ? choice.getFalseExpression()
            : choice.getTrueExpression();
    boolean whole =
        choice.getTrueExpression() == pair.act() || choice.getFalseExpression() == pair.act();
    if (!whole || !test.alone() || !Names.isCheap(other) || !ANSWERS_NULL.contains(into)) {
      return Outcome.refused("what comes out goes on to another call before it is kept");
    }
    boolean nothing = other instanceof LiteralTree literal && literal.getValue() == null;
    if (nothing) {
      return Outcome.of(call(), source.replace(choice, call()));
    }
    boolean map = into.equals("get") && pair.act().getArguments().size() == 1;
    String text =
        pair.receiver() + ".getOrDefault(" + pair.args() + ", " + source.text(other) + ")";
    return map && Pair.name(pair.check()).equals("containsKey")
        ? Outcome.of(text, source.replace(choice, text))
        : Outcome.NONE;
  }

  /** {@code v = map.get(k); if (v != null) map.remove(k);}. */
  private Outcome stored(Kept kept) {
    IfTree branch = source.next(kept.statement()) instanceof IfTree i ? i : null;
    Condition test =
        branch == null
            ? null
            : Names.uses(kept.name(), branch.getCondition()).stream()
                .map(u -> Condition.around(source, u, When.IF_NOT_NULL))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    StatementTree act = pair.actStatement();
    boolean inside =
        test != null
            && act != null
            && test.where(source, pair.act()) == Where.THEN
            && Boolean.FALSE.equals(test.absentAt(Where.THEN));
    List<? extends StatementTree> list =
        inside ? Source.statements(branch.getThenStatement()) : List.of();
    if (list.isEmpty() || list.get(0) != act || !ANSWERS_NULL.contains(into)) {
      return Outcome.NONE;
    }
    if (test.alone() && eager()) {
      TextEdit gone =
          list.size() == 1 ? source.replace(branch.getThenStatement(), "{}") : source.delete(act);
      return Outcome.of(call(), source.replace(pair.check(), call()), gone);
    }
    boolean keyed = into.equals("remove") && pair.act().getArguments().size() == 1;
    String text = pair.receiver() + ".remove(" + pair.args() + ", " + kept.name() + ")";
    return keyed && list.size() == 1
        ? Outcome.of(text, source.replace(pair.act(), text))
        : Outcome.refused("other tests come before the action");
  }

  /** The result is used: it is kept in a variable, and the variable is tested. */
  private Outcome used(Condition test, Where where) {
    if (!test.alone()) {
      return Outcome.refused("the test is not the only condition");
    }
    StatementTree statement = source.statement(pair.act());
    if (test.host() instanceof WhileLoopTree loop) {
      StatementTree inner =
          loop.getStatement() instanceof BlockTree ? statement : loop.getStatement();
      return first(loop.getStatement(), inner) ? drained(loop, inner) : Outcome.NONE;
    }
    IfTree branch = test.branch();
    if (where == Where.THEN && !source.siblings(branch).isEmpty()) {
      StatementTree then = branch.getThenStatement();
      StatementTree inner = then instanceof BlockTree ? statement : then;
      return first(branch.getThenStatement(), inner) ? kept(branch, inner) : Outcome.NONE;
    }
    return where == Where.AFTER && source.next(branch) == statement
        ? swapped(branch, statement)
        : Outcome.refused("other statements run between the test and the action");
  }

  private static boolean first(StatementTree list, StatementTree statement) {
    List<? extends StatementTree> all = Source.statements(list);
    return !all.isEmpty() && all.get(0) == statement;
  }

  /**
   * How a variable for the result is declared.
   *
   * @param declares whether the statement of the action did so already
   */
  private record Held(String type, String name, boolean declares) {}

  private Optional<Held> held(StatementTree statement) {
    boolean whole =
        statement instanceof VariableTree v
            && strip(v.getInitializer()) == pair.act()
            && v.getType() != null;
    if (whole) {
      VariableTree v = (VariableTree) statement;
      String type = source.text(v.getType());
      boolean primitive = !type.contains(".") && Character.isLowerCase(type.charAt(0));
      return primitive && !type.equals("var")
          ? Optional.empty()
          : Optional.of(new Held(type, v.getName().toString(), true));
    }
    List<String> arguments = pair.names().typeArguments(Pair.receiver(pair.act()));
    String lead = source.text(source.start(statement), source.start(pair.act()));
    boolean evaluatedFirst =
        lead.matches("(return\\s+|(final\\s+)?([\\w.<>]+\\s+)?[\\w.]+\\s*=\\s*|[\\w.]+\\()?");
    if (arguments.isEmpty() || !evaluatedFirst) {
      return Optional.empty();
    }
    String type = arguments.get(arguments.size() - 1);
    String simple = type.replaceAll("[<\\[].*", "").replaceAll(".*\\.", "");
    String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    return Optional.of(
        new Held(type, pair.names().fresh(pair.act(), safe(name), "found", "taken"), false));
  }

  private static String safe(String name) {
    return javax.lang.model.SourceVersion.isKeyword(name) ? "found" : name;
  }

  private static Tree strip(Tree tree) {
    return tree instanceof ParenthesizedTree p ? strip(p.getExpression()) : tree;
  }

  private static final String UNNAMED = "what comes out has no variable, and its type is not plain";

  private Outcome kept(IfTree branch, StatementTree statement) {
    Held held = held(statement).orElse(null);
    if (held == null || held.declares() && isTaken(held.name(), branch)) {
      return Outcome.refused(UNNAMED);
    }
    String indent = source.indent(source.start(branch));
    String declaration = held.type() + " " + held.name() + " = " + call() + ";\n" + indent;
    TextEdit before = source.replace(source.start(branch), source.start(branch), declaration);
    TextEdit test = source.replace(branch.getCondition(), "(" + held.name() + " != null)");
    return Outcome.of(call(), List.of(before, test, rest(held, statement)));
  }

  private TextEdit rest(Held held, StatementTree statement) {
    return held.declares() ? source.delete(statement) : source.replace(pair.act(), held.name());
  }

  /** Whether something else goes by a name that is about to be known further out. */
  private boolean isTaken(String name, StatementTree inner) {
    Tree list = source.parent(inner);
    long declared =
        source.trees().stream()
            .filter(t -> t instanceof VariableTree v && v.getName().contentEquals(name))
            .filter(t -> source.within(t, list))
            .count();
    long fields =
        Names.uses(name, list).stream().filter(u -> pair.names().local(name, u).isEmpty()).count();
    return declared > 1 || fields > 0;
  }

  private Outcome swapped(IfTree branch, StatementTree statement) {
    Held held = held(statement).orElse(null);
    if (held != null && held.declares()) {
      String indent = source.indent(source.start(branch));
      String head = held.type() + " " + held.name() + " = " + call() + ";\n" + indent;
      return Outcome.of(
          call(),
          source.replace(source.start(branch), source.start(branch), head),
          source.replace(branch.getCondition(), "(" + held.name() + " == null)"),
          source.delete(statement));
    }
    boolean returned = statement instanceof ReturnTree r && strip(r.getExpression()) == pair.act();
    List<? extends StatementTree> early = Source.statements(branch.getThenStatement());
    boolean nothing =
        early.size() == 1
            && early.get(0) instanceof ReturnTree r
            && r.getExpression() instanceof LiteralTree l
            && l.getValue() == null;
    if (returned && nothing) {
      return Outcome.of(
          call(),
          source.replace(source.start(branch), source.end(statement), "return " + call() + ";"));
    }
    String type =
        returned && source.body(statement) instanceof MethodTree m && m.getReturnType() != null
            ? source.text(m.getReturnType())
            : held == null ? "" : held.type();
    if (type.isEmpty() || Character.isLowerCase(type.charAt(0)) && !type.contains(".")) {
      return Outcome.refused(UNNAMED);
    }
    return answered(branch, type);
  }

  /** The result gets a variable of a type, which is tested first. */
  private Outcome answered(IfTree branch, String type) {
    String base = type.replaceAll("[<\\[].*", "").replaceAll(".*\\.", "");
    String lower = base.substring(0, 1).toLowerCase(Locale.ROOT) + base.substring(1);
    String name = pair.names().fresh(pair.act(), safe(lower), "found", "taken");
    int start = source.start(branch);
    String head = type + " " + name + " = " + call() + ";\n" + source.indent(start);
    return Outcome.of(
        call(),
        source.replace(start, start, head),
        source.replace(branch.getCondition(), "(" + name + " == null)"),
        source.replace(pair.act(), name));
  }

  /** {@code while (!queue.isEmpty()) { T t = queue.poll(); … }}. */
  private Outcome drained(WhileLoopTree loop, StatementTree statement) {
    Held held = held(statement).orElse(null);
    if (held == null || held.declares() && isTaken(held.name(), loop)) {
      return Outcome.refused(UNNAMED);
    }
    String name = held.name();
    boolean captured =
        Names.uses(name, loop.getStatement()).stream()
            .anyMatch(u -> source.body(u) != source.body(loop) || pair.names().assigns(u));
    if (captured) {
      return Outcome.refused("`" + name + "` is captured or assigned in the loop");
    }
    String head =
        "for ("
            + held.type()
            + " "
            + name
            + " = "
            + call()
            + "; "
            + name
            + " != null; "
            + name
            + " = "
            + call()
            + ")";
    TextEdit start = source.replace(source.start(loop), source.end(loop.getCondition()), head);
    return Outcome.of(call(), start, rest(held, statement));
  }
}
