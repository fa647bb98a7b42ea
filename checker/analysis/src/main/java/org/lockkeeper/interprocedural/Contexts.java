package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * What kind of thread runs a method, where that is declared, modelled, or follows from who is
 * handed it.
 */
public final class Contexts {
  /** Operators run where the pipeline before them says. */
  private static final String REACTIVE = "reactive";

  /** The pool of those that name none. */
  public static final String FORK_JOIN = "fork-join";

  /** Contexts whose threads nobody else waits for. */
  private static final Set<String> FREE =
      Set.of("pool", "caller", "any", "thread", "worker", REACTIVE);

  private final Flows flows;
  private final Pipelines pipelines;
  private final AllDone done;
  private final Makings makings;
  private final HeldTasks held;
  private final CompletedValues completed;
  private final Map<MethodRef, Context> known = new HashMap<>();
  private final Map<MethodRef, Context> operators = new HashMap<>();
  private final Set<MethodRef> called = new HashSet<>();
  private final Set<MethodRef> given = new HashSet<>();

  /**
   * A cooperative context.
   *
   * @param name {@code event-loop}, {@code virtual-thread}, {@code ui}, a scheduler's name; empty
   *     when not named
   * @param because completes "reported because …"
   */
  public record Context(String name, String because) {

    /** Whether waiting is how its tasks yield. */
    public boolean mayBlock() {
      return name.equals("virtual-thread");
    }
  }

  /** Of a solved compilation. */
  public Contexts(Flows flows) {
    this.flows = flows;
    this.pipelines = new Pipelines(flows.book());
    this.done = new AllDone(flows);
    this.makings = new Makings(flows);
    this.held = new HeldTasks(flows);
    this.completed = new CompletedValues(flows);
    for (MethodFlow flow : flows.all()) {
      declared(flow.method()).ifPresent(c -> known.put(flow.method().ref(), c));
    }
    for (MethodFlow flow : flows.all()) {
      flow.calls((call, n) -> flows.targets(call, null).forEach(t -> called.add(t.ref())));
    }
    boolean changed = true;
    for (int round = 0; changed && round < 6; round++) {
      int taken = held.taken() + completed.size();
      changed = false;
      for (MethodFlow flow : flows.all()) {
        changed |= handed(flow);
      }
      changed |= held.taken() + completed.size() > taken;
    }
    for (MethodFlow flow : flows.all()) {
      MethodRef method = flow.method().ref();
      if (!known.containsKey(method) && !called.contains(method) && !given.contains(method)) {
        byDefault(flow.method()).ifPresent(c -> known.put(method, c));
      }
    }
  }

  /** Where an object of a functional type runs that nobody here is seen to take. */
  private Optional<Context> byDefault(MethodInfo m) {
    String type = m.ref().owner();
    boolean function =
        !m.isLambda()
            && flows
                .handoffs()
                .function(type)
                .flatMap(flows.hierarchy()::resolve)
                .filter(f -> flows.hierarchy().overrides(m, f))
                .isPresent();
    return function
        ? flows.book().ofType(Fact.RunByDefault.class, type).stream()
            .filter(f -> f.later() && !f.context().isEmpty() && !FREE.contains(f.context()))
            .findFirst()
            .map(f -> new Context(f.context(), "`" + m.ref().name() + "` runs" + on(f.context())))
        : Optional.empty();
  }

  /** Whether tasks there may have others to wait for them, or that depends. */
  static boolean named(String context) {
    return !context.isEmpty() && !FREE.contains(context) || context.equals(REACTIVE);
  }

  /** Names of all contexts that occur. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    known.values().forEach(c -> names.add(c.name()));
    return names;
  }

  /** The context of a method that is cooperative itself; empty for plain helpers. */
  public Optional<Context> of(MethodRef method) {
    return Optional.ofNullable(known.get(method));
  }

  /** Why a method is an operator that runs somewhere; empty for others. */
  public Optional<Context> operator(MethodRef method) {
    return Optional.ofNullable(operators.get(method));
  }

  private Optional<Context> declared(MethodInfo m) {
    List<Fact.Cooperative> said = flows.book().all(Fact.Cooperative.class, m.ref());
    if (said.isEmpty() && m.ref().isConstructor()) {
      said = flows.book().ofType(Fact.Cooperative.class, m.ref().owner());
    }
    if (!said.isEmpty() && !m.isLambda() && !excepted(m)) {
      String name = said.get(0).scheduler();
      return Optional.of(new Context(name, "`" + m.ref().name() + "` is cooperative" + on(name)));
    }
    List<Fact.RunsOn> runs = flows.book().all(Fact.RunsOn.class, m.ref());
    if (!runs.isEmpty() && !FREE.contains(runs.get(0).context())) {
      String name = runs.get(0).context();
      return Optional.of(new Context(name, "`" + m.ref().name() + "` runs" + on(name)));
    }
    return runs.isEmpty() && !excepted(m) ? answering(m) : Optional.empty();
  }

  /** What a framework calls on such a thread because of what it returns. */
  private Optional<Context> answering(MethodInfo m) {
    return flows.book().all(Fact.Answers.class, m.ref()).stream()
        .filter(f -> f.returned().equals(m.ref().returns()) && !m.has(Modifier.PRIVATE))
        .findFirst()
        .map(
            f ->
                new Context(
                    f.context(), "`" + m.ref().name() + "` answers requests" + on(f.context())));
  }

  /** A method that is declared to block stands aside from what its class declares. */
  private boolean excepted(MethodInfo m) {
    boolean itself = m.annotations().stream().anyMatch(a -> a.type().endsWith(".Cooperative"));
    String owner = m.ref().owner();
    return !itself
        && flows.book().says(Fact.Blocks.class, m.ref())
        && (!flows.book().ofType(Fact.Cooperative.class, owner).isEmpty()
            || !flows.book().ofType(Fact.Answers.class, owner).isEmpty());
  }

  /** Names a scheduler in a sentence. */
  static String on(String name) {
    return name.isEmpty() ? "" : " on " + (name.equals("event-loop") ? "an event loop" : name);
  }

  /** Function objects that the method hands over. */
  private boolean handed(MethodFlow flow) {
    boolean[] changed = new boolean[1];
    Optional<Context> own = of(flow.method().ref());
    completed.captured(flow);
    for (Block block : flow.body().blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.New made && made.function().isPresent()) {
          MethodRef target = made.function().get().target();
          Optional<MethodRef> function = flows.handoffs().function(made.type());
          function.ifPresent(f -> completed.told(made.function().get(), f));
          function
              .flatMap(this::contract)
              .filter(c -> own(target))
              .ifPresent(c -> changed[0] |= learn(target, c));
        }
      }
    }
    held.put(flow, (target, c) -> changed[0] |= learn(target, c));
    flow.calls(
        (call, n) -> {
          for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
            given.add(h.target().ref());
            if (own(h.target().ref())
                && (h.target().isLambda() || !called.contains(h.target().ref()))) {
              completed.attached(call, n, flow, h);
              operator(call, n, flow, h).ifPresent(c -> operators.putIfAbsent(h.target().ref(), c));
              context(call, n, flow, h, own)
                  .ifPresent(c -> changed[0] |= learn(h.target().ref(), c));
            }
          }
        });
    return changed[0];
  }

  /** Reports for itself: what is declared to block is reported where it is made a task. */
  private boolean own(MethodRef target) {
    return flows.flow(target).isPresent() && !flows.book().says(Fact.Blocks.class, target);
  }

  /** Whether something is known to be done when a callback is called. */
  public boolean done(MethodRef callback, Sym what) {
    return completed.is(callback, what);
  }

  private boolean learn(MethodRef target, Context context) {
    return known.putIfAbsent(target, context) == null;
  }

  /** What a functional interface demands of its implementations. */
  public Optional<Context> contract(MethodRef function) {
    return flows.hierarchy().resolve(function).flatMap(this::declared);
  }

  /** The context that a function object handed to a call will run in. */
  public Optional<Context> context(
      Op.Call call, int n, MethodFlow flow, Handoffs.Handoff h, Optional<Context> own) {
    String to = call.method().name();
    if (h.position() >= 0) {
      for (MethodRef declared : declarations(call)) {
        List<Fact.Cooperative> said =
            flows.book().ofParam(Fact.Cooperative.class, declared, h.position());
        if (!said.isEmpty()) {
          String name = said.get(0).scheduler();
          return Optional.of(new Context(name, "`" + to + "` takes a cooperative task" + on(name)));
        }
      }
    }
    Optional<Context> kept = held.kept(call, n, flow, h);
    if (kept.isPresent()) {
      return kept;
    }
    if (h.later()) {
      String name = later(call, n, flow, h);
      boolean named = !name.isEmpty() && !FREE.contains(name);
      return named
          ? Optional.of(new Context(name, "`" + to + "` runs it" + on(name)))
          : Optional.empty();
    }
    if (own.isEmpty() && pipelines.parallel(n, flow)) {
      return Optional.of(new Context(FORK_JOIN, "`" + to + "` runs it" + on(FORK_JOIN)));
    }
    return h.declared() && h.target().isLambda() ? own : Optional.empty();
  }

  /** Where a function runs that a call keeps; empty when unknown. */
  private String later(Op.Call call, int n, MethodFlow flow, Handoffs.Handoff h) {
    if (h.context().equals(REACTIVE)) {
      return pipelines.context(n, flow).orElse("");
    }
    if (done.before(n, flow)) {
      return "";
    }
    if (h.context().equals(Pipelines.STAGE)) {
      return pipelines.attachedTo(n, flow).orElse(h.context());
    }
    return scheduler(call, n, flow, h.position()).orElse(h.context());
  }

  /** Where the executor runs its tasks that the call is made on or given. */
  private Optional<String> scheduler(Op.Call call, int n, MethodFlow flow, int task) {
    int own = task + (call.dispatch() == Op.Dispatch.STATIC ? 0 : 1);
    Optional<String> found = Optional.empty();
    for (int i = 0; found.isEmpty() && i < flow.args(n).length; i++) {
      found = i == own ? found : makings.runsOn(flow.args(n)[i], flow);
    }
    return found;
  }

  /** The call that makes a function an operator, when nothing tells where that will run. */
  public Optional<Context> operator(Op.Call call, int n, MethodFlow flow, Handoffs.Handoff h) {
    boolean operator = h.later() && h.context().equals(REACTIVE);
    return operator && pipelines.context(n, flow).isEmpty()
        ? Optional.of(new Context("", "`" + call.method().name() + "` makes it an operator"))
        : Optional.empty();
  }

  private List<MethodRef> declarations(Op.Call call) {
    List<MethodRef> all = new ArrayList<>();
    all.add(call.method());
    flows.hierarchy().resolve(call.method()).ifPresent(m -> all.add(m.ref()));
    return all;
  }
}
