package org.lockkeeper.edit;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Edit;

/** A statement that the rounds of a loop pass, each of them or one in so many. */
final class Looping {
  private final Source source;
  private final Names names;

  Looping(Source source) {
    this.source = source;
    this.names = new Names(source);
  }

  Outcome carry(Edit.YieldInLoop edit) {
    StatementTree loop = new Anchors(source).statement(edit.anchor()).orElse(null);
    loop = loop instanceof LabeledStatementTree named ? named.getStatement() : loop;
    if (loop == null || body(loop) == null) {
      return Outcome.refused("the loop has no body of its own to put a statement in");
    }
    if (edit.every() > 1) {
      return counted(loop, edit.statement(), edit.every());
    }
    Outcome all = passing(loop, edit.statement() + ";", title(edit.statement(), 1));
    if (edit.inner()) {
      for (StatementTree in = inside(loop); in != null && inside(in) != null; in = inside(in)) {
        all = all.and(passing(in, edit.statement() + ";", ""));
      }
    }
    return all;
  }

  private static String title(String call, int every) {
    return "`" + call + "` " + (every > 1 ? "every " + every + " rounds" : "in every round");
  }

  /** The loop's own counter tells when, or a new one. */
  private Outcome counted(StatementTree loop, String call, int every) {
    Optional<String> own = counter(loop);
    String name = own.orElseGet(() -> free(loop));
    String test = (own.isPresent() ? name : "++" + name) + " % " + every + " == 0";
    String indent = source.indent(source.start(loop)) + source.step();
    String statement =
        "if (" + test + ") {\n" + indent + source.step() + call + ";\n" + indent + "}";
    String title = title(call, every);
    if (own.isPresent()) {
      return passing(loop, statement, title);
    }
    StatementTree whole = source.parent(loop) instanceof LabeledStatementTree l ? l : loop;
    String declaration = "int " + name + " = 0;";
    int at = source.start(whole);
    if (!source.siblings(whole).isEmpty()) {
      boolean first = source.text(source.lineStart(at), at).isBlank();
      String tail = first ? "\n" + source.indent(at) : " ";
      return passing(loop, statement, title)
          .and(Outcome.saying("", source.replace(at, at, declaration + tail)));
    }
    return passing(loop, call + ";", title(call, 1));
  }

  /** A variable of the loop that each round makes larger by one, and nothing else changes. */
  private Optional<String> counter(StatementTree loop) {
    boolean plain =
        loop instanceof ForLoopTree f
            && f.getInitializer().size() == 1
            && f.getUpdate().size() == 1;
    if (!plain) {
      return Optional.empty();
    }
    ForLoopTree counted = (ForLoopTree) loop;
    ExpressionStatementTree update = counted.getUpdate().get(0);
    return counted.getInitializer().get(0) instanceof VariableTree v
            && List.of("int", "long").contains(source.text(v.getType()))
            && steps(update, v.getName().toString())
            && unchanged(v.getName().toString(), counted)
        ? Optional.of(v.getName().toString())
        : Optional.empty();
  }

  private static boolean steps(ExpressionStatementTree update, String name) {
    return update.getExpression() instanceof UnaryTree u
        && (u.getKind() == Tree.Kind.POSTFIX_INCREMENT || u.getKind() == Tree.Kind.PREFIX_INCREMENT)
        && u.getExpression().toString().equals(name);
  }

  private boolean unchanged(String name, ForLoopTree loop) {
    return Names.uses(name, loop).stream()
        .filter(use -> !source.within(use, loop.getUpdate().get(0)))
        .noneMatch(names::assigns);
  }

  /** A name that no loop before it in its scope may want as well. */
  private String free(StatementTree loop) {
    long before =
        source.trees().stream()
            .filter(t -> body(t) != null && source.end(t) <= source.start(loop))
            .filter(t -> counter((StatementTree) t).isEmpty())
            .filter(t -> source.body(t) == source.body(loop) && source.within(loop, scope(t)))
            .count();
    String wanted = before == 0 ? "rounds" : "rounds" + (before + 1);
    return names.fresh(loop, wanted, "turns", "passes");
  }

  private Tree scope(Tree loop) {
    Tree up = source.parent(loop);
    return up instanceof LabeledStatementTree ? source.parent(up) : up;
  }

  private Outcome passing(StatementTree loop, String statement, String title) {
    StatementTree body = body(loop);
    String indent = source.indent(source.start(loop));
    String inner = indent + source.step();
    if (body instanceof BlockTree block) {
      int open = source.start(block) + 1;
      boolean empty = block.getStatements().isEmpty();
      String tail = empty && source.text(block).indexOf('\n') < 0 ? "\n" + indent : "";
      return Outcome.saying(title, source.replace(open, open, "\n" + inner + statement + tail));
    }
    String rest = body instanceof EmptyStatementTree ? "" : "\n" + inner + source.text(body);
    String text = "{\n" + inner + statement + rest + "\n" + indent + "}";
    int head = source.text(0, source.start(body)).stripTrailing().length();
    boolean comment = source.text(source.lineStart(head), head).contains("//");
    int from = comment ? source.start(body) : head;
    return Outcome.saying(
        title, source.replace(from, source.end(body), comment ? text : " " + text));
  }

  /** The first loop in the body of one; {@code null} when there is none. */
  private StatementTree inside(StatementTree loop) {
    for (Tree each : source.trees()) {
      boolean in = each != loop && body(each) != null && source.within(each, loop);
      if (in && source.body(each) == source.body(loop)) {
        return (StatementTree) each;
      }
    }
    return null;
  }

  private static StatementTree body(Tree loop) {
    if (loop instanceof WhileLoopTree w) {
      return w.getStatement();
    } else if (loop instanceof DoWhileLoopTree d) {
      return d.getStatement();
    } else if (loop instanceof ForLoopTree f) {
      return f.getStatement();
    }
    return loop instanceof EnhancedForLoopTree e ? e.getStatement() : null;
  }
}
