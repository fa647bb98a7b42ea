package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Tasks that a call is given, and who runs them in the end: also tasks that a field keeps, and
 * those that the program's own helpers pass on or wrap.
 */
final class HandedTasks {
  private static final int MAX_HELPERS = 4;

  private final Flows flows;
  private final TaskWrappers wrappers;
  private final Map<FieldRef, Set<MethodRef>> kept = new HashMap<>();

  /**
   * A call that takes a task for good.
   *
   * @param context where it runs it; empty when unknown
   */
  record Way(MethodFlow in, Op.Call call, int op, String context) {}

  /**
   * A task is handed over.
   *
   * @param later whether it runs after or beside the call
   * @param position argument index, or that of the receiver
   * @param ways none if it is not run on account of the call
   */
  record Handed(MethodRef body, boolean later, int position, List<Way> ways) {}

  /**
   * A task is in a list that is handed over as a whole.
   *
   * @param made the operation that makes it
   * @param twice whether the list has the same one twice
   */
  record Listed(Handoffs.Handoff task, int made, boolean twice) {}

  HandedTasks(Flows flows) {
    this.flows = flows;
    this.wrappers = new TaskWrappers(flows);
    flows.all().forEach(this::keep);
  }

  private void keep(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w
              && at.sym(w.value()) instanceof Sym.At value
              && value.place().path().isEmpty()
              && value.place().root() instanceof Root.Fresh made
              && flow.op(made.op()) instanceof Op.New of) {
            body(of)
                .ifPresent(
                    b -> kept.computeIfAbsent(w.slot().field(), k -> new LinkedHashSet<>()).add(b));
          }
        });
  }

  /** What a function object runs. */
  private Optional<MethodRef> body(Op.New made) {
    if (made.function().isPresent()) {
      return Optional.of(made.function().get().target());
    }
    return flows
        .handoffs()
        .function(made.type())
        .flatMap(f -> flows.hierarchy().resolve(f.in(made.type())))
        .filter(MethodInfo::hasBody)
        .map(MethodInfo::ref);
  }

  /** Those that a reached call is given. */
  List<Handed> of(Op.Call call, int n, MethodFlow flow) {
    List<Handed> all = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      seen.add(h.position());
      List<Way> ways =
          h.declared() || !h.later()
              ? List.of(new Way(flow, call, n, h.context()))
              : ways(call, n, flow, h.position(), MAX_HELPERS);
      all.add(new Handed(h.target().ref(), h.later(), h.position(), ways));
    }
    Sym[] args = flow.args(n);
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    for (int i = first; i < args.length; i++) {
      Optional<FieldRef> field =
          args[i] instanceof Sym.At at && !seen.contains(i - first)
              ? at.place().field()
              : Optional.empty();
      Set<MethodRef> bodies = field.map(f -> kept.getOrDefault(f, Set.of())).orElse(Set.of());
      List<Way> ways = bodies.isEmpty() ? List.of() : ways(call, n, flow, i - first, MAX_HELPERS);
      for (MethodRef body : ways.isEmpty() ? Set.<MethodRef>of() : bodies) {
        all.add(new Handed(body, true, i - first, ways));
      }
    }
    return all;
  }

  /** Tasks that a call puts into a list which is handed over as a whole. */
  List<Handoffs.Handoff> added(Op.Call call, int n, MethodFlow flow, String context) {
    List<Handoffs.Handoff> all = new ArrayList<>(flows.handoffs().of(call, n, flow));
    Sym[] args = flow.args(n);
    for (int i = 1; all.isEmpty() && i < args.length; i++) {
      task(args[i], i - 1, flow, context).ifPresent(all::add);
    }
    return all;
  }

  /**
   * Tasks of which a call makes such a list: {@code List.of(task, task)}, {@code nCopies(9, task)}.
   */
  List<Listed> listed(int n, MethodFlow flow, String context) {
    List<Sym> values = new ArrayList<>();
    boolean counted = false;
    if (flow.op(n) instanceof Op.Call call && call.dispatch() == Op.Dispatch.STATIC) {
      counted = call.method().params().stream().anyMatch(Primitives::is);
      for (Sym arg : flow.args(n)) {
        values.add(arg);
        values.addAll(elements(arg, flow));
      }
    }
    List<Listed> all = new ArrayList<>();
    for (Sym value : values) {
      boolean twice = counted || values.indexOf(value) < values.lastIndexOf(value);
      task(value, 0, flow, context)
          .ifPresent(h -> all.add(new Listed(h, Dispatch.maker(value), twice)));
    }
    return all;
  }

  /** What is written into an array that the method makes. */
  private static List<Sym> elements(Sym array, MethodFlow flow) {
    List<Sym> all = new ArrayList<>();
    if (Dispatch.made(array)) {
      flow.replay(
          (op, n, at) -> {
            boolean into =
                op instanceof Op.Write w
                    && w.slot().field().equals(FieldRef.ELEMENT)
                    && w.slot().base().map(at::sym).filter(array::equals).isPresent();
            if (into) {
              all.add(at.sym(((Op.Write) op).value()));
            }
          });
    }
    return all;
  }

  /** The task that a value is, where the method makes it itself. */
  Optional<Handoffs.Handoff> task(Sym task, int position, MethodFlow flow, String context) {
    int op = Dispatch.maker(task);
    if (op < 0 || !(flow.op(op) instanceof Op.New of)) {
      return Optional.empty();
    }
    boolean object = of.function().isEmpty();
    Sym[] args = object ? new Sym[] {task} : flow.args(op);
    return body(of)
        .flatMap(flows.hierarchy()::resolve)
        .map(
            m ->
                new Handoffs.Handoff(
                    m,
                    args,
                    object || !m.isStatic() && args.length > 0,
                    position,
                    true,
                    context,
                    List.of(),
                    true));
  }

  /** What becomes of an argument. */
  List<Way> ways(Op.Call call, int n, MethodFlow flow, int position) {
    return ways(call, n, flow, position, MAX_HELPERS);
  }

  private List<Way> ways(Op.Call call, int n, MethodFlow flow, int position, int depth) {
    for (Fact.Runs runs : flows.meaning(call.method()).runs()) {
      if (runs.what().position() == position) {
        return runs.later() ? List.of(new Way(flow, call, n, runs.context())) : List.of();
      }
    }
    List<Way> all = new ArrayList<>();
    List<MethodInfo> targets = depth == 0 ? List.of() : flows.bodies(call, n, flow);
    if (targets.size() == 1 && wrappers.wraps(call, targets.get(0), position)) {
      return wrapped(call, n, flow, depth - 1);
    }
    for (MethodInfo target : targets) {
      Optional<MethodFlow> helper = flows.flow(target.ref());
      if (helper.isEmpty()) {
        return List.of(new Way(flow, call, n, ""));
      }
      all.addAll(passedOn(helper.get(), position, depth - 1));
    }
    return targets.isEmpty() && functional(call, position)
        ? List.of(new Way(flow, call, n, ""))
        : all;
  }

  /** What becomes of an object that runs a task when it is run itself. */
  private List<Way> wrapped(Op.Call making, int n, MethodFlow flow, int depth) {
    List<Way> all = new ArrayList<>();
    Sym whole = making.method().isConstructor() ? flow.args(n)[0] : null;
    flow.calls(
        (call, m) -> {
          Sym[] args = flow.args(m);
          int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
          for (int i = first; m != n && i < args.length; i++) {
            boolean result = whole == null && args[i] instanceof Sym.At at && at.origin() == n;
            if (result || whole != null && whole.equals(args[i])) {
              all.addAll(ways(call, m, flow, i - first, depth));
            }
          }
        });
    return all.isEmpty() ? List.of(new Way(flow, making, n, "")) : all;
  }

  private boolean functional(Op.Call call, int position) {
    List<String> params = call.method().params();
    return position >= 0
        && position < params.size()
        && flows.handoffs().function(params.get(position)).isPresent();
  }

  /** What becomes of a parameter, in the helper itself or as part of an object that it makes. */
  private List<Way> passedOn(MethodFlow helper, int param, int depth) {
    List<Way> all = new ArrayList<>();
    Set<Place> names = new LinkedHashSet<>();
    boolean[] stored = new boolean[1];
    helper.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && is(at.sym(w.value()), param, names)) {
            stored[0] = true;
          } else if (op instanceof Op.Call call) {
            Sym[] args = helper.args(n);
            int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
            for (int i = first; i < args.length; i++) {
              if (is(args[i], param, names)) {
                stored[0] |= stores(call.method());
                boolean wraps =
                    call.method().isConstructor() && wrappers.runsPart(call.method(), i - first);
                if (wraps && args[0] instanceof Sym.At whole) {
                  names.add(whole.place());
                } else {
                  all.addAll(ways(call, n, helper, i - first, depth));
                }
              }
            }
          }
        });
    return all.isEmpty() && stored[0] ? List.of(new Way(helper, null, 0, "")) : all;
  }

  private boolean stores(MethodRef method) {
    return flows.meaning(method).stores() && !flows.book().says(Fact.Removes.class, method);
  }

  static boolean is(Sym value, int param, Set<Place> names) {
    return value != null
        && (Sym.parameter(value) == param
            || value instanceof Sym.At at && names.contains(at.place()));
  }
}
