package org.lockkeeper.javac;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.VariableElement;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers {@code synchronized} and {@code try}: what runs on each way out, by exceptions too. */
final class Protected {
  private static final MethodRef SUPPRESS =
      new MethodRef(Names.THROWABLE, "addSuppressed", List.of(Names.THROWABLE), "void");

  private final Lowering in;
  private final Graph graph;

  Protected(Lowering in) {
    this.in = in;
    this.graph = in.graph;
  }

  /** The monitor is released on every way out (JLS 14.19). */
  void monitor(SynchronizedTree tree) {
    Value lock = in.lower(tree.getExpression());
    Site site = in.site(tree);
    Var held = in.copy(lock.type(), "", List.of(lock), in.site(tree.getExpression()));
    graph.add(new Op.Enter(held, site));
    Site end = in.unit.site(in.ref, in.unit.positions().closing(tree.getBlock()));
    protect(
        () -> in.lower(tree.getBlock()),
        at -> graph.add(new Op.Exit(held, at)),
        exception -> graph.add(new Op.Exit(held, end)),
        end,
        site);
  }

  /** The body, and what follows it normally (at its end) or by jumps, and by exceptions. */
  private void protect(
      Runnable body, Consumer<Site> leaving, Consumer<Var> thrown, Site end, Site site) {
    List<Block.Handler> outside = graph.handlers();
    Graph.Node failed = graph.node();
    Graph.Node after = graph.node();
    graph.under(in.catchAll(failed));
    in.jumps.enter(Scope.guarded(in.jumps.scope(), outside, leaving));
    body.run();
    in.jumps.exit();
    graph.under(outside);
    if (graph.reachable()) {
      leaving.accept(end);
    }
    graph.go(after);
    graph.start(failed);
    if (graph.reachable()) {
      Var exception = in.caught(Names.THROWABLE, site);
      thrown.accept(exception);
      in.rethrow(exception, site);
    }
    graph.start(after);
  }

  /** A {@code try} of any kind (JLS 14.20). */
  void attempt(TryTree tree) {
    if (tree.getFinallyBlock() == null) {
      catching(tree);
      return;
    }
    Runnable last = () -> in.lower(tree.getFinallyBlock());
    Site site = in.site(tree.getFinallyBlock());
    protect(() -> catching(tree), at -> last.run(), exception -> last.run(), site, site);
  }

  private void catching(TryTree tree) {
    if (tree.getCatches().isEmpty()) {
      resources(tree, 0);
      return;
    }
    List<Block.Handler> outside = graph.handlers();
    Graph.Node after = graph.node();
    List<Graph.Node> starts = new ArrayList<>();
    List<Block.Handler> inside = new ArrayList<>();
    for (CatchTree each : tree.getCatches()) {
      Graph.Node start = graph.node();
      starts.add(start);
      for (String type : caughtTypes(each.getParameter().getType())) {
        inside.add(graph.handler(type, start));
      }
    }
    graph.under(withOuter(inside, outside));
    resources(tree, 0);
    graph.under(outside);
    graph.go(after);
    for (int i = 0; i < starts.size(); i++) {
      graph.start(starts.get(i));
      handle(tree.getCatches().get(i));
      graph.go(after);
    }
    graph.start(after);
  }

  private static List<Block.Handler> withOuter(
      List<Block.Handler> inside, List<Block.Handler> outside) {
    List<Block.Handler> all = new ArrayList<>(inside);
    boolean complete = inside.stream().anyMatch(h -> h.type().equals(Names.THROWABLE));
    if (!complete) {
      all.addAll(outside);
    }
    return List.copyOf(all);
  }

  private List<String> caughtTypes(Tree type) {
    if (type instanceof UnionTypeTree union) {
      List<String> all = new ArrayList<>();
      for (Tree each : union.getTypeAlternatives()) {
        all.add(in.type(each));
      }
      return all;
    }
    return List.of(in.type(type));
  }

  private void handle(CatchTree tree) {
    if (!graph.reachable()) {
      return;
    }
    VariableTree parameter = tree.getParameter();
    if (in.element(parameter) instanceof VariableElement variable) {
      Var caught = in.declare(variable);
      graph.add(new Op.Copy(caught, "catch", List.of(), in.site(parameter)));
    }
    in.lower(tree.getBlock());
  }

  private void resources(TryTree tree, int index) {
    if (index == tree.getResources().size()) {
      in.lower(tree.getBlock());
      return;
    }
    Tree resource = tree.getResources().get(index);
    Value opened = open(resource);
    boolean nullable =
        !(resource instanceof VariableTree variable
            && variable.getInitializer() instanceof NewClassTree);
    String type =
        resource instanceof VariableTree variable
                && in.element(variable) instanceof VariableElement v
            ? in.names.type(v.asType())
            : in.type(resource);
    MethodRef close = in.names.intern(new MethodRef(type, "close", List.of(), "void"));
    Site site = in.site(tree);
    Site end = in.unit.site(in.ref, in.unit.positions().closing(tree.getBlock()));
    protect(
        () -> resources(tree, index + 1),
        at -> close(close, opened, nullable, end),
        caught -> closeAfter(close, opened, nullable, caught, site),
        end,
        site);
  }

  private Value open(Tree resource) {
    if (resource instanceof ExpressionTree expression) {
      return in.lower(expression);
    }
    in.statements.lower(resource);
    return in.element(resource) instanceof VariableElement variable
        ? in.declare(variable)
        : Value.Const.NULL;
  }

  private void close(MethodRef close, Value resource, boolean nullable, Site site) {
    Graph.Node after = graph.node();
    if (nullable) {
      Graph.Node there = graph.node();
      graph.branch(resource, Op.Relation.NE, Value.Const.NULL, site, there, after);
      graph.start(there);
    }
    in.call(close, Op.Dispatch.VIRTUAL, List.of(resource), "void", site);
    graph.go(after);
    graph.start(after);
  }

  private void closeAfter(
      MethodRef close, Value resource, boolean nullable, Var exception, Site site) {
    List<Block.Handler> outside = graph.handlers();
    Graph.Node again = graph.node();
    Graph.Node after = graph.node();
    graph.under(in.catchAll(again));
    close(close, resource, nullable, site);
    graph.under(outside);
    graph.go(after);
    graph.start(again);
    Var second = in.caught(Names.THROWABLE, site);
    in.call(SUPPRESS, Op.Dispatch.VIRTUAL, List.of(exception, second), "void", site);
    graph.go(after);
    graph.start(after);
  }
}
