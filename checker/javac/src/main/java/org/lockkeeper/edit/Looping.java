package org.lockkeeper.edit;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import org.lockkeeper.check.Edit;

/** A statement that each round of a loop passes. */
final class Looping {
  private final Source source;

  Looping(Source source) {
    this.source = source;
  }

  Outcome carry(Edit.YieldInLoop edit) {
    StatementTree loop = new Anchors(source).statement(edit.anchor()).orElse(null);
    if (loop == null || body(loop) == null) {
      return Outcome.refused("the loop has no body of its own to put a statement in");
    }
    Outcome all = passing(loop, edit.statement());
    if (edit.inner()) {
      for (StatementTree in = inside(loop); in != null && inside(in) != null; in = inside(in)) {
        all = all.and(passing(in, edit.statement()));
      }
    }
    return all;
  }

  private Outcome passing(StatementTree loop, String call) {
    StatementTree body = body(loop);
    String indent = source.indent(source.start(loop));
    String inner = indent + source.step();
    String statement = call + ";";
    String title = "`" + call + "` in every round";
    if (body instanceof BlockTree block) {
      int open = source.start(block) + 1;
      boolean empty = block.getStatements().isEmpty();
      String tail = empty && source.text(block).indexOf('\n') < 0 ? "\n" + indent : "";
      return Outcome.saying(title, source.replace(open, open, "\n" + inner + statement + tail));
    }
    String rest = body instanceof EmptyStatementTree ? "" : "\n" + inner + source.text(body);
    String text = "{\n" + inner + statement + rest + "\n" + indent + "}";
    return Outcome.saying(title, source.replace(body, text));
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
