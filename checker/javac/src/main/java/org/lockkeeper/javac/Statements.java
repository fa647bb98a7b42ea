package org.lockkeeper.javac;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers statements. */
final class Statements extends SimpleTreeVisitor<Void, Void> {
  /**
   * Marks the scope of a label that is on no loop or switch: only {@code break} with the label ends
   * there.
   */
  static final String NO_PLAIN_BREAK = "";

  private static final MethodRef HAS_NEXT =
      new MethodRef("java.util.Iterator", "hasNext", List.of(), "boolean");
  private static final MethodRef NEXT =
      new MethodRef("java.util.Iterator", "next", List.of(), Names.OBJECT);

  private final Lowering in;
  private final Graph graph;
  private final Protected guarded;
  private final Switches switches;

  Statements(Lowering in) {
    this.in = in;
    this.graph = in.graph;
    this.guarded = new Protected(in);
    this.switches = new Switches(in);
  }

  Switches switches() {
    return switches;
  }

  void lower(Tree tree) {
    if (tree != null) {
      tree.accept(this, null);
    }
  }

  void lower(List<? extends Tree> trees) {
    for (Tree each : trees) {
      lower(each);
    }
  }

  @Override
  protected Void defaultAction(Tree tree, Void none) {
    in.expressions.children(tree);
    return null;
  }

  @Override
  public Void visitBlock(BlockTree tree, Void none) {
    List<String> labels = in.jumps.takeLabels();
    if (labels.isEmpty()) {
      lower(tree.getStatements());
    } else {
      labelled(labels, tree);
    }
    return null;
  }

  private void labelled(List<String> labels, Tree tree) {
    labels.add(NO_PLAIN_BREAK);
    Graph.Node after = graph.node();
    in.jumps.enter(Scope.target(in.jumps.scope(), labels, after, null));
    lower(tree);
    in.jumps.exit();
    graph.go(after);
    graph.start(after);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void none) {
    if (in.element(tree) instanceof VariableElement variable) {
      Var var = in.declare(variable);
      graph.annotate(var, in.classes.annotations(variable, tree.getModifiers()));
      if (tree.getInitializer() != null) {
        in.assign(var, in.lower(tree.getInitializer()), in.site(tree));
      }
    } else if (tree.getInitializer() != null) {
      in.lower(tree.getInitializer());
    }
    return null;
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree tree, Void none) {
    in.expressions.effect(tree.getExpression());
    return null;
  }

  @Override
  public Void visitIf(IfTree tree, Void none) {
    Graph.Node yes = graph.node();
    Graph.Node no = graph.node();
    Graph.Node after = tree.getElseStatement() == null ? no : graph.node();
    in.conditions.branch(tree.getCondition(), yes, no);
    graph.start(yes);
    lower(tree.getThenStatement());
    graph.go(after);
    if (tree.getElseStatement() != null) {
      graph.start(no);
      lower(tree.getElseStatement());
      graph.go(after);
    }
    graph.start(after);
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void none) {
    loop(tree, tree.getCondition(), tree.getStatement(), List.of());
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void none) {
    List<String> labels = in.jumps.takeLabels();
    lower(tree.getInitializer());
    labels.forEach(in.jumps::label);
    loop(tree, tree.getCondition(), tree.getStatement(), tree.getUpdate());
    return null;
  }

  private void loop(
      Tree tree, ExpressionTree condition, StatementTree body, List<? extends Tree> update) {
    Graph.Node head = graph.loop(in.site(tree));
    Graph.Node start = graph.node();
    Graph.Node again = update.isEmpty() ? head : graph.node();
    Graph.Node after = graph.node();
    graph.go(head);
    graph.start(head);
    List<String> labels = in.jumps.takeLabels();
    if (condition == null) {
      graph.go(start);
    } else {
      in.conditions.branch(condition, start, after);
    }
    graph.start(start);
    in.jumps.enter(Scope.loop(in.jumps.scope(), labels, after, again));
    lower(body);
    in.jumps.exit();
    graph.go(again);
    if (again != head) {
      graph.start(again);
      lower(update);
      graph.go(head);
    }
    graph.start(after);
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void none) {
    List<String> labels = in.jumps.takeLabels();
    Graph.Node start = graph.loop(in.site(tree));
    Graph.Node test = graph.node();
    Graph.Node after = graph.node();
    graph.go(start);
    graph.start(start);
    in.jumps.enter(Scope.loop(in.jumps.scope(), labels, after, test));
    lower(tree.getStatement());
    in.jumps.exit();
    graph.go(test);
    graph.start(test);
    in.conditions.branch(tree.getCondition(), start, after);
    graph.start(after);
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void none) {
    List<String> labels = in.jumps.takeLabels();
    TypeMirror type = in.unit.type(tree.getExpression());
    Value over = in.lower(tree.getExpression());
    Site site = in.unit.site(in.ref, in.unit.positions().start(tree.getExpression()));
    labels.forEach(in.jumps::label);
    if (type != null && type.getKind() == TypeKind.ARRAY) {
      overArray(tree, over, site);
    } else {
      overIterable(tree, over, in.names.type(type), site);
    }
    return null;
  }

  private void overIterable(EnhancedForLoopTree tree, Value over, String type, Site site) {
    Graph.Node head = graph.loop(in.site(tree));
    Graph.Node start = graph.node();
    Graph.Node after = graph.node();
    MethodRef iterator = new MethodRef(type, "iterator", List.of(), "java.util.Iterator");
    Var it =
        in.call(
                in.names.intern(iterator),
                Op.Dispatch.VIRTUAL,
                List.of(over),
                HAS_NEXT.owner(),
                site)
            .orElseThrow();
    graph.go(head);
    graph.start(head);
    Var more = in.call(HAS_NEXT, Op.Dispatch.VIRTUAL, List.of(it), "boolean", site).orElseThrow();
    in.conditions.test(more, site, start, after);
    graph.start(start);
    Var next = in.call(NEXT, Op.Dispatch.VIRTUAL, List.of(it), Names.OBJECT, site).orElseThrow();
    Var each = declared(tree.getVariable());
    boolean plain = each.type().equals(Names.OBJECT);
    graph.add(new Op.Copy(each, plain ? "" : "cast", List.of(next), in.site(tree.getVariable())));
    body(tree, head, after);
    graph.go(head);
    graph.start(after);
  }

  private void overArray(EnhancedForLoopTree tree, Value over, Site site) {
    Graph.Node head = graph.loop(in.site(tree));
    Graph.Node start = graph.node();
    Graph.Node again = graph.node();
    Graph.Node after = graph.node();
    Var array = in.copy(over.type(), "", List.of(over), site);
    Var length = in.copy("int", "length", List.of(array), site);
    Var index = in.copy("int", "", List.of(new Value.Const(0, "int")), site);
    graph.go(head);
    graph.start(head);
    graph.branch(index, Op.Relation.LT, length, site, start, after);
    graph.start(start);
    Var each = declared(tree.getVariable());
    Op.Slot slot = new Op.Slot(Optional.of(array), FieldRef.ELEMENT, Optional.of(index));
    Var element = in.temp(each.type());
    graph.add(new Op.Read(element, slot, site));
    in.assign(each, element, in.site(tree.getVariable()));
    body(tree, again, after);
    graph.go(again);
    graph.start(again);
    graph.add(new Op.Copy(index, "+", List.of(index, new Value.Const(1, "int")), site));
    graph.go(head);
    graph.start(after);
  }

  private Var declared(VariableTree tree) {
    return in.element(tree) instanceof VariableElement variable
        ? in.declare(variable)
        : in.unknown(tree.getName().toString(), Names.UNKNOWN);
  }

  private void body(EnhancedForLoopTree tree, Graph.Node again, Graph.Node after) {
    List<String> labels = in.jumps.takeLabels();
    in.jumps.enter(Scope.loop(in.jumps.scope(), labels, after, again));
    lower(tree.getStatement());
    in.jumps.exit();
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void none) {
    in.jumps.label(tree.getLabel().toString());
    switch (tree.getStatement().getKind()) {
      case BLOCK:
      case LABELED_STATEMENT:
      case FOR_LOOP:
      case ENHANCED_FOR_LOOP:
      case WHILE_LOOP:
      case DO_WHILE_LOOP:
      case SWITCH:
        lower(tree.getStatement());
        break;
      default:
        labelled(in.jumps.takeLabels(), tree.getStatement());
    }
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void none) {
    switches.statement(tree);
    return null;
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void none) {
    guarded.monitor(tree);
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void none) {
    guarded.attempt(tree);
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void none) {
    Optional<Value> value = Optional.ofNullable(tree.getExpression()).map(in::lower);
    in.jumps.returns(new Op.Return(value, false, in.site(tree)));
    return null;
  }

  @Override
  public Void visitThrow(ThrowTree tree, Void none) {
    in.rethrow(in.lower(tree.getExpression()), in.site(tree));
    return null;
  }

  @Override
  public Void visitBreak(BreakTree tree, Void none) {
    String label = tree.getLabel() == null ? null : tree.getLabel().toString();
    in.jumps.breakOut(label, in.site(tree));
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void none) {
    String label = tree.getLabel() == null ? null : tree.getLabel().toString();
    in.jumps.continueAt(label, in.site(tree));
    return null;
  }

  @Override
  public Void visitYield(YieldTree tree, Void none) {
    in.jumps.yield(in.lower(tree.getValue()), in.site(tree));
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    in.classes.local(tree, in);
    return null;
  }

  @Override
  public Void visitAssert(AssertTree tree, Void none) {
    if (ContractFinder.in(tree.getCondition())) {
      Graph.Node holds = graph.node();
      Graph.Node fails = graph.node();
      in.conditions.branch(tree.getCondition(), holds, fails);
      graph.start(fails);
      in.rethrow(Value.Const.NULL, in.site(tree));
      graph.start(holds);
    }
    return null;
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree tree, Void none) {
    return null;
  }
}
