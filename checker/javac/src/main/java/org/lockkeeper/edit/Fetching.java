package org.lockkeeper.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.lockkeeper.edit.Condition.Where;
import org.lockkeeper.edit.Pair.Kept;
import org.lockkeeper.facts.Fact.When;

/**
 * {@code v = map.get(k); if (v == null) { v = make(); map.put(k, v); }} and its early-return form
 * become {@code v = map.computeIfAbsent(k, key -> make())}, or where that would change meaning,
 * {@code putIfAbsent} whose answer is heeded.
 */
final class Fetching {
  private static final String MORE = "the block does more than fill in the missing value";

  private final Pair pair;
  private final Source source;
  private final Kept kept;

  Fetching(Pair pair, Kept kept) {
    this.pair = pair;
    this.source = pair.source();
    this.kept = kept;
  }

  Outcome carry() {
    if (pair.check().getArguments().size() != 1) {
      return Outcome.refused(
          "the test gives a default, so it does not show whether the key is there");
    }
    IfTree branch = kept.statement() == null ? null : follower();
    Optional<Condition> test = kept.statement() == null ? inCondition() : tested(branch);
    if (test.isEmpty() || test.get().branch() == null || !test.get().alone()) {
      return Outcome.refused("the test is not the only condition");
    }
    Where where = test.get().where(source, pair.act());
    if (!Boolean.TRUE.equals(test.get().absentAt(where)) || pair.actStatement() == null) {
      return Outcome.NONE;
    }
    return switch (where) {
      case THEN -> inBranch(test.get().branch());
      case AFTER -> kept.statement() == null ? Outcome.NONE : behind(test.get().branch());
      default -> Outcome.NONE;
    };
  }

  private IfTree follower() {
    return source.next(kept.statement()) instanceof IfTree branch ? branch : null;
  }

  private Optional<Condition> inCondition() {
    return Condition.around(source, kept.test(), When.IF_NOT_NULL);
  }

  private Optional<Condition> tested(IfTree branch) {
    return branch == null
        ? Optional.empty()
        : Names.uses(kept.name(), branch.getCondition()).stream()
            .map(u -> Condition.around(source, u, When.IF_NOT_NULL))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** Statements up to the action, split into what makes the value and the value itself. */
  private record Making(List<StatementTree> before, ExpressionTree value, String variable) {}

  private Optional<Making> making(List<? extends StatementTree> list) {
    int at = list.indexOf(pair.actStatement());
    if (at < 0) {
      return Optional.empty();
    }
    ExpressionTree put = pair.act().getArguments().get(1);
    Optional<AssignmentTree> inner = FillIn.assignment(put, kept.name());
    if (inner.isPresent()) {
      return Optional.of(
          new Making(List.copyOf(list.subList(0, at)), inner.get().getExpression(), kept.name()));
    }
    String name = put instanceof IdentifierTree i ? i.getName().toString() : "";
    StatementTree previous = at > 0 ? list.get(at - 1) : null;
    if (previous instanceof VariableTree v
        && v.getName().contentEquals(name)
        && v.getInitializer() != null) {
      return Optional.of(
          new Making(List.copyOf(list.subList(0, at - 1)), v.getInitializer(), name));
    }
    Optional<AssignmentTree> outer =
        previous == null ? Optional.empty() : FillIn.assignment(previous, name);
    if (outer.isPresent()) {
      return Optional.of(
          new Making(List.copyOf(list.subList(0, at - 1)), outer.get().getExpression(), name));
    }
    return Optional.of(new Making(List.copyOf(list.subList(0, at)), put, ""));
  }

  private Outcome inBranch(IfTree branch) {
    List<? extends StatementTree> list = Source.statements(branch.getThenStatement());
    Making making = making(list).orElse(null);
    int last = list.indexOf(pair.actStatement());
    boolean copied =
        making != null
            && last == list.size() - 2
            && FillIn.assignment(list.get(last + 1), kept.name())
                .map(AssignmentTree::getExpression)
                .filter(e -> Names.name(e).equals(making.variable()))
                .isPresent();
    if (making == null || branch.getElseStatement() != null) {
      return Outcome.refused(MORE);
    }
    boolean stored = copied || making.variable().equals(kept.name());
    if (!stored && pair.usedAfter(kept.name(), source.end(branch))) {
      return Outcome.refused("`" + kept.name() + "` stays null afterwards, and is used");
    }
    FillIn fill = new FillIn(pair, making.before(), making.value(), List.of(branch));
    Optional<String> why = last != list.size() - 1 && !copied ? Optional.of(MORE) : fill.refusal();
    if (why.isPresent()) {
      return heeded(making, stored, why.get());
    }
    return replaced(branch, fill.call(), stored);
  }

  private Outcome replaced(IfTree branch, String call, boolean stored) {
    String title = Pair.brief(call);
    if (kept.statement() == null) {
      AssignmentTree assignment = (AssignmentTree) kept.test();
      String target = stored ? source.text(assignment.getVariable()) + " = " : "";
      String text = target + (stored ? pair.cast() : "") + call + ";";
      return Outcome.of(title, source.replace(branch, text));
    }
    if (!stored) {
      return Outcome.of(title, source.replace(kept.statement(), call + ";"), source.delete(branch));
    }
    return Outcome.of(title, source.replace(pair.check(), call), source.delete(branch));
  }

  /** {@code if (v != null) return v; …; map.put(k, v); return v;}. */
  private Outcome behind(IfTree branch) {
    List<? extends StatementTree> all = source.siblings(branch);
    List<? extends StatementTree> list = all.subList(all.indexOf(branch) + 1, all.size());
    Making making = making(list).orElse(null);
    StatementTree end = making == null ? null : source.next(pair.actStatement());
    List<? extends StatementTree> early = Source.statements(branch.getThenStatement());
    boolean same =
        early.size() == 1
            && returns(early.get(0), kept.name())
            && (returns(end, making == null ? "" : making.variable())
                || making != null
                    && making.variable().isEmpty()
                    && end instanceof ReturnTree r
                    && Names.isCheap(making.value())
                    && source.text(r.getExpression()).equals(source.text(making.value())));
    if (!same) {
      return Outcome.refused("what follows the action needs more than the value");
    }
    List<Tree> gone = new ArrayList<>(list);
    gone.add(kept.statement());
    FillIn fill = new FillIn(pair, making.before(), making.value(), gone);
    Optional<String> why = fill.refusal();
    if (why.isPresent()) {
      return heeded(making, true, why.get());
    }
    String call = fill.call();
    String text = "return " + pair.cast() + call + ";";
    return Outcome.of(
        Pair.brief(call), source.replace(source.start(kept.statement()), source.end(end), text));
  }

  private static boolean returns(Tree statement, String name) {
    return statement instanceof ReturnTree r
        && r.getExpression() instanceof IdentifierTree i
        && i.getName().contentEquals(name);
  }

  /** The value is made outside, and given up when another thread was first. */
  private Outcome heeded(Making making, boolean stored, String why) {
    String reason = "`computeIfAbsent`: " + why;
    VariableTree variable =
        making.variable().isEmpty()
            ? null
            : pair.names().local(making.variable(), pair.act()).orElse(null);
    boolean plain = Names.name(pair.act().getArguments().get(1)).equals(making.variable());
    if (variable == null || variable.getType() == null || !stored || !plain) {
      return Outcome.refused(reason);
    }
    boolean fixed = variable.getModifiers().getFlags().contains(Modifier.FINAL);
    String type = source.text(variable.getType());
    if (fixed
        || type.equals("var")
        || type.indexOf('.') < 0 && Character.isLowerCase(type.charAt(0))) {
      return Outcome.refused(reason);
    }
    return raced(type, making.variable()).insteadOf(reason);
  }

  private Outcome raced(String type, String variable) {
    String call = pair.renamed("putIfAbsent");
    String raced = pair.names().fresh(pair.act(), "raced", "winner", "earlier");
    String indent = source.indent(source.start(pair.actStatement()));
    String text =
        String.join(
            "\n" + indent,
            type
                + " "
                + raced
                + " = "
                + (pair.cast().isEmpty() ? "" : "(" + type + ") ")
                + call
                + ";",
            "if (" + raced + " != null) {",
            source.step() + variable + " = " + raced + ";",
            "}");
    return Outcome.of(Pair.brief(call), source.replace(pair.actStatement(), text));
  }
}
