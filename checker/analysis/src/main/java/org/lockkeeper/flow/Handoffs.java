package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.facts.Target;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/** Which function objects a call is given, and whether they run now, later, and where. */
public final class Handoffs {
  private static final List<Handoff> NONE = List.of();

  private final Hierarchy hierarchy;
  private final FactBook book;
  private final Knowledge knowledge;
  private final DirectExecutors direct;
  private final Map<String, Optional<MethodRef>> functions = new ConcurrentHashMap<>();

  /** By flow and call; {@code null} while summaries still grow. */
  private Map<MethodFlow, Map<Integer, List<Handoff>>> settled;

  /** Before anything is solved; {@link #settle} follows when all is. */
  public Handoffs(Hierarchy hierarchy, FactBook book, Knowledge knowledge) {
    this.hierarchy = hierarchy;
    this.book = book;
    this.knowledge = knowledge;
    this.direct = new DirectExecutors(hierarchy, book, knowledge, this);
  }

  /**
   * A function object is handed over.
   *
   * @param target what it runs
   * @param args receiver and captured values of the target, the leading ones only
   * @param receiver whether {@code args} starts with a receiver
   * @param position argument index, {@link Target#THIS} for the call's receiver
   * @param later whether it runs after or beside the call
   * @param context where it runs later; empty when unknown
   * @param held locks that the callee holds while it runs the function, in the caller's terms
   * @param declared whether a fact (not a guess) says when it runs
   */
  public record Handoff(
      MethodInfo target,
      Sym[] args,
      boolean receiver,
      int position,
      boolean later,
      String context,
      List<Lock> held,
      boolean declared) {}

  /** From now on summaries stay as they are, and so do answers. */
  public void settle() {
    settled = new WeakHashMap<>();
  }

  /** Those of a reached call. */
  public List<Handoff> of(Op.Call call, int n, MethodFlow flow) {
    if (settled == null) {
      return find(call, n, flow);
    }
    Map<Integer, List<Handoff>> known = settled.get(flow);
    if (known == null) {
      known = all(flow);
      settled.put(flow, known);
    }
    return known.isEmpty() ? List.of() : known.getOrDefault(n, List.of());
  }

  private Map<Integer, List<Handoff>> all(MethodFlow flow) {
    Map<Integer, List<Handoff>> found = new HashMap<>();
    flow.calls(
        (call, n) -> {
          List<Handoff> here = find(call, n, flow);
          if (!here.isEmpty()) {
            found.put(n, here);
          }
        });
    return found.isEmpty() ? Map.of() : found;
  }

  private List<Handoff> find(Op.Call call, int n, MethodFlow flow) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    List<Handoff> all = List.of();
    for (int i = 0; i < args.length; i++) {
      int position = receiver ? i - 1 : i;
      if (args[i] == null || position >= call.method().params().size()) {
        continue;
      }
      for (Sym option : args[i].options()) {
        for (Handoff target : target(option, position, call, flow)) {
          all = all.isEmpty() ? new ArrayList<>() : all;
          all.add(timed(target, call, n, flow));
        }
      }
    }
    return all;
  }

  private List<Handoff> target(Sym sym, int position, Op.Call call, MethodFlow flow) {
    if (!(sym instanceof Sym.At at)) {
      return List.of();
    }
    if (at.place().root() instanceof Root.Fresh made
        && at.place().path().isEmpty()
        && flow.op(made.op()) instanceof Op.New n
        && n.function().isPresent()) {
      Op.Function f = n.function().get();
      boolean self = f.dispatch() != Op.Dispatch.STATIC && !f.captures().isEmpty();
      return bodies(f, made.op(), n.site(), flow).stream()
          .map(m -> handoff(m, flow.args(made.op()), self && !m.isStatic(), position))
          .toList();
    }
    if (position == Target.THIS && (runs(call) || itself(call.method()))) {
      List<Handoff> inside = inside(at, call, flow);
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    if (position == Target.THIS && !says(call.method(), position)) {
      return List.of();
    }
    String type =
        position == Target.THIS ? call.method().owner() : call.method().params().get(position);
    return body(type, at.place().type())
        .map(m -> List.of(handoff(m, new Sym[] {at}, true, position)))
        .orElse(List.of());
  }

  /** {@code new Thread(task).run()}: a library's function object is made of another. */
  private List<Handoff> inside(Sym.At made, Op.Call call, MethodFlow flow) {
    int maker = made.place().path().isEmpty() ? flow.maker(made.place().root()) : -1;
    boolean library =
        maker >= 0
            && maker < flow.ops()
            && flow.op(maker) instanceof Op.Call
            && hierarchy
                .resolve(call.method().in(made.place().type()))
                .filter(m -> !m.hasBody())
                .isPresent();
    if (!library) {
      return List.of();
    }
    Op.Call from = (Op.Call) flow.op(maker);
    int first = from.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    List<Handoff> all = new ArrayList<>();
    Sym[] args = flow.args(maker);
    for (int i = first; i < args.length; i++) {
      for (Handoff h : Dispatch.made(args[i]) ? target(args[i], i - first, from, flow) : NONE) {
        all.add(handoff(h.target(), h.args(), h.receiver(), Target.THIS));
      }
    }
    return all;
  }

  /** Whether a call hands a task to an executor that runs it at once. */
  public boolean direct(Op.Call call, int n, MethodFlow flow) {
    return direct.take(call, n, flow);
  }

  /** What a lambda or method reference runs: the implementations where it names an open method. */
  private List<MethodInfo> bodies(Op.Function f, int made, Site site, MethodFlow flow) {
    Optional<MethodInfo> named = hierarchy.resolve(f.target());
    if (named.filter(m -> m.has(Modifier.ABSTRACT)).isPresent()) {
      Op.Call call = new Op.Call(Optional.empty(), f.target(), f.dispatch(), List.of(), site);
      Sym on = flow.args(made).length > 0 ? flow.args(made)[0] : null;
      List<MethodInfo> bodies =
          knowledge.guess(call, on, flow.method()) ? List.of() : knowledge.targets(call, on);
      if (!bodies.isEmpty()) {
        return bodies;
      }
    }
    return named.map(List::of).orElse(List.of());
  }

  /** What an object of a type runs where it is declared as another. */
  public Optional<MethodInfo> body(String declared, String type) {
    return function(declared).flatMap(f -> implementation(f, type));
  }

  /** The body that an object of a type has for a function, also under other type arguments. */
  public Optional<MethodInfo> implementation(MethodRef function, String type) {
    MethodInfo found = hierarchy.resolve(function.in(type)).orElse(null);
    if (found == null || found.hasBody()) {
      return Optional.ofNullable(found);
    }
    for (String each : hierarchy.supertypes(type)) {
      for (MethodInfo m : hierarchy.find(each).map(ClassInfo::methods).orElse(List.of())) {
        if (m.hasBody() && hierarchy.overrides(m, found)) {
          return Optional.of(m);
        }
      }
    }
    return Optional.empty();
  }

  private static Handoff handoff(MethodInfo target, Sym[] args, boolean receiver, int position) {
    return new Handoff(target, args, receiver, position, true, "", List.of(), false);
  }

  /** A fact says that the method runs its object at once. */
  private boolean itself(MethodRef method) {
    for (Fact.Runs runs : knowledge.meaning(method).runs()) {
      if (runs.what().position() == Target.THIS && !runs.later()) {
        return true;
      }
    }
    return false;
  }

  private boolean says(MethodRef method, int position) {
    for (Fact.Runs runs : knowledge.meaning(method).runs()) {
      if (runs.what().position() == position) {
        return true;
      }
    }
    return false;
  }

  /** Whether the called method is what a function object of the receiver's type runs. */
  public boolean runs(Op.Call call) {
    return runs(call.method());
  }

  /** Whether a method is what a function object of its type runs. */
  public boolean runs(MethodRef method) {
    return function(method.owner())
        .filter(f -> f.signature().equals(method.signature()))
        .isPresent();
  }

  /** The method of a functional interface, or of a class that is run such as a thread. */
  public Optional<MethodRef> function(String type) {
    return functions.computeIfAbsent(type, this::single);
  }

  private Optional<MethodRef> single(String type) {
    Optional<ClassInfo> info = hierarchy.find(type);
    if (info.isEmpty() || type.equals("java.lang.Object")) {
      return Optional.empty();
    }
    MethodRef found = null;
    for (String each : hierarchy.supertypes(type)) {
      ClassInfo declaring = hierarchy.find(each).orElse(null);
      if (declaring == null || !declaring.isInterface()) {
        continue;
      }
      for (MethodInfo m : declaring.methods()) {
        if (m.has(Modifier.ABSTRACT) && !ofObject(m)) {
          if (found != null && !found.signature().equals(m.ref().signature())) {
            return Optional.empty();
          }
          found = m.ref();
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean ofObject(MethodInfo m) {
    String name = m.ref().name();
    return name.equals("equals") || name.equals("hashCode") || name.equals("toString");
  }

  private Handoff timed(Handoff h, Op.Call call, int n, MethodFlow flow) {
    for (Fact.Runs runs : knowledge.meaning(call.method()).runs()) {
      if (runs.what().position() == h.position()) {
        boolean later = runs.later() && !direct.take(call, n, flow);
        return with(h, later, later ? runs.context() : "", List.of(), true);
      }
    }
    if (h.position() == Target.THIS && runs(call)) {
      return with(h, false, "", List.of(), true);
    }
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym[] args = flow.args(n);
    List<MethodInfo> bodies = knowledge.targets(call, n, flow);
    for (MethodInfo body : bodies) {
      for (Summary.Run run : knowledge.summary(body.ref()).runsNow()) {
        if (run.param() == h.position()) {
          return with(h, false, "", run.held(new Terms(args, receiver)), true);
        }
      }
    }
    if (!bodies.isEmpty()) {
      return with(h, true, "", List.of(), false);
    }
    String type =
        h.position() < 0 ? call.method().owner() : call.method().params().get(h.position());
    boolean local =
        receiver && args[0] instanceof Sym.At on && on.place().root() instanceof Root.Fresh;
    boolean anything = h.position() >= 0 && type.equals("java.lang.Object");
    if (anything || knowledge.meaning(call.method()).stores()) {
      return with(h, !local, "", List.of(), false);
    }
    List<Fact.RunByDefault> said = book.ofType(Fact.RunByDefault.class, type);
    return said.isEmpty()
        ? with(h, false, "", List.of(), false)
        : with(h, said.get(0).later(), said.get(0).context(), List.of(), false);
  }

  private static Handoff with(
      Handoff h, boolean later, String context, List<Lock> held, boolean declared) {
    return new Handoff(
        h.target(), h.args(), h.receiver(), h.position(), later, context, held, declared);
  }
}
