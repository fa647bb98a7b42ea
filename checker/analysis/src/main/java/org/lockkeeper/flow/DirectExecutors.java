package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value.Var;

/** Executors that run a task in the call that hands it over: {@code Runnable::run}. */
final class DirectExecutors {
  /** The context of whoever calls. */
  private static final String CALLER = "caller";

  private final Hierarchy hierarchy;
  private final FactBook book;
  private final Knowledge knowledge;
  private final Handoffs handoffs;
  private final Map<FieldRef, List<Op>> makers = new HashMap<>();

  DirectExecutors(Hierarchy hierarchy, FactBook book, Knowledge knowledge, Handoffs handoffs) {
    this.hierarchy = hierarchy;
    this.book = book;
    this.knowledge = knowledge;
    this.handoffs = handoffs;
  }

  /** Whether the executor that a call is made on, or given after the task, is one of them. */
  boolean take(Op.Call call, int n, MethodFlow flow) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    return receiver ? is(args[0], flow) : args.length == 2 && is(args[1], flow);
  }

  private boolean is(Sym executor, MethodFlow flow) {
    if (!(executor instanceof Sym.At at)) {
      return false;
    }
    Optional<FieldRef> field = at.place().field();
    if (field.isPresent()) {
      List<Op> all = makers.computeIfAbsent(field.get(), this::makers);
      return !all.isEmpty() && all.stream().allMatch(this::makes);
    }
    int made = at.place().root() instanceof Root.Fresh f ? f.op() : at.origin();
    return at.place().path().isEmpty() && made >= 0 && made < flow.ops() && makes(flow.op(made));
  }

  /** Whether an operation makes one. */
  private boolean makes(Op op) {
    if (op instanceof Op.Call call) {
      return book.all(Fact.Provides.class, call.method()).stream()
          .anyMatch(p -> p.context().equals(CALLER));
    }
    if (!(op instanceof Op.New made)) {
      return false;
    }
    if (made.function().isEmpty()) {
      return handoffs
          .function(made.type())
          .flatMap(f -> hierarchy.resolve(f.in(made.type())))
          .filter(m -> runsLast(m.ref()))
          .isPresent();
    }
    Op.Function function = made.function().get();
    boolean itself = function.captures().isEmpty() && handoffs.runs(function.target());
    return itself || runsLast(function.target());
  }

  /** A function's own parameters come after what it captures. */
  private boolean runsLast(MethodRef method) {
    int last = method.params().size() - 1;
    return knowledge.summary(method).runsNow().stream().anyMatch(r -> r.param() == last);
  }

  /** The operations that make what constructors write to a final field; {@code null} for others. */
  private List<Op> makers(FieldRef field) {
    ClassInfo owner = hierarchy.find(field.owner()).orElse(null);
    List<Op> all = new ArrayList<>();
    boolean fixed = owner != null && knowledge.fixed(field);
    for (MethodInfo m : fixed ? owner.methods() : List.<MethodInfo>of()) {
      if (m.ref().name().startsWith("<") && m.hasBody()) {
        written(field, m.body().get().blocks(), all);
      }
    }
    return all;
  }

  private static void written(FieldRef field, List<Block> blocks, List<Op> into) {
    Map<Integer, Op> made = new HashMap<>();
    for (Block block : blocks) {
      for (Op op : block.ops()) {
        Var to = Operands.made(op);
        if (to != null) {
          boolean moved = op instanceof Op.Copy c && c.operator().isEmpty();
          Op from =
              moved && ((Op.Copy) op).from().get(0) instanceof Var v ? made.get(v.index()) : op;
          made.put(to.index(), made.containsKey(to.index()) ? null : from);
        }
        if (op instanceof Op.Write w && w.slot().field().equals(field)) {
          into.add(w.value() instanceof Var v ? made.get(v.index()) : null);
        }
      }
    }
  }
}
