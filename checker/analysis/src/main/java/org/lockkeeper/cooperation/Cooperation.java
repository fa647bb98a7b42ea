package org.lockkeeper.cooperation;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Hog;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Contexts;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/** What cooperative code does to the tasks that share its thread: waits, and long loops. */
public final class Cooperation {
  /** Contexts of ordinary threads, which are there to be kept busy. */
  private static final Set<String> PREEMPTED = Set.of("fork-join", "completing-thread");

  /** Waits for a whole pipeline, which no operator of another may do wherever it runs. */
  private static final String TERMINAL = "reactive";

  private final Flows flows;
  private final FieldUses uses;
  private final Contexts contexts;
  private final Effects effects;

  /**
   * A call in cooperative code that may wait.
   *
   * @param at where the cooperative code calls
   * @param call what it calls
   */
  public record Wait(
      MethodRef in, Contexts.Context context, Site at, MethodRef call, Effects.Blocking blocking) {}

  /**
   * A long loop that cooperative code runs.
   *
   * @param at the loop statement, or the call in the cooperative code that leads to it
   * @param loop the loop statement
   * @param inner the loop that each round goes through; {@code null} for none
   */
  public record LongLoop(
      MethodRef in,
      Contexts.Context context,
      Site at,
      Site loop,
      boolean unbounded,
      int degree,
      List<Summary.Via> via,
      String why,
      Site inner) {}

  /** Of a solved compilation. */
  public Cooperation(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.contexts = new Contexts(flows);
    this.effects = new Effects(flows);
    List<MethodRef> roots = new ArrayList<>();
    for (MethodFlow flow : flows.all()) {
      contexts.of(flow.method().ref()).ifPresent(c -> roots.add(flow.method().ref()));
    }
    Set<String> families = new TreeSet<>();
    contexts.names().forEach(name -> families.add(Effects.family(name)));
    for (List<MethodInfo> group : flows.order().reachable(roots)) {
      boolean changed = true;
      for (int round = 0; changed && round < (flows.order().recursive(group) ? 4 : 1); round++) {
        changed = false;
        for (MethodInfo m : group) {
          Optional<MethodFlow> flow = flows.flowAnywhere(m);
          changed |= flow.isPresent() && effects.learn(m.ref(), effect(flow.get(), families));
        }
      }
    }
  }

  /** The context of a method that is cooperative itself. */
  public Optional<Contexts.Context> context(MethodRef method) {
    return contexts.of(method);
  }

  /** What calls do, as far as cooperative code reaches them. */
  public Effects effects() {
    return effects;
  }

  private Effects.Effect effect(MethodFlow flow, Set<String> families) {
    Hogs own = hogs(flow);
    Effects.Effect effect = own.effect(families);
    List<Recursions.Circle> circles = effect.yields() ? List.of() : new Recursions(flows).in(flow);
    for (Recursions.Circle c : circles) {
      for (String family : families) {
        if (!own.yieldsBefore(c.op(), family)) {
          List<Summary.Via> via = recursion(flow, c);
          effect.hogs().get(family).add(Hog.endless(c.site(), via, c.why(), false));
        }
      }
    }
    return effect;
  }

  private Hogs hogs(MethodFlow flow) {
    return new Hogs(flow, flows, flows.book(), effects, flows.handoffs(), uses);
  }

  /**
   * Waits in one method; none when it is not cooperative or may wait.
   *
   * @param strict whether native methods that nobody describes count as well
   */
  public List<Wait> waits(MethodFlow flow, boolean strict) {
    List<Wait> found = new ArrayList<>();
    MethodRef method = flow.method().ref();
    boolean somewhere = contexts.of(method).isEmpty();
    Contexts.Context context =
        (somewhere ? contexts.operator(method) : contexts.of(method)).orElse(null);
    if (context == null || context.mayBlock()) {
      return found;
    }
    List<Wait> implied = new ArrayList<>();
    Set<List<Object>> closed = closings(flow);
    AwaitedTogether together = new AwaitedTogether(flow, flows.book());
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && !again(call, n, flow, closed)) {
            Sym on = Knowledge.receiver(call, n, flow);
            blocking(call, n, flow, at, strict)
                .filter(b -> !together.before(n, on))
                .filter(b -> !somewhere || b.kind().equals(TERMINAL))
                .filter(b -> !effects.yields(call, n, flow, context.name()))
                .map(b -> new Wait(method, context, call.site(), call.method(), b))
                .ifPresent((suppresses(n, flow) ? implied : found)::add);
          }
        });
    for (Wait close : implied) {
      if (found.stream().noneMatch(w -> w.at().sameLine(close.at()))) {
        found.add(close);
      }
    }
    return found;
  }

  /** Said elsewhere, or known to be done. */
  private boolean again(Op.Call call, int n, MethodFlow flow, Set<List<Object>> closed) {
    return done(n, flow)
        || !suppresses(n, flow) && closed.contains(closing(call))
        || here(call, n, flow);
  }

  private Optional<Effects.Blocking> blocking(
      Op.Call call, int n, MethodFlow flow, Point at, boolean strict) {
    Optional<Effects.Blocking> b = effects.blocking(call, n, flow, at);
    if (b.isEmpty() && !Effects.elsewhere(at)) {
      b = handed(call, n, flow);
    }
    if (b.isEmpty() && strict) {
      b = unknownNative(call);
    }
    return b.filter(x -> !x.kind().startsWith("lock"));
  }

  /** A callback waits for what it is the callback of. */
  private boolean done(int call, MethodFlow flow) {
    Sym[] args = flow.args(call);
    return args.length > 0 && contexts.done(flow.method().ref(), args[0]);
  }

  /** A native method of the analysed classes that nobody describes. */
  private Optional<Effects.Blocking> unknownNative(Op.Call call) {
    boolean known =
        flows.book().denies(Fact.Blocks.class, call.method())
            || flows.book().says(Fact.Yields.class, call.method());
    boolean own = flows.classes().stream().anyMatch(c -> c.name().equals(call.method().owner()));
    return known || !own
        ? Optional.empty()
        : flows
            .hierarchy()
            .resolve(call.method())
            .filter(m -> m.has(Modifier.NATIVE))
            .map(m -> new Effects.Blocking(m.ref(), "native", call.site(), List.of()));
  }

  /** What is closed after an exception is closed on the other ways out as well: said once. */
  private static Set<List<Object>> closings(MethodFlow flow) {
    Set<List<Object>> all = new HashSet<>();
    flow.calls(
        (call, n) -> {
          if (suppresses(n, flow)) {
            all.add(closing(call));
          }
        });
    return all;
  }

  private static List<Object> closing(Op.Call call) {
    return List.of(call.method(), call.args());
  }

  /** Whether a call closes a resource while an exception is on its way (JLS 14.20.3.1). */
  private static boolean suppresses(int n, MethodFlow flow) {
    for (Block.Handler h : flow.body().blocks().get(flow.blockOf(n)).handlers()) {
      for (Op op : flow.body().blocks().get(h.target()).ops()) {
        if (op instanceof Op.Call c && c.method().name().equals("addSuppressed")) {
          return true;
        }
      }
    }
    return false;
  }

  /** A function without a body of its own here that the call runs at once. */
  private Optional<Effects.Blocking> handed(Op.Call call, int n, MethodFlow flow) {
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      if (!h.later() && h.declared() && contexts.of(h.target().ref()).isEmpty()) {
        Optional<Effects.Blocking> b = effects.inside(call, h.target());
        if (b.isPresent()) {
          return b;
        }
      }
    }
    return Optional.empty();
  }

  /** Methods of others that are made cooperative tasks here and may wait. */
  public List<Wait> references(MethodFlow flow) {
    List<Wait> found = contracted(flow);
    flow.calls(
        (call, n) -> {
          for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
            Optional<Contexts.Context> named = contexts.context(call, n, flow, h, Optional.empty());
            Contexts.Context context =
                named.or(() -> contexts.operator(call, n, flow, h)).orElse(null);
            boolean foreign =
                contexts.of(h.target().ref()).isEmpty()
                    && contexts.operator(h.target().ref()).isEmpty();
            if (context != null
                && foreign
                && !context.mayBlock()
                && found.stream().noneMatch(w -> w.at().sameLine(call.site()))) {
              effects
                  .inside(call, h.target())
                  .filter(b -> named.isPresent() || b.kind().equals(TERMINAL))
                  .ifPresent(
                      b ->
                          found.add(
                              new Wait(
                                  flow.method().ref(), context, call.site(), h.target().ref(), b)));
            }
          }
        });
    return found;
  }

  /** {@code Step step = latch::await}, where the interface says that its tasks are cooperative. */
  private List<Wait> contracted(MethodFlow flow) {
    List<Wait> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.New made && made.function().isPresent()) {
            MethodRef target = made.function().get().target();
            Contexts.Context context =
                flows
                    .handoffs()
                    .function(made.type())
                    .flatMap(contexts::contract)
                    .filter(c -> contexts.of(target).isEmpty() && !c.mayBlock())
                    .orElse(null);
            Op.Call by =
                new Op.Call(Optional.empty(), target, Op.Dispatch.VIRTUAL, List.of(), made.site());
            Optional.ofNullable(context)
                .flatMap(c -> flows.hierarchy().resolve(target))
                .flatMap(m -> effects.inside(by, m))
                .map(b -> new Wait(flow.method().ref(), context, made.site(), target, b))
                .ifPresent(found::add);
          }
        });
    return found;
  }

  /** The callee is cooperative itself and reports for itself. */
  private boolean here(Op.Call call, int n, MethodFlow flow) {
    List<MethodInfo> targets = flows.targets(call, n, flow);
    boolean all = !targets.isEmpty();
    for (MethodInfo target : targets) {
      all &= contexts.of(target.ref()).isPresent();
    }
    return all;
  }

  private void recursions(MethodFlow flow, Contexts.Context context, List<LongLoop> into) {
    MethodRef in = flow.method().ref();
    for (Recursions.Circle c : new Recursions(flows).in(flow)) {
      if (!hogs(flow).yieldsBefore(c.op(), Effects.family(context.name()))) {
        List<Summary.Via> via = recursion(flow, c);
        into.add(new LongLoop(in, context, c.site(), c.site(), true, 9, via, c.why(), null));
      }
    }
  }

  /** The call that closes the circle, as its own chain. */
  private static List<Summary.Via> recursion(MethodFlow flow, Recursions.Circle circle) {
    List<Summary.Via> via = new ArrayList<>();
    flow.calls(
        (call, n) -> {
          if (via.isEmpty() && call.site().equals(circle.site())) {
            via.add(new Summary.Via(call.site(), call.method()));
          }
        });
    return via;
  }

  /** Whether a round of a loop is so short that letting others run in each would cost more. */
  public boolean tight(MethodFlow flow, Site loop) {
    return new TightLoops(flows).tight(flow, loop);
  }

  /** Long loops that one method runs; none when it is not cooperative. */
  public List<LongLoop> loops(MethodFlow flow, boolean strict) {
    List<LongLoop> found = new ArrayList<>();
    Contexts.Context context = contexts.of(flow.method().ref()).orElse(null);
    if (context == null || PREEMPTED.contains(context.name())) {
      return found;
    }
    if (!effects.of(flow.method().ref()).yields()) {
      recursions(flow, context, found);
    }
    for (Hog hog : hogs(flow).in(Effects.family(context.name()))) {
      boolean reported = !hog.via().isEmpty() && contexts.of(hog.via().get(0).callee()).isPresent();
      if ((hog.unbounded() || hog.degree() > 1 || strict) && !reported) {
        add(hog, flow.method().ref(), context, found);
      }
    }
    return found;
  }

  /** At most one at each call. */
  private static void add(Hog hog, MethodRef in, Contexts.Context context, List<LongLoop> into) {
    Site at = hog.via().isEmpty() ? hog.site() : hog.via().get(0).site();
    if (into.stream().noneMatch(l -> l.at().equals(at))) {
      into.add(
          new LongLoop(
              in,
              context,
              at,
              hog.site(),
              hog.unbounded(),
              hog.degree(),
              hog.via(),
              hog.why(),
              hog.inner()));
    }
  }
}
