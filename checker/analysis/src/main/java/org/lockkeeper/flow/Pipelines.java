package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Step;

/**
 * Where the operators of a chained pipeline run: on the scheduler that the nearest call before them
 * names.
 */
final class Pipelines {
  private static final int MAX_CALLS = 24;

  /** After what several others were waited for. */
  private static final String DONE = "all-done";

  private final FactBook book;

  Pipelines(FactBook book) {
    this.book = book;
  }

  /** A call that made what the next one in a pipeline is called on. */
  private record Stage(Op.Call call, int number) {}

  /** The calls that lead to a call's object, the last first. */
  private static List<Stage> stages(int n, MethodFlow flow) {
    List<Stage> all = new ArrayList<>();
    Sym at = first(flow.args(n));
    Optional<Op.Call> call = maker(at, flow);
    while (call.isPresent() && all.size() < MAX_CALLS) {
      int number = ((Sym.At) at).origin();
      all.add(new Stage(call.get(), number));
      at = first(flow.args(number));
      call = maker(at, flow);
    }
    return all;
  }

  /** The context of an operator call; empty when nothing before it names a scheduler. */
  Optional<String> context(Op.Call operator, int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .flatMap(s -> named(s.call(), s.number(), flow).stream())
        .findFirst();
  }

  /** Whether a callback is attached to what is complete only when all that it waits for are. */
  boolean doneBefore(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .flatMap(s -> book.all(Fact.Provides.class, s.call().method()).stream())
        .anyMatch(f -> f.context().equals(DONE));
  }

  /** Whether a stage is attached to what starts with a task of its own. */
  boolean async(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .filter(s -> s.call().dispatch() == Op.Dispatch.STATIC)
        .flatMap(s -> book.all(Fact.Runs.class, s.call().method()).stream())
        .anyMatch(Fact.Runs::later);
  }

  /** Whether several threads run the functions of a stream. */
  boolean parallel(int n, MethodFlow flow) {
    Sym at = first(flow.args(n));
    for (int calls = 0; calls < MAX_CALLS && at instanceof Sym.At on; calls++) {
      for (Step step : on.place().path()) {
        if (step instanceof Step.Part p && p.text().startsWith("parallel")) {
          return true;
        }
      }
      at = maker(at, flow).map(c -> first(flow.args(on.origin()))).orElse(null);
    }
    return false;
  }

  /** Whether what a call goes through has no end of its own. */
  boolean endless(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .flatMap(s -> book.all(Fact.ReturnsTrait.class, s.call().method()).stream())
        .map(Fact.ReturnsTrait::trait)
        .filter(t -> t == Fact.Trait.ENDLESS || t == Fact.Trait.LIMITED)
        .findFirst()
        .filter(t -> t == Fact.Trait.ENDLESS)
        .isPresent();
  }

  /** Whether literals say how many elements there are. */
  boolean brief(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .filter(s -> few(s.call(), flow.args(s.number())))
        .flatMap(s -> book.all(Fact.ReturnsTrait.class, s.call().method()).stream())
        .anyMatch(f -> f.trait() == Fact.Trait.LIMITED);
  }

  private static boolean few(Op.Call call, Sym[] args) {
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    for (int i = first; i < args.length; i++) {
      boolean small =
          args[i] instanceof Sym.Lit l
              && l.value() instanceof Number bound
              && Math.abs(bound.longValue()) <= TripCounts.SHORT;
      if (!small) {
        return false;
      }
    }
    return args.length > first;
  }

  private Optional<String> named(Op.Call call, int number, MethodFlow flow) {
    List<Fact.Provides> source = book.all(Fact.Provides.class, call.method());
    if (!source.isEmpty()) {
      return Optional.of(source.get(0).context());
    }
    List<Fact.Continues> moves = book.all(Fact.Continues.class, call.method());
    if (moves.isEmpty()) {
      return Optional.empty();
    }
    int position = moves.get(0).scheduler().position();
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym scheduler = Outcomes.argument(position, flow.args(number), receiver);
    return maker(scheduler, flow)
        .map(c -> book.all(Fact.Provides.class, c.method()))
        .map(p -> p.isEmpty() ? "any" : p.get(0).context())
        .or(() -> Optional.of("any"));
  }

  private static Sym first(Sym[] args) {
    return args.length > 0 ? args[0] : null;
  }

  private static Optional<Op.Call> maker(Sym sym, MethodFlow flow) {
    return sym instanceof Sym.At at
            && at.origin() >= 0
            && flow.op(at.origin()) instanceof Op.Call call
        ? Optional.of(call)
        : Optional.empty();
  }
}
