package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Calls;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.KeyedLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Monitors;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Callbacks;
import org.lockkeeper.interprocedural.EntryLocks;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.interprocedural.Makings;
import org.lockkeeper.interprocedural.Summarizer;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/**
 * Which lock is acquired while which other is held, over the whole compilation; nodes are lock
 * shapes.
 */
public final class LockGraph {
  private static final int MAX_WITNESSES = 8;
  private static final Comparator<Edge> BEST =
      Comparator.comparing((Edge e) -> e.via().size())
          .thenComparing(e -> e.at().file())
          .thenComparing(e -> e.at().line())
          .thenComparing(e -> e.at().column());

  private final Flows flows;
  private final LockNodes nodes;
  private final Makings makings;
  private final PassedObjects passed;
  private final Map<String, Map<String, List<Edge>>> edges = new TreeMap<>();
  private final List<Edge> peers = new ArrayList<>();
  private final List<Edge> direct = new ArrayList<>();
  private final List<Edge> raw = new ArrayList<>();
  private final List<Edge> rings = new ArrayList<>();
  private final LockBindings bindings = new LockBindings();
  private final KeptFunctions kept;
  private final HeldInside inside;
  private final HandedParts parts;
  private final List<Open> open = new ArrayList<>();
  private final Map<MethodRef, List<HeldLocks.Held>> runners = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private final Map<Edge, String> holders = new HashMap<>();

  /**
   * A lock is acquired while another is held.
   *
   * @param in the method that holds {@code held}
   * @param heldAt where that was acquired
   * @param at where {@code in} acquires the other or calls what does
   * @param site where the acquisition itself stands
   * @param via the calls on the way there, outermost first
   * @param gates all other locks held at {@code at}
   * @param type the class of the acquired object, as narrow as it is known
   */
  public record Edge(
      MethodRef in,
      Lock held,
      Site heldAt,
      Lock acquired,
      Site at,
      Site site,
      List<Summary.Via> via,
      List<Lock> gates,
      String type) {

    /** The same step as one of these locks. */
    Edge between(Lock first, Lock then) {
      return new Edge(in, first, heldAt, then, at, site, via, gates, then.place().type());
    }
  }

  /** A call under locks of a function object that is known by its type only. */
  private record Open(MethodFlow flow, Op.Call call, Sym receiver, List<HeldLocks.Held> held) {}

  /** Of a solved compilation. */
  public LockGraph(Flows flows, Makings makings, FieldUses uses) {
    this.flows = flows;
    this.kept = new KeptFunctions(flows);
    this.parts = new HandedParts(flows);
    this.inside = new HeldInside(flows, parts, uses);
    this.nodes = new LockNodes(flows);
    this.makings = makings;
    this.passed = new PassedObjects(flows);
    flows.all().forEach(this::collect);
    open.forEach(this::callback);
    direct.addAll(new LockedInTurn(flows).listed());
    List<Edge> bound = new ArrayList<>();
    List.of(direct, raw).forEach(all -> all.forEach(e -> bind(e, bound)));
    nodes.relate();
    direct.forEach(this::sort);
    bound.forEach(this::sort);
    for (Map<String, List<Edge>> each : edges.values()) {
      for (List<Edge> all : each.values()) {
        all.sort(BEST);
        all.subList(Math.min(all.size(), MAX_WITNESSES), all.size()).clear();
      }
    }
    peers.sort(BEST);
  }

  /** What makers and callers make of it. */
  private void bind(Edge e, List<Edge> into) {
    for (LockBindings.Pair p : bindings.of(e, flows)) {
      if (p.ring()) {
        rings.add(e);
      } else {
        Lock held = new Lock(p.held(), e.held().mode());
        Lock acquired = new Lock(p.acquired(), e.acquired().mode());
        if (!LockNodes.unnamed(nodes.of(held)) && !LockNodes.unnamed(nodes.of(acquired))) {
          into.add(e.between(held, acquired));
        }
      }
    }
  }

  private void sort(Edge edge) {
    String from = nodes.of(edge.held());
    String to = nodes.of(edge.acquired());
    boolean family = nodes.family(from, to) && !LockBindings.distinct(edge);
    if (nodes.same(from, to) || family) {
      peers.add(edge);
    } else {
      edges
          .computeIfAbsent(from, k -> new TreeMap<>())
          .computeIfAbsent(to, k -> new ArrayList<>())
          .add(edge);
    }
  }

  /** From node to node, sorted; witnesses best first. */
  public Map<String, Map<String, List<Edge>>> edges() {
    return edges;
  }

  /** Where the one lock, as other threads know it, is held while the other is acquired. */
  public List<Edge> between(Lock held, Lock acquired) {
    return edges.getOrDefault(nodes.of(held), Map.of()).getOrDefault(nodes.of(acquired), List.of());
  }

  /** Every nesting, one for each place in the program where it stands. */
  public List<Edge> direct() {
    return direct;
  }

  /** Nestings of two locks of one node, such as the monitors of two accounts. */
  public List<Edge> peers() {
    return peers;
  }

  /** The class of the object that is held, as narrow as the way to the other lock tells. */
  String holder(Edge e) {
    return holders.getOrDefault(e, e.held().place().type());
  }

  /** Nestings of two neighbours of a ring of objects. */
  List<Edge> rings() {
    return rings;
  }

  /** Which locks may be the same object. */
  public LockNodes nodes() {
    return nodes;
  }

  /** Nodes that somebody acquires other than for reading. */
  SortedSet<String> written() {
    return new TreeSet<>(written);
  }

  /** Whether anybody acquires the lock other than for reading. */
  boolean written(String node) {
    return written.contains(node);
  }

  private void collect(MethodFlow flow) {
    Lock monitor = Monitors.of(flow.method());
    if (monitor != null) {
      nodes.of(monitor);
    }
    flow.replay(
        (op, n, at) -> {
          bindings.see(flow, op, n, at);
          kept.see(flow, op, n, at);
          if (op instanceof Op.Enter enter) {
            Place entered = KeyedLocks.monitor(enter.lock(), at, flow, flows);
            Lock lock = new Lock(entered, Mode.EXCLUSIVE);
            add(flow, at, enter.site(), plain(lock, enter.site()));
          } else if (op instanceof Op.Call call) {
            call(flow, call, n, at);
          }
        });
  }

  private void call(MethodFlow flow, Op.Call call, int n, Point at) {
    Meaning meaning = flows.meaning(call.method());
    acquired(flow, call, n, at);
    for (Edge e : inside.of(call, n, at, flow)) {
      (vague(flow, e.acquired()) || vague(flow, e.held()) ? raw : direct).add(e);
    }
    if (!at.held().isEmpty() || flow.method().isLambda()) {
      functions(flow, call, n, at.held().all());
    }
    if (at.held().isEmpty()) {
      return;
    }
    Terms terms = at.terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
    for (Fact.Takes f : meaning.takes()) {
      if (f.when() == When.ALWAYS) {
        Optional<Lock> lock = flows.guard(f.guard(), call.method()).flatMap(terms::lock);
        lock.ifPresent(l -> add(flow, at, call.site(), plain(l, call.site())));
      }
    }
    Sym on = Knowledge.receiver(call, n, flow);
    if (!meaning.locking() && !flows.guess(call, on, flow.method())) {
      for (MethodInfo target : flows.targets(call, on)) {
        through(flow, at, target, terms, call, n, on);
      }
    }
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      boolean inside = h.target().isLambda() && !flows.inherited(h.target().ref()).isEmpty();
      if (!h.later() && !inside) {
        through(flow, at, h.target(), at.terms(h.args(), h.receiver()), call, n, null);
        runners.computeIfAbsent(h.target().ref(), k -> new ArrayList<>()).addAll(at.held().all());
      }
    }
  }

  private void acquired(MethodFlow flow, Op.Call call, int n, Point at) {
    for (Fact.Acquires f : flows.meaning(call.method()).acquires()) {
      Place place = Calls.locked(f.lock(), call, flow.args(n), at);
      if (place != null && f.when() == When.ALWAYS && f.mode() != Mode.OPTIMISTIC) {
        add(flow, at, call.site(), plain(Lock.of(place, f.mode()), call.site()));
      }
    }
    Optional<Place> spun = flows.homeMade().spins().taken(call, n, flow);
    spun.ifPresent(p -> add(flow, at, call.site(), plain(Lock.of(p, Mode.EXCLUSIVE), call.site())));
  }

  /** Calls of function objects that are known by their types only. */
  private void functions(MethodFlow flow, Op.Call call, int n, List<HeldLocks.Held> held) {
    if (call.dispatch() != Op.Dispatch.STATIC && flows.handoffs().runs(call)) {
      open.add(new Open(flow, call, Knowledge.receiver(call, n, flow), held));
    }
    for (KeptFunctions.Run run : kept.run(call, n, flow)) {
      open.add(new Open(flow, run.call(), run.function(), held));
    }
  }

  private void callback(Open o) {
    List<HeldLocks.Held> around = new ArrayList<>(o.held());
    if (around.isEmpty()) {
      around.addAll(runners.getOrDefault(o.flow().method().ref(), List.of()));
    }
    for (MethodInfo target : kept.of(o.call(), o.receiver(), o.flow())) {
      for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
        List<Summary.Via> via = new ArrayList<>();
        via.add(new Summary.Via(o.call().site(), target.ref()));
        via.addAll(a.via());
        Lock lock = Summarizer.foreign(a.lock(), -1);
        for (HeldLocks.Held h : vague(o.flow(), lock) ? List.<HeldLocks.Held>of() : around) {
          if (!vague(o.flow(), h.lock())) {
            MethodRef in = o.flow().method().ref();
            Site at = o.call().site();
            List<Lock> gates = List.of();
            direct.add(
                new Edge(
                    in, h.lock(), h.site(), lock, at, a.site(), List.copyOf(via), gates, a.type()));
          }
        }
      }
    }
  }

  private void through(
      MethodFlow flow, Point at, MethodInfo target, Terms terms, Op.Call call, int n, Sym on) {
    Callbacks callbacks = new Callbacks(flows, terms);
    for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
      if (callbacks.possible(a)) {
        Summary.Acquisition here = callbacks.outside(a, call, on, target, n, flow);
        if (here.callback() == null || called(flow.method().ref(), here)) {
          add(flow, at, call.site(), here);
        }
      }
    }
  }

  /**
   * Some caller is known to pass an object of the class whose method is called back; an object of
   * the method's own class may always be of a subclass.
   */
  private boolean called(MethodRef method, Summary.Acquisition a) {
    Place object = a.lock().place();
    boolean monitor = object.path().isEmpty() && object.root().equals(a.callback().root());
    return !(a.callback().root() instanceof Root.Param param)
        || passed.some(method, param.index(), a.callback().type(), monitor);
  }

  private static Summary.Acquisition plain(Lock lock, Site site) {
    return new Summary.Acquisition(lock, site, List.of(), lock.place().type(), null);
  }

  private void add(MethodFlow flow, Point at, Site where, Summary.Acquisition a) {
    Lock taken = parts.accessed(parts.own(a.lock()));
    Lock lock = shared(taken, flow, at);
    if (lock.mode() != Mode.SHARED) {
      written.add(nodes.of(lock));
    }
    boolean pointless =
        at.owned(taken.place())
            || at.held().locked(taken.place())
            || at.held().all().stream().anyMatch(h -> ChosenLocks.may(h, taken.place(), flow));
    if (pointless || lock.mode() == Mode.PERMIT && !makings.onePermit(lock.place())) {
      return;
    }
    for (HeldLocks.Held h : at.held().all()) {
      boolean counts = !h.stamp() && !Confinement.is(h.lock());
      boolean freed = flows.homeMade().frees(lock.place(), h.lock().place(), flows);
      if (counts && !freed && !inherited(flow, h)) {
        List<Lock> gates = HeldInside.others(at, h.lock());
        Lock held = shared(parts.accessed(h.lock()), flow, at);
        boolean vague = vague(flow, lock) || vague(flow, held);
        MethodRef in = flow.method().ref();
        Edge edge = new Edge(in, held, h.site(), lock, where, a.site(), a.via(), gates, a.type());
        (vague ? raw : direct).add(edge);
        for (List<Place> pair : ChosenOrder.of(h, lock.place(), flow, flows)) {
          Lock outer = new Lock(pair.get(0), held.mode());
          Lock inner = new Lock(pair.get(1), lock.mode());
          direct.add(
              new Edge(in, outer, h.site(), inner, where, a.site(), a.via(), gates, a.type()));
        }
        if (a.callback() != null && held.place().equals(a.callback())) {
          holders.put(edge, a.callback().type());
        }
      }
    }
  }

  /** A local variable that other threads see is one lock for all of them. */
  private static Lock shared(Lock lock, MethodFlow flow, Point at) {
    boolean bare = lock.place().path().isEmpty() && LockNodes.library(lock.place().type());
    return bare && !at.owned(lock.place())
        ? new Lock(LockBindings.settled(lock.place(), flow), lock.mode())
        : lock;
  }

  /**
   * Held by the callers of a helper: the nesting is theirs, and they have it through its summary.
   */
  private static boolean inherited(MethodFlow flow, HeldLocks.Held held) {
    return held.origin() == EntryLocks.INHERITED && !flow.method().isLambda();
  }

  /** Cannot be the same object in two threads, as far as anybody can tell. */
  private boolean vague(MethodFlow flow, Lock lock) {
    return LockNodes.unnamed(nodes.of(lock))
        || OwnMonitors.is(lock, flow, flows)
        || lock.mode() == Mode.PERMIT && !makings.onePermit(lock.place());
  }
}
