package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Tasks of which an object starts one: its thread, kept in a field or started as the object is
 * made, or what a scheduler runs again and again, one run after the other.
 */
final class OneThread {
  private static final String THREAD = "thread";
  private static final Set<String> CONTEXTS = Set.of(THREAD, "pool");

  private final Flows flows;
  private final HandedTasks handed;
  private final Map<MethodRef, List<Start>> starters = new LinkedHashMap<>();
  private final Set<MethodRef> several = new HashSet<>();

  /** Bodies of objects that are each made for one hand-over. */
  private final Set<MethodRef> fresh = new HashSet<>();

  /** Who calls a task's body or another function at once, besides plain calls. */
  private final Map<MethodRef, List<MethodFlow>> running = new HashMap<>();

  /** Where a task is handed over. */
  private record Start(MethodFlow in, int op) {}

  OneThread(Flows flows, HandedTasks handed) {
    this.flows = flows;
    this.handed = handed;
    flows.all().forEach(this::collect);
  }

  /**
   * The class whose objects each start one such task, or the thread's own; empty where there may be
   * several.
   */
  Optional<String> starter(MethodRef body) {
    List<Start> all = starters.getOrDefault(body, List.of());
    boolean both = fresh.contains(body) && !all.isEmpty();
    if (all.size() > 1 || several.contains(body) || both) {
      return Optional.empty();
    }
    return Optional.of(all.isEmpty() ? body.owner() : all.get(0).in().method().ref().owner());
  }

  /** Whether each task is an object that is made for it, so that only this belongs to it. */
  boolean fresh(MethodRef body) {
    return fresh.contains(body);
  }

  /** Whether an operation comes before its method hands the task over, whenever that may be. */
  boolean before(MethodRef body, MethodRef method, int op) {
    for (Start start : starters.getOrDefault(body, List.of())) {
      MethodFlow in = start.in();
      if (!in.method().ref().equals(method) || op > start.op()) {
        return false;
      }
      int from = in.blockOf(start.op());
      int to = in.blockOf(op);
      if (from != to && in.reaches(from, to)) {
        return false;
      }
    }
    return starters.containsKey(body);
  }

  /** Whether the method is run as a task anywhere. */
  boolean is(MethodRef body) {
    return starters.containsKey(body)
        || several.contains(body)
        || fresh.contains(body)
        || flows
            .hierarchy()
            .resolve(body)
            .filter(m -> OwnThreads.runs(m, flows) || OwnThreads.rounds(m, flows))
            .isPresent();
  }

  /** Methods that run a function at once. */
  List<MethodFlow> running(MethodRef function) {
    return running.getOrDefault(function, List.of());
  }

  private void collect(MethodFlow flow) {
    List<Loops.Loop> loops = new ArrayList<>();
    Set<Integer> tasks = new HashSet<>();
    boolean[] known = new boolean[1];
    flow.calls(
        (call, n) -> {
          for (HandedTasks.Handed h : handed.of(call, n, flow)) {
            if (!h.later()) {
              running.computeIfAbsent(h.body(), k -> new ArrayList<>()).add(flow);
            } else if (!passedOn(call, h, flow) && !h.ways().isEmpty()) {
              if (!known[0]) {
                known[0] = true;
                loops.addAll(new Loops(flow).all());
              }
              boolean looped = loops.stream().anyMatch(l -> l.blocks().get(flow.blockOf(n)));
              int made = h.ways().size() == 1 ? new FreshTasks(flow, loops).made(call, n, h) : -1;
              boolean first = made >= 0 && tasks.add(made);
              started(new Start(flow, n), call, h, looped, first);
            }
          }
        });
  }

  /** {@code super.start()}: the thread is started by who calls this. */
  private static boolean passedOn(Op.Call call, HandedTasks.Handed h, MethodFlow flow) {
    return h.position() == Target.THIS
        && call.dispatch() == Op.Dispatch.SPECIAL
        && call.method().signature().equals(flow.method().ref().signature());
  }

  private void started(
      Start start, Op.Call call, HandedTasks.Handed h, boolean looped, boolean made) {
    boolean one = !looped;
    for (HandedTasks.Way way : h.ways()) {
      boolean thread = way.context().equals(THREAD) && once(start.in(), call, start.op());
      one &= thread || CONTEXTS.contains(way.context()) && periodic(way.call());
      one &= way.in() == start.in() || !looped(way);
    }
    made &= h.ways().stream().allMatch(w -> w.in() == start.in() || !looped(w));
    if (one) {
      starters.computeIfAbsent(h.body(), k -> new ArrayList<>()).add(start);
    } else {
      (made ? fresh : several).add(h.body());
    }
  }

  /** A helper hands what it is given to one thread after the other. */
  private static boolean looped(HandedTasks.Way way) {
    int block = way.in().blockOf(way.op());
    return new Loops(way.in()).all().stream().anyMatch(l -> l.blocks().get(block));
  }

  /** A scheduler's rounds: the next one starts when the last one has ended. */
  private boolean periodic(Op.Call call) {
    return flows.book().says(Fact.Serial.class, call.method());
  }

  /** Started as the object is made, by the program's {@code main}, or kept in a field. */
  private static boolean once(MethodFlow flow, Op.Call call, int n) {
    boolean making =
        flow.method().ref().isConstructor()
            || flow.method().isStatic() && flow.method().ref().name().equals("main");
    if (making) {
      return true;
    }
    if (call.dispatch() == Op.Dispatch.STATIC) {
      return keeps(flow, value -> value.origin() == n);
    }
    return flow.args(n)[0] instanceof Sym.At at && (named(at.place()) || kept(at.place(), flow));
  }

  /** The object itself, or what one of its fields holds. */
  private static boolean named(Place thread) {
    return thread.root() instanceof Root.This && thread.path().size() <= 1
        || thread.isGlobal() && thread.path().size() == 1;
  }

  private static boolean kept(Place thread, MethodFlow flow) {
    boolean made = thread.root() instanceof Root.Fresh && thread.path().isEmpty();
    return made && keeps(flow, value -> value.place().equals(thread));
  }

  private static boolean keeps(MethodFlow flow, Predicate<Sym.At> value) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) ->
            found[0] |=
                op instanceof Op.Write w
                    && at.sym(w.value()) instanceof Sym.At written
                    && value.test(written));
    return found[0];
  }
}
