package org.lockkeeper.edit;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Site;

/** Finds the trees that operations were lowered from. */
final class Anchors {
  private final Source source;

  Anchors(Source source) {
    this.source = source;
  }

  /** The call at a place: the one between whose receiver and arguments it lies. */
  Optional<MethodInvocationTree> call(Site site) {
    return find(site, MethodInvocationTree.class);
  }

  /** The statement that starts at a place. */
  Optional<StatementTree> statement(Site site) {
    Tree found = null;
    for (Tree each : source.trees()) {
      if (each instanceof StatementTree && source.start(each) == site.offset()) {
        found = found == null ? each : found;
      }
    }
    return Optional.ofNullable((StatementTree) found);
  }

  /** The innermost tree of a kind that a place is the mark of. */
  <T extends Tree> Optional<T> find(Site site, Class<T> kind) {
    T found = null;
    for (Tree each : source.trees()) {
      if (kind.isInstance(each) && marks(each, site.offset())) {
        found = kind.cast(each);
      }
    }
    return Optional.ofNullable(found);
  }

  /** The innermost tree that a place is the mark of: call, write, read or statement. */
  Optional<Tree> any(Site site) {
    Tree found = null;
    for (Tree each : source.trees()) {
      boolean statement = each instanceof StatementTree && source.start(each) == site.offset();
      found = statement || marks(each, site.offset()) ? each : found;
    }
    return Optional.ofNullable(found);
  }

  private boolean marks(Tree tree, int offset) {
    if (offset < source.start(tree) || offset >= source.end(tree)) {
      return false;
    }
    if (tree instanceof MethodInvocationTree call) {
      Tree select = call.getMethodSelect();
      List<? extends Tree> args = call.getArguments();
      int to = args.isEmpty() ? source.end(tree) : source.start(args.get(0));
      return offset >= nameStart(select) && offset < to;
    } else if (tree instanceof AssignmentTree a) {
      return between(a.getVariable(), offset, a.getExpression());
    } else if (tree instanceof CompoundAssignmentTree c) {
      return between(c.getVariable(), offset, c.getExpression());
    } else if (tree instanceof UnaryTree u) {
      Tree operand = u.getExpression();
      return offset < source.start(operand) || offset >= source.end(operand);
    } else if (tree instanceof MemberSelectTree) {
      return offset >= nameStart(tree);
    }
    return tree instanceof IdentifierTree || tree instanceof VariableTree;
  }

  private boolean between(Tree left, int offset, Tree right) {
    return offset >= source.end(left) && offset < source.start(right);
  }

  /** Where the dot before a member's name may stand. */
  private int nameStart(Tree select) {
    return select instanceof MemberSelectTree m
        ? source.end(m.getExpression())
        : source.start(select);
  }

  /** The line of a place, which may be known where its offset is not. */
  int line(Site site) {
    LineMap lines = source.unit().getLineMap();
    return site.offset() < 0 ? site.line() : (int) lines.getLineNumber(site.offset());
  }
}
