package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Contexts;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Pipelines;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Where the captured variables of lambdas and local classes come from, and who may run them. */
public final class Captures {
  /** Longest chain of helpers between a task and what it does. */
  private static final int MAX_HELPERS = 3;

  private static final Set<String> POOLS = Set.of("pool", Contexts.FORK_JOIN);

  /** What is called once in an object's life, by convention. */
  private static final Pattern STARTS =
      Pattern.compile("(start|init|open|connect|main|launch|boot|bind|setUp)([A-Z].*)?|initialize");

  private final Flows flows;
  private final Map<MethodRef, Maker> lambdas = new HashMap<>();
  private final Map<FieldRef, Sym> fields = new HashMap<>();
  private final Map<String, MethodFlow> makers = new HashMap<>();

  /** Who makes a function object, from what. */
  private static final class Maker {
    final MethodFlow flow;
    final int op;
    final boolean receiver;
    boolean later;
    boolean parallel;
    boolean numbered;
    boolean serial;
    boolean common;
    boolean leftRunning;
    Place executor;
    String context = "";
    String to = "";
    boolean step;

    Maker(MethodFlow flow, int op, boolean receiver) {
      this.flow = flow;
      this.op = op;
      this.receiver = receiver;
    }

    /** Whether an object hands the task over once, as it seems. */
    boolean once(boolean plain) {
      MethodRef by = flow.method().ref();
      return by.isConstructor() || !plain && STARTS.matcher(by.name()).matches();
    }

    /** Whether it works on the object of the method that makes it. */
    boolean self() {
      Sym[] captured = flow.args(op);
      return receiver
          && captured.length > 0
          && captured[0] instanceof Sym.At at
          && Identities.self(at.place());
    }

    /** Empty where the executor is unknown, or has one thread. */
    Optional<String> task(FieldUses uses, Captures captures) {
      boolean known = executor != null && !captures.confined(executor, flow, uses);
      return common || known
          ? Optional.of(
              "the code runs in tasks that `" + (common ? "" : executor + ".") + to + "` runs")
          : Optional.empty();
    }
  }

  /** A variable as its maker knows it. */
  public record Captured(Place place, MethodFlow maker) {}

  /** Of a solved compilation. */
  public Captures(Flows flows) {
    this.flows = flows;
    flows.all().forEach(this::collect);
  }

  private void collect(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.New made && made.function().isPresent()) {
            Op.Function f = made.function().get();
            boolean receiver = f.dispatch() != Op.Dispatch.STATIC;
            lambdas.putIfAbsent(f.target(), new Maker(flow, n, receiver));
          } else if (op instanceof Op.Write w
              && w.slot().field().name().startsWith("val$")
              && at.sym(w.value()) != null) {
            fields.putIfAbsent(w.slot().field(), at.sym(w.value()));
            makers.putIfAbsent(w.slot().field().owner(), flow);
          } else if (op instanceof Op.Call call) {
            parallel(flow, n);
            for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
              Maker maker = lambdas.get(h.target().ref());
              if (maker != null && !h.later()) {
                maker.step = flows.meaning(call.method()).atomic();
              }
              if (maker != null && h.later()) {
                maker.later = true;
                maker.leftRunning |= !awaited(flow, n);
                maker.context = h.context();
                maker.serial = flows.book().says(Fact.Serial.class, call.method());
                maker.to = call.method().name();
                maker.common =
                    call.dispatch() == Op.Dispatch.STATIC && h.context().equals(Contexts.FORK_JOIN);
                Sym[] args = flow.args(n);
                int by = call.dispatch() == Op.Dispatch.STATIC ? args.length - 1 : 0;
                boolean here = maker.flow == flow && args.length > 0;
                maker.executor = here && args[by] instanceof Sym.At on ? on.place() : null;
              }
            }
          }
        });
  }

  /** {@code pool.submit(task).get()}: waited for before anything else is called. */
  private boolean awaited(MethodFlow flow, int start) {
    int block = flow.blockOf(start);
    int end = flow.first(block) + flow.body().blocks().get(block).ops().size();
    for (int n = start + 1; n < end; n++) {
      if (flow.op(n) instanceof Op.Call next) {
        Sym on = Knowledge.receiver(next, n, flow);
        return on instanceof Sym.At at
            && at.origin() == start
            && flows.book().says(Fact.Blocks.class, next.method());
      }
    }
    return false;
  }

  /** The tasks of a parallel stream run beside each other. */
  private void parallel(MethodFlow flow, int call) {
    Sym[] args = flow.args(call);
    boolean stream = args.length > 1 && new Pipelines(flows.book()).parallel(call, flow);
    for (int i = 1; stream && i < args.length; i++) {
      Optional<Op.Function> function =
          args[i] instanceof Sym.At at ? flow.function(at.place().root()) : Optional.empty();
      Maker maker = function.map(f -> lambdas.get(f.target())).orElse(null);
      if (maker != null) {
        maker.parallel = true;
        maker.numbered = new Pipelines(flows.book()).numbers(call, flow);
      }
    }
  }

  /** Whether the lambda is run by several threads at once, on behalf of its maker. */
  boolean parallel(MethodRef lambda) {
    Maker maker = lambdas.get(lambda);
    return maker != null && maker.parallel;
  }

  /** The same, and each of them gets another number. */
  boolean numbered(MethodRef lambda) {
    Maker maker = lambdas.get(lambda);
    return maker != null && maker.parallel && maker.numbered;
  }

  /** Whether the lambda is known to run after or beside its maker. */
  public boolean runsLater(MethodRef lambda) {
    Maker maker = lambdas.get(lambda);
    return maker != null && maker.later;
  }

  /**
   * Whether the place is what {@code map.compute} and its like hand to a function: nobody else gets
   * at the entry meanwhile.
   */
  boolean entry(Place place, MethodFlow flow) {
    Maker maker = lambdas.get(flow.method().ref());
    if (maker == null || !maker.step || !(place.root() instanceof Root.Param p)) {
      return false;
    }
    int captures = maker.flow.args(maker.op).length - (maker.receiver ? 1 : 0);
    return p.index() >= captures;
  }

  /**
   * Why several threads may run the method at once: it is a task of a pool with more than one
   * thread, or a step that such a task takes on the object that made it.
   */
  Optional<String> pooled(MethodRef method, FieldUses uses) {
    return pooled(method, uses, MAX_HELPERS);
  }

  private Optional<String> pooled(MethodRef method, FieldUses uses, int depth) {
    Maker maker = lambdas.get(method);
    if (maker != null && !maker.later && depth > 0 && maker.self()) {
      return pooled(maker.flow.method().ref(), uses, depth - 1);
    }
    if (maker != null) {
      boolean pool =
          maker.later && POOLS.contains(maker.context) && !maker.serial && maker.leftRunning;
      boolean plain = depth == MAX_HELPERS && !maker.common;
      return pool && !maker.once(plain) ? maker.task(uses, this) : Optional.empty();
    }
    boolean helper = flows.flow(method).filter(f -> f.method().has(Modifier.PRIVATE)).isPresent();
    List<Callers.Caller> callers = helper && depth > 0 ? flows.callers().of(method) : List.of();
    for (Callers.Caller caller : callers) {
      Optional<String> task =
          caller.self() ? pooled(caller.in().method().ref(), uses, depth - 1) : Optional.empty();
      if (task.isPresent()) {
        return task;
      }
    }
    return Optional.empty();
  }

  /**
   * {@code slots[me]}, where {@code me} differs between the tasks that a loop makes, or what goes
   * on from there; also what is inside such an element.
   */
  boolean ownSlot(Place element, MethodFlow flow) {
    Maker maker = lambdas.get(flow.method().ref());
    if (maker == null || !Parts.isElement(element)) {
      return false;
    }
    Sym[] captures = maker.flow.args(maker.op);
    int first = maker.receiver && !flow.method().isStatic() ? 1 : 0;
    for (int param : CommonSlots.starts(element, flow)) {
      Sym given = param + first < captures.length ? captures[param + first] : null;
      for (Sym leaf : given == null ? List.<Sym>of() : given.leaves()) {
        if (leaf instanceof Sym.At at && Phi.isNumber(at.place())) {
          return true;
        }
      }
    }
    return maker.parallel && maker.numbered && CommonSlots.given(element, flow)
        || ownSlot(element.parent(), flow);
  }

  /** Whether an executor, also one that is captured, has one thread. */
  boolean confined(Place executor, MethodFlow in, FieldUses uses) {
    return resolve(executor, in)
        .map(c -> uses.traits(c.place(), c.maker()))
        .orElseGet(() -> uses.traits(executor, in))
        .contains(Trait.CONFINED);
  }

  /** Whether everything that changes the field is a task of one single-threaded executor. */
  boolean oneThread(FieldRef field, FieldUses uses) {
    Place executor = null;
    for (FieldUses.Use use : uses.of(field)) {
      if (!use.access().changes() || use.access().owned()) {
        continue;
      }
      Maker maker = lambdas.get(use.method());
      Place at = maker == null ? null : maker.executor;
      boolean single = at != null && confined(at, maker.flow, uses);
      if (!single || executor != null && !executor.shape().equals(at.shape())) {
        return false;
      }
      executor = at;
    }
    return executor != null;
  }

  /** The variable of the maker behind a captured one; seen through nested captures. */
  public Optional<Captured> resolve(Place place, MethodFlow flow) {
    Sym sym = null;
    MethodFlow from = null;
    if (place.root() instanceof Root.Param p && place.path().isEmpty()) {
      Maker maker = lambdas.get(flow.method().ref());
      if (maker != null) {
        Sym[] captures = maker.flow.args(maker.op);
        int index = p.index() + (maker.receiver && !flow.method().isStatic() ? 1 : 0);
        sym = index < captures.length ? captures[index] : null;
        from = maker.flow;
      }
    } else if (place.field().isPresent() && fields.containsKey(place.field().get())) {
      sym = fields.get(place.field().get());
      from = makers.get(place.field().get().owner());
    }
    if (!(sym instanceof Sym.At at) || from == null || from == flow) {
      return Optional.empty();
    }
    Optional<Captured> further = resolve(at.place(), from);
    return further.isPresent() ? further : Optional.of(new Captured(at.place(), from));
  }
}
