package org.lockkeeper.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Obstacle;
import org.lockkeeper.edit.Claiming.Call;
import org.lockkeeper.edit.Condition.Where;
import org.lockkeeper.edit.Pair.Kept;
import org.lockkeeper.facts.Fact.When;

/** A test and the action that it decides become one call. */
final class Fusion {
  private final Source source;
  private final Edit.Fuse edit;

  Fusion(Source source, Edit.Fuse edit) {
    this.source = source;
    this.edit = edit;
  }

  Outcome carry() {
    Anchors anchors = new Anchors(source);
    Optional<MethodInvocationTree> check = anchors.call(edit.check());
    Optional<MethodInvocationTree> act = anchors.call(edit.anchor());
    if (check.isEmpty() || act.isEmpty()) {
      return Outcome.NONE;
    }
    Optional<Pair> found = Pair.of(source, check.get(), act.get(), edit.obstacles());
    return found.map(this::carry).orElse(Outcome.NONE);
  }

  private Outcome carry(Pair pair) {
    Optional<Obstacle> between =
        pair.obstacle(source.end(pair.check()), source.start(pair.act()), Obstacle.Kind.CHANGES);
    if (between.isPresent()) {
      return Outcome.refused("`" + edit.into() + "`: " + between.get().reason() + " in between");
    }
    return switch (edit.into()) {
      case "putIfAbsent", "computeIfAbsent", "computeIfPresent" -> put(pair);
      case "compareAndSet" -> new Setting(pair).carry();
      case "add", "addIfAbsent", "offer" -> add(pair);
      default -> new Taking(pair, edit.present(), edit.into()).carry();
    };
  }

  private Optional<Condition> direct(Pair pair) {
    return Condition.around(source, pair.check(), edit.present());
  }

  private Outcome put(Pair pair) {
    if (!pair.sameKey() || pair.act().getArguments().size() != 2) {
      return Outcome.NONE;
    }
    Optional<Kept> kept = pair.kept();
    if (kept.isPresent()) {
      return new Fetching(pair, kept.get()).carry();
    }
    Condition test = direct(pair).orElse(null);
    Where where = test == null ? Where.ELSEWHERE : test.where(source, pair.act());
    Boolean absent = test == null ? null : test.absentAt(where);
    if (absent == null) {
      return Outcome.NONE;
    }
    if (!absent) {
      Call replace = Call.nullWhenLost(pair.renamed("replace"), eager(pair));
      return new Claiming(pair, test, replace).carry(where);
    }
    Call call = Call.nullWhenWon(pair.renamed("putIfAbsent"), eager(pair));
    return missing(pair, new Claiming(pair, test, call), where, test);
  }

  private Outcome missing(Pair pair, Claiming claim, Where where, Condition test) {
    ExpressionTree value = pair.act().getArguments().get(1);
    IfTree branch = test.branch();
    if (branch == null || pair.actStatement() == null) {
      return Outcome.NONE;
    }
    FillIn fill = new FillIn(pair, List.of(), value, List.of());
    if (fill.isCheap()) {
      return claim.carry(where);
    }
    Optional<String> why = fill.refusal();
    if (where == Where.THEN && why.isEmpty()) {
      Optional<Outcome> lazy = claim.lazily(fill, value);
      if (lazy.isPresent()) {
        return lazy.get();
      }
    }
    return dropped(pair, claim, where, branch, why);
  }

  /** The value is made as before, and put only if nothing is there by then. */
  private Outcome dropped(
      Pair pair, Claiming claim, Where where, IfTree branch, Optional<String> why) {
    boolean nested = where == Where.THEN && branch.getElseStatement() == null;
    Outcome kept = claim.carry(where);
    boolean good = kept.done() && (nested || where != Where.THEN);
    String reason = why.map(w -> "`computeIfAbsent`: " + w).orElse("");
    return good
        ? kept.insteadOf(reason)
        : Outcome.refused(reason.isEmpty() ? kept.refused() : reason);
  }

  private static boolean eager(Pair pair) {
    return pair.act().getArguments().stream().allMatch(Names::isCheap);
  }

  private Outcome add(Pair pair) {
    Condition test = direct(pair).orElse(null);
    Where where = test == null ? Where.ELSEWHERE : test.where(source, pair.act());
    boolean room = edit.into().equals("offer");
    boolean wanted = test != null && Boolean.valueOf(!room).equals(test.absentAt(where));
    if (!wanted || !room && !pair.sameKey()) {
      return Outcome.NONE;
    }
    Call call = Call.trueWhenWon(pair.renamed(edit.into()), eager(pair));
    return new Claiming(pair, test, call).carry(where);
  }

  /** Atomics: {@code get} and {@code set}. */
  private static final class Setting {
    private final Pair pair;
    private final Source source;

    Setting(Pair pair) {
      this.pair = pair;
      this.source = pair.source();
    }

    Outcome carry() {
      if (!Pair.name(pair.act()).equals("set") || !pair.check().getArguments().isEmpty()) {
        return Outcome.NONE;
      }
      Optional<Kept> kept = pair.kept();
      if (kept.isPresent()) {
        return kept.get().statement() == null ? Outcome.NONE : lazily(kept.get());
      }
      Tree parent = source.parent(pair.check());
      boolean compared = parent instanceof BinaryTree b && b.getKind() == Tree.Kind.EQUAL_TO;
      boolean differs = parent instanceof BinaryTree b && b.getKind() == Tree.Kind.NOT_EQUAL_TO;
      if (compared || differs) {
        BinaryTree binary = (BinaryTree) parent;
        boolean left = binary.getLeftOperand() == pair.check();
        ExpressionTree other = left ? binary.getRightOperand() : binary.getLeftOperand();
        Condition test = Condition.chained(source, binary, compared).orElse(null);
        return Names.isCheap(other) ? claim(test, source.text(other), null) : Outcome.NONE;
      }
      if (parent instanceof BinaryTree order && pair.actStatement() != null) {
        return extreme(order);
      }
      Condition test = Condition.around(source, pair.check(), When.IF_TRUE).orElse(null);
      return claim(test, "", pair.act().getArguments().get(0));
    }

    /** {@code absentAt} tells whether the compared value is there, or for flags: it is false. */
    private Outcome claim(Condition test, String expected, ExpressionTree flag) {
      Where where = test == null ? Where.ELSEWHERE : test.where(source, pair.act());
      Boolean at = test == null ? null : test.absentAt(where);
      boolean literal = flag == null || flag instanceof LiteralTree;
      if (at == null || flag == null && !at || !literal) {
        return Outcome.NONE;
      }
      if (between(test, where)) {
        return Outcome.refused("other statements run between the test and the action");
      }
      String old = flag == null ? expected : String.valueOf(!at);
      boolean eager = Names.isCheap(pair.act().getArguments().get(0));
      String text = pair.receiver() + ".compareAndSet(" + old + ", " + pair.args() + ")";
      return new Claiming(pair, test, Call.trueWhenWon(text, eager)).carry(where);
    }

    private boolean between(Condition test, Where where) {
      return switch (where) {
        case AFTER -> source.next(test.branch()) != pair.actStatement();
        case THEN ->
            test.branch() != null
                && Source.statements(test.branch().getThenStatement()).get(0)
                    != pair.actStatement();
        default -> false;
      };
    }

    private Outcome lazily(Kept kept) {
      boolean next = source.next(kept.statement()) instanceof IfTree;
      IfTree branch = next ? (IfTree) source.next(kept.statement()) : null;
      boolean sets = Names.name(pair.act().getArguments().get(0)).equals(kept.name());
      boolean tests =
          branch != null
              && Names.uses(kept.name(), branch.getCondition()).stream()
                  .map(u -> Condition.around(source, u, When.IF_NOT_NULL))
                  .flatMap(Optional::stream)
                  .anyMatch(c -> Boolean.TRUE.equals(c.absentAt(c.where(source, pair.act()))));
      if (!sets || !tests || pair.actStatement() == null) {
        return Outcome.NONE;
      }
      String indent = source.indent(source.start(pair.actStatement()));
      String call = pair.receiver() + ".compareAndSet(null, " + kept.name() + ")";
      String text =
          "if (!"
              + call
              + ") {\n"
              + indent
              + source.step()
              + kept.name()
              + " = "
              + source.text(pair.check())
              + ";\n"
              + indent
              + "}";
      return Outcome.of(call, source.replace(pair.actStatement(), text));
    }

    /** {@code if (value > peak.get()) peak.set(value)}. */
    private Outcome extreme(BinaryTree order) {
      boolean left = order.getLeftOperand() == pair.check();
      ExpressionTree other = left ? order.getRightOperand() : order.getLeftOperand();
      boolean greater = order.getKind() == Tree.Kind.GREATER_THAN;
      boolean less = order.getKind() == Tree.Kind.LESS_THAN;
      Condition test = Condition.chained(source, order, false).orElse(null);
      boolean same = source.text(other).equals(pair.args()) && Names.isCheap(other);
      boolean only =
          test != null
              && test.branch() != null
              && test.alone()
              && test.atom() == order
              && test.where(source, pair.act()) == Where.THEN
              && test.branch().getElseStatement() == null
              && Source.statements(test.branch().getThenStatement()).size() == 1;
      if (!(greater || less) || !same || !only) {
        return Outcome.NONE;
      }
      String with = greater != left ? "Math::max" : "Math::min";
      String call = pair.receiver() + ".accumulateAndGet(" + pair.args() + ", " + with + ")";
      return Outcome.of(call, source.replace(test.branch(), call + ";"));
    }
  }
}
