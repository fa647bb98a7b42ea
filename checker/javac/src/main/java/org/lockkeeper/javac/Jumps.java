package org.lockkeeper.javac;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/** Ways out of statements: break, continue, yield and return run the clean-ups that they pass. */
final class Jumps {
  private final Lowering lowering;
  private Scope scope;
  private List<String> labels = new ArrayList<>(0);

  Jumps(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The innermost statement. */
  Scope scope() {
    return scope;
  }

  void enter(Scope inner) {
    scope = inner;
  }

  void exit() {
    scope = scope.outer();
  }

  /** The next statement has this label. */
  void label(String label) {
    labels.add(label);
  }

  /** The labels of the statement that starts here. */
  List<String> takeLabels() {
    if (labels.isEmpty()) {
      return List.of();
    }
    List<String> taken = labels;
    labels = new ArrayList<>(0);
    return taken;
  }

  void breakOut(String label, Site site) {
    Scope to = scope;
    while (to != null && !breaksAt(to, label)) {
      to = to.outer();
    }
    if (to != null) {
      jump(to, to.onBreak(), site);
    }
  }

  private static boolean breaksAt(Scope each, String label) {
    if (label != null) {
      return each.labels().contains(label);
    }
    return each.onBreak() != null
        && each.result() == null
        && !each.labels().contains(Statements.NO_PLAIN_BREAK);
  }

  void continueAt(String label, Site site) {
    Scope to = scope;
    while (to != null
        && (to.onContinue() == null || label != null && !to.labels().contains(label))) {
      to = to.outer();
    }
    if (to != null) {
      jump(to, to.onContinue(), site);
    }
  }

  void yield(Value value, Site site) {
    Scope to = scope;
    while (to != null && to.result() == null) {
      to = to.outer();
    }
    if (to != null) {
      lowering.assign(to.result(), value, site);
      jump(to, to.onBreak(), site);
    }
  }

  void returns(Op.Return op) {
    List<Block.Handler> handlers = lowering.graph.handlers();
    leave(null, op.site());
    lowering.graph.add(op);
    resume(handlers);
  }

  private void jump(Scope to, Graph.Node target, Site site) {
    List<Block.Handler> handlers = lowering.graph.handlers();
    leave(to, site);
    lowering.graph.go(target);
    resume(handlers);
  }

  private void resume(List<Block.Handler> handlers) {
    lowering.graph.stop();
    lowering.graph.under(handlers);
  }

  private void leave(Scope to, Site site) {
    Scope from = scope;
    for (Scope each = from; each != to && lowering.graph.reachable(); each = each.outer()) {
      if (each.cleanup() != null) {
        scope = each.outer();
        lowering.graph.under(each.handlers());
        each.cleanup().accept(site);
      }
    }
    scope = from;
  }
}
