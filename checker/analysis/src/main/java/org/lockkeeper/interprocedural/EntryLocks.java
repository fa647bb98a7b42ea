package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.InnerNames;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Locks that a helper inherits because every known caller holds them: methods that are not public,
 * steps of a template, and lambdas that run at once. A fixed point downwards from "all locks".
 */
public final class EntryLocks {
  /** Origin of a lock that callers hold. */
  public static final int INHERITED = -3;

  private final Flows flows;
  private final Map<MethodRef, List<CallSite>> sites = new LinkedHashMap<>();
  private final Map<MethodRef, Set<Lock>> entry = new LinkedHashMap<>();
  private final Set<MethodRef> making = new LinkedHashSet<>();

  /** Private methods that somebody calls on an object of his own. */
  private final Set<MethodRef> prepared = new LinkedHashSet<>();

  private final Templates templates;
  private final PartLocks parts;
  private final MakerLocks makers;
  private final Pipelines pipelines;
  private final OwnFunctions own;

  /** A place where a helper is called. */
  private record CallSite(
      MethodRef caller, List<Lock> held, Sym[] args, boolean receiver, String owner) {}

  EntryLocks(Flows flows) {
    this.flows = flows;
    this.pipelines = new Pipelines(flows.book());
    this.own = new OwnFunctions(flows);
    this.templates = new Templates(flows);
    this.parts = new PartLocks(flows);
    this.makers = new MakerLocks(flows);
    for (MethodFlow flow : flows.all()) {
      if (helper(flow.method()) || templates.step(flow.method().ref())) {
        sites.put(flow.method().ref(), new ArrayList<>());
      }
    }
    for (MethodFlow flow : flows.all()) {
      collect(flow);
    }
    parts.settle();
    findMaking();
    solve();
  }

  /** Empty for methods that anybody may call. */
  HeldLocks of(MethodRef method) {
    List<HeldLocks.Held> held = new ArrayList<>();
    MethodInfo info = flows.hierarchy().resolve(method).orElse(null);
    for (Lock lock : entry.getOrDefault(method, Set.of())) {
      held.add(new HeldLocks.Held(lock, info == null ? null : info.site(), INHERITED));
    }
    return HeldLocks.of(held);
  }

  /** Whether the method makes an object, also from a stream, or initialises a class. */
  public static boolean makes(MethodInfo m) {
    boolean stream = m.ref().params().equals(List.of("java.io.ObjectInputStream"));
    return m.ref().name().equals("<init>")
        || m.ref().name().equals("<clinit>")
        || stream && m.ref().name().equals("readObject");
  }

  /** Whether a helper runs only while its receiver is constructed, or its class initialised. */
  boolean making(MethodRef method) {
    return making.contains(method);
  }

  /**
   * Whether what the method inherits was taken by code of superclasses elsewhere, which know
   * nothing of a subclass's own state, and held while they called a step of it.
   */
  boolean above(MethodRef method, int depth) {
    List<CallSite> callers = sites.getOrDefault(method, List.of());
    return depth > 0
        && !callers.isEmpty()
        && callers.stream().allMatch(c -> above(c, method.owner(), depth));
  }

  private boolean above(CallSite site, String owner, int depth) {
    String caller = site.caller().owner();
    return caller.equals(owner)
        ? site.held().isEmpty() && above(site.caller(), depth - 1)
        : !Dispatch.neighbours(caller, owner) && flows.hierarchy().isSubtype(owner, caller);
  }

  /** All whose calls are such steps as long as those of their callers are, if any begins it. */
  private void findMaking() {
    making.addAll(sites.keySet());
    making.removeIf(m -> sites.get(m).isEmpty() && !prepared.contains(m));
    while (making.removeIf(m -> sites.get(m).stream().anyMatch(site -> !prepares(m, site)))) {
      continue;
    }
    Set<MethodRef> begun = new LinkedHashSet<>();
    boolean changed = true;
    while (changed) {
      changed = begun.addAll(making.stream().filter(m -> begins(m, begun)).toList());
    }
    making.retainAll(begun);
  }

  private boolean begins(MethodRef helper, Set<MethodRef> begun) {
    return prepared.contains(helper)
        || sites.get(helper).stream()
            .map(CallSite::caller)
            .anyMatch(c -> !making.contains(c) || begun.contains(c));
  }

  /** Whether a call is a step of making the helper's receiver, or of initialising its class. */
  private boolean prepares(MethodRef helper, CallSite site) {
    MethodRef caller = site.caller();
    boolean initialises =
        caller.name().equals("<clinit>") || making.contains(caller) && common(caller);
    boolean own = caller.owner().equals(helper.owner()) && !site.owner().isEmpty();
    return makesReceiver(helper, site) || own && initialises && common(helper);
  }

  private boolean common(MethodRef helper) {
    return flows.hierarchy().resolve(helper).filter(MethodInfo::isStatic).isPresent();
  }

  private boolean makesReceiver(MethodRef helper, CallSite site) {
    boolean maker = site.caller().name().equals("<init>") || making.contains(site.caller());
    boolean self =
        site.receiver()
            && site.args().length > 0
            && site.args()[0] instanceof Sym.At at
            && at.place().root() instanceof Root.This
            && at.place().path().isEmpty();
    return maker && self && !site.owner().isEmpty();
  }

  private boolean helper(MethodInfo m) {
    if (m.isLambda()) {
      return true;
    }
    String name = m.ref().name();
    if (name.equals("<clinit>") || name.equals("main") || name.equals("<init>")) {
      return false;
    }
    if (m.has(Modifier.PRIVATE) || LockNodes.anonymous(m.ref().owner()) || task(m)) {
      return true;
    }
    ClassInfo owner = flows.hierarchy().find(m.ref().owner()).orElse(null);
    boolean hidden = owner != null && !owner.has(Modifier.PUBLIC) && !owner.isInterface();
    return (!m.has(Modifier.PUBLIC) || hidden)
        && !Dispatch.overrides(m, flows.hierarchy())
        && m.annotations().isEmpty();
  }

  /** What an object of a class that others cannot name is handed over for. */
  private boolean task(MethodInfo m) {
    return flows.hidden(m.ref().owner()) && flows.handoffs().runs(m.ref());
  }

  private void collect(MethodFlow flow) {
    Set<Integer> handed = new LinkedHashSet<>();
    List<Integer> functions = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.New made) {
            functions.add(n);
            parts.made(made, flow);
          } else if (op instanceof Op.Call call) {
            calls(call, n, at, flow);
            functions(call, n, at, flow, handed);
          }
        });
    for (int n : functions) {
      if (!handed.contains(n)) {
        unhanded((Op.New) flow.op(n), n, flow);
      }
    }
  }

  private void unhanded(Op.New made, int n, MethodFlow flow) {
    Optional<List<Lock>> held = own.held(n, flow);
    boolean object = made.function().isEmpty();
    Sym[] args =
        held.isEmpty()
            ? new Sym[0]
            : object
                ? new Sym[] {new Sym.At(Place.of(new Root.Fresh(n), made.type()), n)}
                : flow.args(n);
    boolean self =
        args.length > 0 && (object || made.function().get().dispatch() != Op.Dispatch.STATIC);
    for (MethodRef body : bodies(made)) {
      String owner = held.isPresent() ? body.owner() : "";
      MethodRef caller = flow.method().ref();
      site(body, new CallSite(caller, held.orElse(List.of()), args, self, owner));
    }
  }

  /**
   * What a function object may run: a lambda's body, the methods of an anonymous class, or what
   * another class that nobody else can name is made for.
   */
  private List<MethodRef> bodies(Op.New made) {
    if (made.function().isPresent()) {
      return List.of(made.function().get().target());
    }
    boolean all = LockNodes.anonymous(made.type());
    List<MethodRef> found = new ArrayList<>();
    Optional<ClassInfo> type = flows.hierarchy().find(made.type());
    while (type.isPresent() && !LockNodes.library(type.get().name())) {
      for (MethodInfo m : type.get().methods()) {
        if (all && Dispatch.overrides(m, flows.hierarchy()) || task(m)) {
          found.add(m.ref());
        }
      }
      all = false;
      type = type.get().superName().flatMap(flows.hierarchy()::find);
    }
    return found;
  }

  /** Calls on an object that no other thread sees yet need no lock, and so tell nothing of it. */
  private void calls(Op.Call call, int n, Point at, MethodFlow flow) {
    Sym[] args = flow.args(n);
    parts.given(call, args);
    makers.made(call, args, flow);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    List<MethodRef> steps =
        call.dispatch() == Op.Dispatch.VIRTUAL ? templates.family(call.method()) : List.of();
    for (MethodRef step : steps) {
      site(step, new CallSite(flow.method().ref(), locks(at), args, receiver, step.owner()));
    }
    if (!steps.isEmpty()) {
      return;
    }
    boolean fresh = receiver && args[0] instanceof Sym.At on && at.owned(on.place());
    boolean lockless = at.held().isEmpty() && !sites.containsKey(flow.method().ref());
    for (MethodInfo target : flows.targets(call, n, flow)) {
      boolean prepares = fresh && at.held().isEmpty() && target.has(Modifier.PRIVATE);
      if (prepares) {
        prepared.add(target.ref());
      }
      if (prepares || fresh && lockless) {
        continue;
      }
      String owner = target.ref().owner();
      List<Lock> held = locks(at);
      if (receiver) {
        parts.call(owner, args, flow, held);
      }
      site(target.ref(), new CallSite(flow.method().ref(), held, args, receiver, owner));
    }
  }

  private void functions(Op.Call call, int n, Point at, MethodFlow flow, Set<Integer> handed) {
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      int index = h.position() + (call.dispatch() != Op.Dispatch.STATIC ? 1 : 0);
      if (own.keeps(h, flow.args(n)[index], flow)) {
        continue;
      }
      for (Sym option : flow.args(n)[index].options()) {
        if (option instanceof Sym.At a && a.place().root() instanceof Root.Fresh made) {
          handed.add(made.op());
        }
      }
      List<Lock> held = h.later() ? new ArrayList<>() : locks(at);
      Confinement.of(h.context()).ifPresent(held::add);
      held.addAll(h.later() ? List.of() : h.held());
      if (!held.isEmpty() && !h.later() && pipelines.parallel(n, flow)) {
        held.replaceAll(l -> Confinement.is(l) ? l : new Lock(l.place(), Mode.SHARED));
      }
      String owner = h.target().ref().owner();
      site(
          h.target().ref(),
          new CallSite(flow.method().ref(), held, h.args(), h.receiver(), h.later() ? "" : owner));
    }
  }

  private static List<Lock> locks(Point at) {
    return new ArrayList<>(at.held().all().stream().map(HeldLocks.Held::lock).toList());
  }

  private void site(MethodRef target, CallSite site) {
    MethodRef declared = flows.hierarchy().resolve(target).map(MethodInfo::ref).orElse(target);
    List<CallSite> known = sites.get(declared);
    if (known != null) {
      known.add(site);
    }
  }

  private void solve() {
    boolean changed = true;
    for (int round = 0; changed && round < 20; round++) {
      changed = false;
      for (Map.Entry<MethodRef, List<CallSite>> each : sites.entrySet()) {
        Set<Lock> now = meet(each.getKey(), each.getValue());
        if (now != null && !now.equals(entry.put(each.getKey(), now))) {
          changed = true;
        }
      }
    }
  }

  /**
   * {@code null} while nothing is known of any caller; who makes the object needs no lock for it.
   */
  private Set<Lock> meet(MethodRef helper, List<CallSite> callers) {
    Set<Lock> common = callers.isEmpty() ? Set.of() : null;
    for (CallSite site : callers) {
      boolean open = sites.containsKey(site.caller()) && !sites.get(site.caller()).isEmpty();
      boolean pending = open && !entry.containsKey(site.caller());
      if (site.caller().equals(helper) || pending || prepares(helper, site)) {
        continue;
      }
      Set<Lock> here = new LinkedHashSet<>();
      List<Lock> held = new ArrayList<>(site.held());
      if (!site.owner().isEmpty()) {
        held.addAll(entry.getOrDefault(site.caller(), Set.of()));
      }
      boolean same = flows.hierarchy().resolve(helper).filter(MethodInfo::isLambda).isPresent();
      held.forEach(l -> inward(l, site, same && !site.receiver(), here));
      held.forEach(
          l -> here.addAll(makers.names(l, site.caller(), site.receiver() ? site.owner() : "")));
      if (common == null) {
        common = here;
      } else {
        common.retainAll(here);
      }
    }
    return common;
  }

  /**
   * The same lock in the helper's own terms, in every way that it can be named.
   *
   * @param same whether the helper is a lambda without receiver: its {@code this} is its maker's
   */
  private void inward(Lock lock, CallSite site, boolean same, Set<Lock> into) {
    Place place = lock.place();
    if (Terms.common(place.root()) || same && place.root() instanceof Root.This) {
      into.add(lock);
    }
    for (int i = 0; i < site.args().length; i++) {
      Place arg = site.args()[i] == null ? null : site.args()[i].where().orElse(null);
      if (arg != null && place.startsWith(arg)) {
        boolean self = site.receiver() && i == 0;
        int index = site.receiver() ? i - 1 : i;
        Root root = self ? new Root.This() : new Root.Param(index, "");
        Place base = Place.of(root, self ? site.owner() : arg.type());
        Optional<Place> inside = InnerNames.suffix(place, arg, base);
        inside.ifPresent(p -> into.add(Lock.of(p, lock.mode())));
        inside
            .filter(p -> self)
            .flatMap(p -> InnerNames.ownOuter(p, site.owner()))
            .ifPresent(p -> into.add(Lock.of(p, lock.mode())));
      }
    }
    if (site.receiver() && site.args().length > 0) {
      InnerNames.captured(lock, site.args()[0], site.owner(), flows.hierarchy())
          .ifPresent(into::add);
    }
  }
}
