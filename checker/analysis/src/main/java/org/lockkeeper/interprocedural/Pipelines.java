package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Step;

/**
 * Where the operators of a chained pipeline run: on the scheduler that the nearest call before them
 * names.
 */
public final class Pipelines {
  private static final int MAX_CALLS = 24;

  /** Where a stage runs that is attached to another: on any thread that completes that one. */
  public static final String STAGE = "completing-thread";

  /** After what several others were waited for. */
  public static final String DONE = "all-done";

  private final FactBook book;

  /** As the facts name their operators. */
  public Pipelines(FactBook book) {
    this.book = book;
  }

  /** A call that made what the next one in a pipeline is called on. */
  public record Stage(Op.Call call, int number) {}

  /** The calls that lead to a call's object, the last first. */
  public static List<Stage> stages(int n, MethodFlow flow) {
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

  /**
   * The context of an operator call: what the nearest call before it moved the pipeline to, or else
   * where the whole of it starts. Empty when nothing in the chain names a scheduler.
   */
  Optional<String> context(int n, MethodFlow flow) {
    Optional<String> start = Optional.empty();
    for (Stage s : stages(n, flow)) {
      Optional<String> named = named(s.call(), s.number(), flow);
      if (named.isPresent()) {
        return named;
      }
      Optional<String> here = starts(s.call(), s.number(), flow);
      start = here.isPresent() ? here : start;
    }
    return start.isPresent() ? start : startsAfter(n, flow);
  }

  /** Further down the chain: the pipeline starts where the first call that says so tells. */
  private Optional<String> startsAfter(int n, MethodFlow flow) {
    int at = n;
    for (int calls = 0; calls < MAX_CALLS && at >= 0; calls++) {
      at = next(at, flow);
      Optional<String> start =
          at >= 0 && flow.op(at) instanceof Op.Call c ? starts(c, at, flow) : Optional.empty();
      if (start.isPresent()) {
        return start;
      }
    }
    return Optional.empty();
  }

  /** The call that is made on the result of another; -1 when there is none. */
  private static int next(int n, MethodFlow flow) {
    int[] found = {-1};
    flow.calls(
        (call, m) -> {
          boolean on = call.dispatch() != Op.Dispatch.STATIC && m != n && found[0] < 0;
          if (on && first(flow.args(m)) instanceof Sym.At at && at.origin() == n) {
            found[0] = m;
          }
        });
    return found[0];
  }

  /** Whether a stage is attached to what starts with a task of its own. */
  public boolean async(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .filter(s -> s.call().dispatch() == Op.Dispatch.STATIC)
        .flatMap(s -> book.all(Fact.Runs.class, s.call().method()).stream())
        .anyMatch(Fact.Runs::later);
  }

  /**
   * The call that starts what a stage is attached to, where each stage on the way has only one
   * attached to it: they run one after the other. The stage itself where that is not so.
   */
  public int start(int n, MethodFlow flow) {
    int start = n;
    for (Stage s : stages(n, flow)) {
      if (attached(s.number(), flow) > 1) {
        return n;
      }
      start = s.number();
    }
    return start;
  }

  /** How many stages are attached to what a call gave. */
  public int attached(int stage, MethodFlow flow) {
    int[] found = new int[1];
    flow.calls(
        (call, m) -> {
          boolean on = first(flow.args(m)) instanceof Sym.At at && at.origin() == stage;
          if (on && book.all(Fact.Runs.class, call.method()).stream().anyMatch(Fact.Runs::later)) {
            found[0]++;
          }
        });
    return found[0];
  }

  /** Whether a loop attaches each stage to the one of the round before. */
  public boolean grows(int n, MethodFlow flow) {
    Sym on = first(flow.args(n));
    boolean stage =
        flow.op(n) instanceof Op.Call call && call.method().returns().equals(call.method().owner());
    return stage
        && on != null
        && on.options().stream().anyMatch(o -> o instanceof Sym.At at && Phi.is(at.place()));
  }

  /** Where the stage runs its task that a stage is attached to; empty when nothing tells. */
  Optional<String> attachedTo(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .flatMap(s -> book.all(Fact.Runs.class, s.call().method()).stream())
        .filter(Fact.Runs::later)
        .map(Fact.Runs::context)
        .filter(c -> !c.isEmpty() && !c.equals(STAGE))
        .findFirst();
  }

  /** Whether several threads run the functions of a stream. */
  public boolean parallel(int n, MethodFlow flow) {
    Sym at = first(flow.args(n));
    for (int calls = 0; calls < MAX_CALLS && at instanceof Sym.At on; calls++) {
      for (int i = on.place().path().size() - 1; i >= 0; i--) {
        String part = on.place().path().get(i) instanceof Step.Part p ? p.text() : "";
        if (part.startsWith("parallel") || part.startsWith("sequential")) {
          return part.startsWith("parallel");
        }
      }
      at = maker(at, flow).map(c -> first(flow.args(on.origin()))).orElse(null);
    }
    return false;
  }

  /**
   * Whether each function of a call gets a number of its own: those of a range, of which some may
   * be left out.
   */
  public boolean numbers(int n, MethodFlow flow) {
    boolean range = false;
    for (Stage s : stages(n, flow)) {
      Sym[] args = flow.args(s.number());
      range = s.call().dispatch() == Op.Dispatch.STATIC;
      for (Sym arg : range ? new Sym[0] : Arrays.copyOfRange(args, 1, args.length)) {
        if (!(arg instanceof Sym.At at)
            || !flow.function(at.place().root())
                .filter(f -> f.target().returns().equals("boolean"))
                .isPresent()) {
          return false;
        }
      }
      range &=
          s.call().method().params().stream().allMatch(Primitives::is)
              && book.all(Fact.ReturnsTrait.class, s.call().method()).stream()
                  .anyMatch(f -> f.trait() == Fact.Trait.LIMITED);
    }
    return range;
  }

  /** Whether what a call goes through has no end of its own. */
  public boolean endless(int n, MethodFlow flow) {
    return stages(n, flow).stream()
        .flatMap(s -> book.all(Fact.ReturnsTrait.class, s.call().method()).stream())
        .map(Fact.ReturnsTrait::trait)
        .filter(t -> t == Fact.Trait.ENDLESS || t == Fact.Trait.LIMITED)
        .findFirst()
        .filter(t -> t == Fact.Trait.ENDLESS)
        .isPresent();
  }

  /** Whether literals say how many elements there are. */
  public boolean brief(int n, MethodFlow flow) {
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
    return book.all(Fact.Continues.class, call.method()).stream()
        .findFirst()
        .map(f -> scheduler(f.scheduler().position(), call, number, flow));
  }

  private Optional<String> starts(Op.Call call, int number, MethodFlow flow) {
    return book.all(Fact.Starts.class, call.method()).stream()
        .findFirst()
        .map(f -> scheduler(f.scheduler().position(), call, number, flow));
  }

  private String scheduler(int position, Op.Call call, int number, MethodFlow flow) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym scheduler = Outcomes.argument(position, flow.args(number), receiver);
    return maker(scheduler, flow)
        .map(c -> book.all(Fact.Provides.class, c.method()))
        .map(p -> p.isEmpty() ? "any" : p.get(0).context())
        .orElse("any");
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
