package org.lockkeeper.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.edit.Condition.Where;

/**
 * An action that only one thread should do: the call that looks and acts takes the place of the
 * test, or of the action where its answer does not matter.
 */
final class Claiming {
  private final Pair pair;
  private final Source source;
  private final Condition test;
  private final Call call;

  /**
   * The call that does both.
   *
   * @param text such as {@code map.putIfAbsent(k, v)}
   * @param won what follows the call where the action took place: {@code == null}; empty for a
   *     boolean
   * @param lost the same for the other outcome
   * @param eager whether the call may stand in the condition: its arguments are cheap
   */
  record Call(String text, String won, String lost, boolean eager) {

    /** Answers null when it took place. */
    static Call nullWhenWon(String text, boolean eager) {
      return new Call(text, " == null", " != null", eager);
    }

    /** Answers something when it took place. */
    static Call nullWhenLost(String text, boolean eager) {
      return new Call(text, " != null", " == null", eager);
    }

    /** Answers true when it took place. */
    static Call trueWhenWon(String text, boolean eager) {
      return new Call(text, "", "", eager);
    }

    String asTest(boolean when) {
      return won.isEmpty() ? (when ? "" : "!") + text : text + (when ? won : lost);
    }
  }

  Claiming(Pair pair, Condition test, Call call) {
    this.pair = pair;
    this.source = pair.source();
    this.test = test;
    this.call = call;
  }

  Outcome carry(Where where) {
    if (pair.actStatement() == null) {
      return Outcome.NONE;
    }
    return switch (where) {
      case THEN -> test.branch() == null ? inPlace() : inBranch(test.branch());
      case ELSE -> inElse(test.branch());
      case AFTER -> behind(test.branch());
      default -> Outcome.NONE;
    };
  }

  private Outcome inPlace() {
    boolean last = source.next(statement()) == null;
    return last
        ? Outcome.of(Pair.brief(call.text()), source.replace(pair.act(), call.text()))
        : Outcome.NONE;
  }

  private StatementTree statement() {
    return pair.actStatement();
  }

  private Outcome inBranch(IfTree branch) {
    List<? extends StatementTree> list = Source.statements(branch.getThenStatement());
    boolean only = list.size() == 1 && list.get(0) == statement();
    boolean free = branch.getElseStatement() == null;
    if (only && free && test.alone() && isFree()) {
      return Outcome.of(Pair.brief(call.text()), source.replace(branch, call.text() + ";"));
    }
    if (only) {
      return Outcome.of(Pair.brief(call.text()), source.replace(pair.act(), call.text()));
    }
    boolean first = !list.isEmpty() && list.get(0) == statement();
    if (first && test.last() && call.eager()) {
      return intoCondition(true);
    }
    return list.contains(statement()) && free ? rest(list) : Outcome.refused(notFirst());
  }

  /** Whether the call may run though nobody needs it: its key was asked for in any case. */
  private boolean isFree() {
    List<? extends ExpressionTree> args = pair.act().getArguments();
    return call.eager() || pair.sameKey() && args.stream().skip(1).allMatch(Names::isCheap);
  }

  private Outcome inElse(IfTree branch) {
    List<? extends StatementTree> list = Source.statements(branch.getElseStatement());
    boolean only = list.size() == 1 && list.get(0) == statement();
    return only
        ? Outcome.of(Pair.brief(call.text()), source.replace(pair.act(), call.text()))
        : Outcome.refused(notFirst());
  }

  private String notFirst() {
    return "other statements depend on the test, too";
  }

  /** The call becomes the last of the tests. */
  private Outcome intoCondition(boolean wonWhenTrue) {
    String atom = call.asTest(wonWhenTrue);
    return Outcome.of(
        Pair.brief(call.text()), source.replace(test.atom(), atom), source.delete(statement()));
  }

  /** What follows the action runs only for the thread that did it. */
  private Outcome rest(List<? extends StatementTree> list) {
    List<? extends StatementTree> rest = list.subList(list.indexOf(statement()) + 1, list.size());
    String won = call.asTest(true);
    if (rest.isEmpty()) {
      return Outcome.of(Pair.brief(call.text()), source.replace(pair.act(), call.text()));
    }
    if (Condition.leaves(rest.get(rest.size() - 1)) && source.next(test.branch()) == null) {
      return Outcome.refused(notFirst());
    }
    String indent = source.indent(source.start(statement()));
    String step = source.step();
    int from = source.start(rest.get(0));
    int to = source.end(rest.get(rest.size() - 1));
    String body = Source.shift(source.text(from, to), indent, indent + step);
    String text = "if (" + won + ") {\n" + indent + step + body + "\n" + indent + "}";
    return Outcome.of(Pair.brief(call.text()), source.replace(source.start(statement()), to, text));
  }

  private Outcome behind(IfTree branch) {
    if (source.next(branch) == statement() && test.last() && call.eager()) {
      return intoCondition(false);
    }
    List<? extends StatementTree> early = Source.statements(branch.getThenStatement());
    boolean listed = source.siblings(branch).contains(statement());
    if (!listed || early.size() != 1) {
      return Outcome.refused(notFirst());
    }
    String indent = source.indent(source.start(statement()));
    String exit = source.text(early.get(0));
    String from = source.indent(source.start(early.get(0)));
    String text =
        "if ("
            + call.asTest(false)
            + ") {\n"
            + indent
            + source.step()
            + Source.shift(exit, from, indent + source.step())
            + "\n"
            + indent
            + "}";
    return Outcome.of(Pair.brief(call.text()), source.replace(statement(), text));
  }

  /** The value is made only when it is missing: {@code computeIfAbsent} as a statement. */
  Optional<Outcome> lazily(FillIn fill, ExpressionTree receiverGet) {
    IfTree branch = test.branch();
    boolean then = branch != null && branch.getElseStatement() == null && test.alone();
    List<? extends StatementTree> list =
        then ? Source.statements(branch.getThenStatement()) : List.of();
    if (list.size() != 1 || list.get(0) != statement()) {
      return Optional.empty();
    }
    String text = fill.call();
    StatementTree next = source.siblings(branch).isEmpty() ? null : source.next(branch);
    if (next instanceof ReturnTree r
        && r.getExpression() != null
        && source.text(r.getExpression()).equals(pair.receiver() + ".get(" + pair.arg(0) + ")")) {
      return Optional.of(
          Outcome.of(
              Pair.brief(text),
              source.replace(source.start(branch), source.end(next), "return " + text + ";")));
    }
    return Optional.of(Outcome.of(Pair.brief(text), source.replace(branch, text + ";")));
  }

  /** Whether a variable is declared where nothing is yet. */
  static boolean declares(StatementTree statement) {
    return statement instanceof VariableTree;
  }
}
