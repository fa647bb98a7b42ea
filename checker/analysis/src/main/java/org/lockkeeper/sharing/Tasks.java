package org.lockkeeper.sharing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Pipelines;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.RepeatedStarts.Rounds;

/** Code that is handed to threads, and which of it two threads run at once on the same object. */
public final class Tasks {
  static final Set<String> PARALLEL = Set.of("thread", "pool", "fork-join", "virtual-thread");

  private final Flows flows;
  private final FieldUses uses;
  private final Pipelines pipelines;
  private final SharedObjects objects;
  private final AfterStart beside;
  private final TaskRivals rivals;
  private final LeadingTasks leading;
  private final Captures captures;
  private final SelfStarters itself;
  private final RepeatedStarts again;
  private final HandedTasks handed;
  private final ContainedTasks contained;
  private final MadeTasks made;
  private final Map<MethodRef, List<Start>> starts = new LinkedHashMap<>();
  private final Map<MethodRef, Set<MethodRef>> reached = new HashMap<>();

  /**
   * A task is handed to a thread.
   *
   * @param chain the operation that starts it: tasks that one starts come one after the other
   * @param object what it runs on; {@code null} for lambdas
   * @param repeated whether the same object is handed over again and again
   * @param looped whether objects of the kind are, same or not
   */
  private record Start(
      MethodFlow in,
      int chain,
      AfterStart.Beside beside,
      Place object,
      Site site,
      boolean repeated,
      boolean looped) {
    boolean follows(Start other) {
      boolean apart = beside != null && other.beside != null && beside.apart(other.beside);
      return in == other.in && (chain == other.chain || apart);
    }
  }

  Tasks(Flows flows, FieldUses uses, Captures captures) {
    this.flows = flows;
    this.pipelines = new Pipelines(flows.book());
    this.objects = new SharedObjects(flows, uses, captures);
    this.beside = new AfterStart(flows, uses, this::reach);
    this.rivals = new TaskRivals(flows, uses, beside, captures);
    this.leading = new LeadingTasks(flows.callers(), reached);
    this.captures = captures;
    this.itself = new SelfStarters(flows);
    this.again = new RepeatedStarts(flows, captures);
    this.handed = new HandedTasks(flows);
    this.contained = new ContainedTasks(flows, new Obtained(flows, uses));
    this.uses = uses;
    this.made = new MadeTasks(flows, handed, beside, again, this::confined);
    flows.all().forEach(this::collect);
    for (MethodRef task : starts.keySet()) {
      for (MethodRef m : reach(task)) {
        reached.computeIfAbsent(m, k -> new LinkedHashSet<>()).add(task);
      }
    }
  }

  private void collect(MethodFlow flow) {
    List<Loops.Loop> loops = new ArrayList<>();
    boolean[] known = new boolean[1];
    flow.calls(
        (call, n) -> {
          made.take(call, n, flow, this::start);
          selfStarted(flow, call, n);
          for (Handoffs.Handoff h : handoffs(call, n, flow)) {
            boolean stage =
                h.later() && h.context().equals(Pipelines.STAGE) && pipelines.async(n, flow);
            boolean parallel = h.later() && PARALLEL.contains(h.context()) || stage;
            AfterStart.Beside after =
                parallel ? beside.started(flow, n, call.site(), h, object(h)) : null;
            if (parallel) {
              objects.goesOn(after);
            }
            if (parallel && !confined(call, n, flow)) {
              if (!known[0]) {
                known[0] = true;
                loops.addAll(new Loops(flow).all());
              }
              boolean grows = pipelines.grows(n, flow);
              Rounds rounds =
                  grows ? Rounds.NONE : again.of(flow, after, h.context().equals("pool"));
              start(flow, call, n, h, grows ? List.of() : loops, after, rounds);
            } else if (!h.later() && pipelines.parallel(n, flow)) {
              starts
                  .computeIfAbsent(h.target().ref(), k -> new ArrayList<>())
                  .add(new Start(flow, n, null, object(h), call.site(), true, true));
            } else if (h.later() && !h.declared()) {
              helped(flow, call, n, h);
            }
          }
        });
  }

  private List<Handoffs.Handoff> handoffs(Op.Call call, int n, MethodFlow flow) {
    List<Handoffs.Handoff> plain = flows.handoffs().of(call, n, flow);
    boolean known = plain.stream().anyMatch(h -> flows.flow(h.target().ref()).isPresent());
    List<Handoffs.Handoff> inside = known ? List.of() : contained.of(call, n, flow);
    return inside.isEmpty() ? plain : inside;
  }

  /** Who makes an object starts its task, too. */
  private void selfStarted(MethodFlow flow, Op.Call call, int n) {
    Optional<Handoffs.Handoff> task = itself.started(call, n, flow);
    if (task.isPresent()) {
      AfterStart.Beside after =
          beside.startedBy(flow, n, call.site(), task.get(), object(task.get()));
      Rounds rounds = again.of(flow, after, false);
      start(flow, call, n, task.get(), new Loops(flow).all(), after, rounds);
    }
  }

  /** A helper of the program hands what it is given to a thread, or to one after the other. */
  private void helped(MethodFlow flow, Op.Call call, int n, Handoffs.Handoff h) {
    boolean left = false;
    for (HandedTasks.Way way : handed.ways(call, n, flow, h.position())) {
      if (way.in() != flow && PARALLEL.contains(way.context()) && !confined(way)) {
        if (again.inLoop(way, beside)) {
          start(flow, call, n, h, List.of(), null, Rounds.HELPER);
          return;
        }
        left |= beside.until(way.in(), way.op()).left();
      }
    }
    if (left && !beside.waits(call, flow) && pipelines.attached(n, flow) == 0) {
      AfterStart.Beside after = beside.untilWait(flow, n);
      start(flow, call, n, h, new Loops(flow).all(), after, again.of(flow, after, true));
    }
  }

  private boolean confined(HandedTasks.Way way) {
    return confined(way.call(), way.op(), way.in());
  }

  private boolean confined(Op.Call call, int n, MethodFlow flow) {
    return confined(Knowledge.receiver(call, n, flow), flow);
  }

  private boolean confined(Sym executor, MethodFlow flow) {
    return executor instanceof Sym.At on && captures.confined(on.place(), flow, uses);
  }

  private void start(
      MethodFlow flow,
      Op.Call call,
      int n,
      Handoffs.Handoff h,
      List<Loops.Loop> loops,
      AfterStart.Beside after,
      Rounds rounds) {
    Place place = object(h);
    boolean looped = rounds != Rounds.NONE;
    boolean repeated = again.same(place, flow, rounds);
    for (Loops.Loop loop : loops) {
      boolean fresh = place != null && another(place, loop, flow);
      boolean again = loop.blocks().get(flow.blockOf(n)) && (after == null || after.again());
      looped |= again;
      repeated |= again && !fresh;
    }
    int chain = pipelines.start(n, flow);
    if (after == null || !beside.awaited(after)) {
      Handover here = new Handover(flow, n, chain, call.site(), h, loops, after, null, rounds);
      objects.started(here);
      boolean helper = !flow.method().isLambda() && (after == null || after.left());
      for (Callers.Caller by :
          helper ? flows.callers().of(flow.method().ref()) : List.<Callers.Caller>of()) {
        objects.started(here.by(by, beside.until(by.in(), by.op())));
      }
    }
    starts
        .computeIfAbsent(h.target().ref(), k -> new ArrayList<>())
        .add(new Start(flow, chain, after, place, call.site(), repeated, looped));
  }

  /** Each round makes one, or gets the next one out of a container or an array. */
  static boolean another(Place object, Loops.Loop loop, MethodFlow flow) {
    Place.Step last = object.last().orElse(null);
    boolean next =
        last == null && flow.callOf(object.root()).isPresent()
            || last instanceof Place.Step.Part p && p.id() != 0 && Parts.isElement(p);
    int made =
        object.root() instanceof Root.Fresh f && !next
            ? f.op()
            : last == null && next ? flow.maker(object.root()) : -1;
    return made < 0 ? next : loop.blocks().get(flow.blockOf(made));
  }

  /** What a task runs on; {@code null} for lambdas. */
  private static Place object(Handoffs.Handoff h) {
    boolean object = !h.target().isLambda() && h.args().length > 0;
    return object && h.args()[0] instanceof Sym.At at ? at.place() : null;
  }

  /** The task and what of its class it calls or has called, but on objects that it captured. */
  private Set<MethodRef> reach(MethodRef task) {
    Set<MethodRef> seen = new LinkedHashSet<>();
    Deque<MethodRef> work = new ArrayDeque<>(List.of(task));
    while (!work.isEmpty()) {
      MethodRef at = work.poll();
      if (seen.add(at)) {
        flows.flow(at).ifPresent(f -> f.calls((call, n) -> own(call, n, f).forEach(work::add)));
      }
    }
    return seen;
  }

  private List<MethodRef> own(Op.Call call, int n, MethodFlow from) {
    List<MethodRef> all = new ArrayList<>();
    boolean captured =
        Knowledge.receiver(call, n, from) instanceof Sym.At on
            && on.place().path().isEmpty()
            && captures.resolve(on.place(), from).isPresent();
    for (MethodInfo m : flows.targets(call, null)) {
      if (!captured && m.ref().owner().equals(from.method().ref().owner())) {
        all.add(m.ref());
      }
    }
    for (Handoffs.Handoff h : flows.handoffs(call, n, from)) {
      if (!h.later() && h.target().isLambda() && SharedObjects.onSelf(h)) {
        all.add(h.target().ref());
      }
    }
    return all;
  }

  /** Whether a task runs it. */
  boolean runs(MethodRef method) {
    return reached.containsKey(method);
  }

  /** Why an operation on the field runs beside another that changes it. */
  Optional<String> beside(FieldRef field, Access act, MethodFlow flow) {
    Optional<String> after = beside.reason(field, act.target(), flow, act.op());
    return after.isPresent() ? after : rivals.reason(field, act, flow);
  }

  /** Why several tasks share what a task captured. */
  Optional<String> reason(Captures.Captured captured) {
    return objects.reason(captured);
  }

  /** Why two threads may run the method on the same object, or change the field from two tasks. */
  Optional<String> reason(FieldRef field, Place place, MethodFlow flow) {
    boolean shared = place.root() instanceof Root.This || place.root() instanceof Root.Static;
    Place whole = objects.whole(place, flow);
    boolean certain = whole.field().isPresent();
    boolean own =
        certain && (whole.root() instanceof Root.This || whole.root() instanceof Root.Param);
    Optional<String> object =
        own && !whole.path().isEmpty()
            ? objects.reason(field, whole.parent(), flow)
            : Optional.empty();
    if (own && whole != place && whole.path().size() == 1) {
      object = objects.given(field) ? objects.reason(field, whole, flow) : object;
    }
    if (!shared || ownSlot(place, flow) || object.isPresent()) {
      return object;
    }
    Set<MethodRef> tasks = reached.getOrDefault(flow.method().ref(), Set.of());
    boolean global = tasks.isEmpty() && place.root() instanceof Root.Static;
    Optional<String> declared = global ? declared(flow) : Optional.empty();
    return declared.isPresent()
        ? declared
        : among(global ? leading.to(flow.method().ref()) : tasks, field, place, flow);
  }

  /** Whether the task has the element of an array, or the row that it is in, for itself. */
  boolean ownSlot(Place place, MethodFlow flow) {
    return objects.whole(place, flow) == place && CommonSlots.named(place, flow, flows);
  }

  private Optional<String> among(
      Set<MethodRef> tasks, FieldRef field, Place place, MethodFlow flow) {
    for (MethodRef task : tasks) {
      Optional<Site> twice = twice(starts.get(task), common(place));
      if (twice.isPresent()) {
        String what = task.name().startsWith("lambda$") ? "the task" : "`" + task.name() + "`";
        String line = " " + Where.of(twice.get(), flow);
        return Optional.of(what + " is handed to more than one thread" + line);
      }
    }
    Set<MethodRef> changing = new LinkedHashSet<>();
    for (FieldUses.Use use : uses.of(field)) {
      if (use.access().changes() && !use.access().owned()) {
        changing.addAll(reached.getOrDefault(use.method(), Set.of()));
      }
    }
    return !tasks.isEmpty() && apart(changing)
        ? Optional.of(
            "`" + field.name() + "` is changed by two tasks that run on threads of their own")
        : Optional.empty();
  }

  /** Whether the tasks do not all come one after the other. */
  private boolean apart(Set<MethodRef> tasks) {
    List<Start> all = new ArrayList<>();
    tasks.forEach(t -> all.addAll(starts.get(t)));
    return tasks.size() > 1 && all.stream().anyMatch(s -> !s.follows(all.get(0)));
  }

  /** Why objects of the class run beside each other. */
  private Optional<String> declared(MethodFlow flow) {
    MethodRef method = flow.method().ref();
    return flows.book().all(Fact.RunsOn.class, method).stream()
        .filter(f -> PARALLEL.contains(f.context()))
        .findFirst()
        .map(f -> "`" + method.name() + "` runs on " + f.context());
  }

  /**
   * Whether all objects of the task's class share the place: a static field, or the outer object's.
   */
  private static boolean common(Place place) {
    return place.root() instanceof Root.Static || place.path().get(0).outer();
  }

  /** Where an object is handed over for the second time, the same one or another of its kind. */
  private static Optional<Site> twice(List<Start> all, boolean any) {
    for (int i = 0; i < all.size(); i++) {
      Start a = all.get(i);
      if (a.repeated() || any && a.looped()) {
        return Optional.of(a.site());
      }
      for (Start b : all.subList(0, i)) {
        boolean object = a.object() == null || a.object().equals(b.object());
        boolean same = any || a.in() == b.in() && object && !a.follows(b);
        if (same) {
          return Optional.of(a.site());
        }
      }
    }
    return Optional.empty();
  }
}
