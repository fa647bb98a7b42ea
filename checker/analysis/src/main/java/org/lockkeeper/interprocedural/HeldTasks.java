package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.lockkeeper.facts.AnnotationFacts;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Contexts.Context;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value.Var;

/**
 * Function objects that are put where cooperative tasks are said to be ({@code @Cooperative
 * Runnable task}): in a field or local variable, by a cast, into a container of them, or into such
 * a field by a method that is given them.
 */
final class HeldTasks {
  private static final String ARRAY = "[]";
  private static final String HOLDS = "holds";
  private static final String TAKES = "takes";

  private final Flows flows;

  /** What parameters must be, by their position. */
  private final Map<MethodRef, Map<Integer, Context>> taken = new HashMap<>();

  HeldTasks(Flows flows) {
    this.flows = flows;
  }

  /** How many parameters are known to take such. */
  int taken() {
    return taken.values().stream().mapToInt(Map::size).sum();
  }

  /** Tells what the method puts there, and where that runs. */
  void put(MethodFlow flow, BiConsumer<MethodRef, Context> learn) {
    for (Access a : flows.accesses(flow.method().ref())) {
      FieldRef field = a.target().field().orElse(null);
      if (field != null && a.kind() == Access.Kind.WRITE && a.via().isEmpty()) {
        ofField(field, false).ifPresent(c -> functions(a.value(), field.type(), c, flow, learn));
      }
    }
    flow.calls((call, n) -> passed(call, flow.args(n), flow, learn));
    if (!flow.body().annotated().isEmpty()) {
      flow.replay(
          (op, n, point) -> {
            if (op instanceof Op.Copy copy && copy.from().size() == 1) {
              Sym value = point.sym(copy.from().get(0));
              String type = copy.to().type();
              ofLocal(copy.to(), flow, false)
                  .ifPresent(c -> functions(value, type, c, flow, learn));
            }
          });
    }
  }

  /** What is passed on, and arrays of functions; single functions are handed over. */
  private void passed(
      Op.Call call, Sym[] args, MethodFlow flow, BiConsumer<MethodRef, Context> learn) {
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    for (int i = first; i < args.length; i++) {
      String type = call.method().params().get(i - first);
      boolean array = type.endsWith(ARRAY);
      if ((array || Sym.parameter(args[i]) >= 0) && functional(array ? part(type) : type)) {
        Sym passed = args[i];
        ofParam(call.method(), i - first).ifPresent(c -> functions(passed, type, c, flow, learn));
      }
    }
  }

  private static String part(String array) {
    return array.substring(0, array.length() - ARRAY.length());
  }

  private boolean functional(String type) {
    return flows.handoffs().function(type).isPresent();
  }

  /**
   * {@code tasks.add(task)}, where {@code tasks} holds cooperative ones; or what a setter takes.
   */
  Optional<Context> kept(Op.Call call, int n, MethodFlow flow, Handoffs.Handoff h) {
    if (h.position() < 0) {
      return Optional.empty();
    }
    Context setter = taken.getOrDefault(declared(call.method()), Map.of()).get(h.position());
    if (setter != null || h.declared() || !flow.meaning(call.method()).stores()) {
      return Optional.ofNullable(setter);
    }
    if (Knowledge.receiver(call, n, flow) instanceof Sym.At on) {
      Optional<FieldRef> field = Parts.container(on.where().get()).field();
      if (field.isPresent()) {
        return ofField(field.get(), true);
      }
    }
    return call.args().get(0) instanceof Var local ? ofLocal(local, flow, true) : Optional.empty();
  }

  private MethodRef declared(MethodRef called) {
    return flows.hierarchy().resolve(called).map(m -> m.ref()).orElse(called);
  }

  /** What the value runs when it is called as a {@code type}. */
  private void functions(
      Sym value,
      String type,
      Context context,
      MethodFlow flow,
      BiConsumer<MethodRef, Context> learn) {
    for (Sym each : value == null ? List.<Sym>of() : value.options()) {
      int param = Sym.parameter(each);
      if (param >= 0) {
        taken
            .computeIfAbsent(flow.method().ref(), k -> new HashMap<>())
            .putIfAbsent(param, context);
      } else if (each instanceof Sym.At at
          && at.place().path().isEmpty()
          && at.place().root() instanceof Root.Fresh fresh
          && flow.op(fresh.op()) instanceof Op.New made) {
        made.function()
            .map(Op.Function::target)
            .or(() -> body(type, made.type()))
            .ifPresent(m -> learn.accept(m, context));
        if (made.type().endsWith(ARRAY)) {
          elements(each, made.type(), context, flow, learn);
        }
      }
    }
  }

  private void elements(
      Sym array,
      String type,
      Context context,
      MethodFlow flow,
      BiConsumer<MethodRef, Context> learn) {
    String each = part(type);
    flow.replay(
        (op, n, point) -> {
          if (op instanceof Op.Write w
              && w.slot().field() == FieldRef.ELEMENT
              && array.equals(point.sym(w.slot().base().orElseThrow()))) {
            functions(point.sym(w.value()), each, context, flow, learn);
          }
        });
  }

  private Optional<MethodRef> body(String function, String type) {
    return flows.handoffs().body(function, type).map(m -> m.ref());
  }

  private Optional<Context> ofParam(MethodRef method, int position) {
    List<Fact.Cooperative> said = flows.book().ofParam(Fact.Cooperative.class, method, position);
    boolean several = !said.isEmpty() && method.params().get(position).endsWith(ARRAY);
    return said.isEmpty()
        ? Optional.ofNullable(taken.getOrDefault(declared(method), Map.of()).get(position))
        : Optional.of(context(method.name(), said, TAKES, several));
  }

  /** Of what the field holds; {@code content}: of what is in the container that it holds. */
  private Optional<Context> ofField(FieldRef field, boolean content) {
    if (flows.book().ofField(Fact.Cooperative.class, field).isEmpty()
        || content != ofArguments(field)) {
      return Optional.empty();
    }
    return Optional.of(
        context(field.name(), flows.book().ofField(Fact.Cooperative.class, field), HOLDS, content));
  }

  private boolean ofArguments(FieldRef field) {
    return flows.hierarchy().resolve(field).stream()
        .anyMatch(f -> f.annotations().stream().anyMatch(HeldTasks::isOfArgument));
  }

  private static boolean isOfArgument(Annotation annotation) {
    return annotation.simpleName().equals(AnnotationFacts.HOLDS_COOPERATIVE);
  }

  private static Optional<Context> ofLocal(Var local, MethodFlow flow, boolean content) {
    Predicate<Annotation> wanted = a -> content == isOfArgument(a);
    List<Fact.Cooperative> said =
        flow.body().annotated().getOrDefault(local.index(), List.of()).stream()
            .filter(wanted)
            .flatMap(a -> AnnotationFacts.of(a, local.name()).stream())
            .filter(Fact.Cooperative.class::isInstance)
            .map(Fact.Cooperative.class::cast)
            .toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(context(local.name(), said, HOLDS, content));
  }

  private static Context context(
      String name, List<Fact.Cooperative> said, String verb, boolean several) {
    String on = said.get(0).scheduler();
    String who = name.isEmpty() ? "the cast makes it" : "`" + name + "` " + verb;
    String what = several ? " cooperative tasks" : " a cooperative task";
    return new Context(on, who + what + Contexts.on(on));
  }
}
