package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
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

  private final Flows flows;
  private final Map<MethodRef, List<String>> starters = new LinkedHashMap<>();
  private final Set<MethodRef> several = new HashSet<>();

  /** Who calls a task's body or another function at once, besides plain calls. */
  private final Map<MethodRef, List<MethodFlow>> running = new HashMap<>();

  OneThread(Flows flows) {
    this.flows = flows;
    flows.all().forEach(this::collect);
  }

  /**
   * The class whose objects each start one such task, or the thread's own; empty where there may be
   * several.
   */
  Optional<String> starter(MethodRef body) {
    List<String> all = starters.getOrDefault(body, List.of(body.owner()));
    return all.size() == 1 && !several.contains(body) ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Whether the method is run as a task anywhere. */
  boolean is(MethodRef body) {
    return starters.containsKey(body)
        || several.contains(body)
        || flows.hierarchy().resolve(body).filter(m -> OwnThreads.runs(m, flows)).isPresent();
  }

  /** Methods that run a function at once. */
  List<MethodFlow> running(MethodRef function) {
    return running.getOrDefault(function, List.of());
  }

  private void collect(MethodFlow flow) {
    List<Loops.Loop> loops = new ArrayList<>();
    boolean[] known = new boolean[1];
    flow.calls(
        (call, n) -> {
          for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
            MethodRef body = h.target().ref();
            if (!h.later()) {
              running.computeIfAbsent(body, k -> new ArrayList<>()).add(flow);
            } else if (!passedOn(call, h, flow)) {
              if (!known[0]) {
                known[0] = true;
                loops.addAll(new Loops(flow).all());
              }
              boolean looped = loops.stream().anyMatch(l -> l.blocks().get(flow.blockOf(n)));
              started(flow, call, n, h, looped);
            }
          }
        });
  }

  /** {@code super.start()}: the thread is started by who calls this. */
  private static boolean passedOn(Op.Call call, Handoffs.Handoff h, MethodFlow flow) {
    return h.position() == Target.THIS
        && call.dispatch() == Op.Dispatch.SPECIAL
        && call.method().signature().equals(flow.method().ref().signature());
  }

  private void started(MethodFlow flow, Op.Call call, int n, Handoffs.Handoff h, boolean looped) {
    MethodRef body = h.target().ref();
    boolean thread = h.context().equals(THREAD) && once(flow, call, n, h);
    boolean rounds = h.context().equals("pool") && periodic(call);
    if (looped || !(thread || rounds)) {
      several.add(body);
    } else {
      String in = flow.method().ref().owner();
      starters.computeIfAbsent(body, k -> new ArrayList<>()).add(in);
    }
  }

  /** A scheduler's rounds: the next one starts when the last one has ended. */
  private boolean periodic(Op.Call call) {
    return flows.book().says(Fact.Serial.class, call.method());
  }

  /** Started as the object is made, by the program's {@code main}, or kept in a field. */
  private static boolean once(MethodFlow flow, Op.Call call, int n, Handoffs.Handoff h) {
    boolean making =
        flow.method().ref().isConstructor()
            || flow.method().isStatic() && flow.method().ref().name().equals("main");
    Sym thread = call.dispatch() == Op.Dispatch.STATIC ? null : flow.args(n)[0];
    return making || thread instanceof Sym.At at && (named(at.place()) || kept(at.place(), flow));
  }

  /** The object itself, or what one of its fields holds. */
  private static boolean named(Place thread) {
    return thread.root() instanceof Root.This && thread.path().size() <= 1
        || thread.isGlobal() && thread.path().size() == 1;
  }

  private static boolean kept(Place thread, MethodFlow flow) {
    boolean[] found = new boolean[1];
    if (thread.root() instanceof Root.Fresh && thread.path().isEmpty()) {
      flow.replay(
          (op, n, at) ->
              found[0] |=
                  op instanceof Op.Write w
                      && at.sym(w.value()) instanceof Sym.At value
                      && value.place().equals(thread));
    }
    return found[0];
  }
}
