package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
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
  private static final int MAX_WITNESSES = 4;
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
  private final Set<String> written = new HashSet<>();

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
      String type) {}

  LockGraph(Flows flows, Makings makings) {
    this.flows = flows;
    this.nodes = new LockNodes(flows);
    this.makings = makings;
    this.passed = new PassedObjects(flows);
    flows.all().forEach(this::collect);
    nodes.relate();
    direct.forEach(this::sort);
    for (Map<String, List<Edge>> each : edges.values()) {
      for (List<Edge> all : each.values()) {
        all.sort(BEST);
        all.subList(Math.min(all.size(), MAX_WITNESSES), all.size()).clear();
      }
    }
    peers.sort(BEST);
  }

  private void sort(Edge edge) {
    String from = nodes.of(edge.held());
    String to = nodes.of(edge.acquired());
    if (nodes.same(from, to) || nodes.family(from, to)) {
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

  /** Every nesting, one for each place in the program where it stands. */
  public List<Edge> direct() {
    return direct;
  }

  /** Nestings of two locks of one node, such as the monitors of two accounts. */
  public List<Edge> peers() {
    return peers;
  }

  /** Which locks may be the same object. */
  LockNodes nodes() {
    return nodes;
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
          if (op instanceof Op.Enter enter) {
            Lock lock = new Lock(at.place(enter.lock()), Mode.EXCLUSIVE);
            add(flow, at, enter.site(), plain(lock, enter.site()));
          } else if (op instanceof Op.Call call) {
            call(flow, call, n, at);
          }
        });
  }

  private void call(MethodFlow flow, Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Meaning meaning = flows.meaning(call.method());
    for (Fact.Acquires f : meaning.acquires()) {
      Place place = Outcomes.target(f.lock(), args, receiver);
      if (place != null && f.when() == When.ALWAYS && f.mode() != Mode.OPTIMISTIC) {
        add(flow, at, call.site(), plain(Lock.of(place, f.mode()), call.site()));
      }
    }
    if (at.held().isEmpty()) {
      return;
    }
    Terms terms = new Terms(args, receiver);
    for (Fact.Takes f : meaning.takes()) {
      if (f.when() == When.ALWAYS) {
        Optional<Lock> lock = flows.guard(f.guard(), call.method()).flatMap(terms::lock);
        lock.ifPresent(l -> add(flow, at, call.site(), plain(l, call.site())));
      }
    }
    Sym on = receiver && args.length > 0 ? args[0] : null;
    if (!meaning.locking() && !flows.guess(call, on, flow.method())) {
      for (MethodInfo target : flows.targets(call, on)) {
        through(flow, at, target, terms, call, n, on);
      }
    }
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      if (!h.later() && !h.target().isLambda()) {
        through(flow, at, h.target(), new Terms(h.args(), h.receiver()), call, n, null);
      }
    }
  }

  private void through(
      MethodFlow flow, Point at, MethodInfo target, Terms terms, Op.Call call, int n, Sym on) {
    Callbacks callbacks = new Callbacks(flows, terms);
    for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
      if (callbacks.possible(a)) {
        Summary.Acquisition here = callbacks.outside(a, call, on, target, n, flow);
        if (here.callback() == null || called(flow.method().ref(), here.callback())) {
          add(flow, at, call.site(), here);
        }
      }
    }
  }

  /** Some caller is known to pass an object of the class whose method is called back. */
  private boolean called(MethodRef method, Place callback) {
    int param = ((Root.Param) callback.root()).index();
    return passed.some(method, param, callback.type());
  }

  private static Summary.Acquisition plain(Lock lock, Site site) {
    return new Summary.Acquisition(lock, site, List.of(), lock.place().type(), null);
  }

  private void add(MethodFlow flow, Point at, Site where, Summary.Acquisition a) {
    Lock lock = a.lock();
    String node = nodes.of(lock);
    if (lock.mode() != Mode.SHARED) {
      written.add(node);
    }
    boolean pointless = at.owned(lock.place()) || at.held().find(lock.place()).isPresent();
    if (pointless || vague(flow, lock)) {
      return;
    }
    for (HeldLocks.Held h : at.held().all()) {
      if (h.lock().mode() != Mode.OPTIMISTIC && !inherited(flow, h) && !vague(flow, h.lock())) {
        List<Lock> gates = new ArrayList<>();
        at.held().all().stream().filter(g -> g != h).forEach(g -> gates.add(g.lock()));
        MethodRef in = flow.method().ref();
        direct.add(
            new Edge(in, h.lock(), h.site(), lock, where, a.site(), a.via(), gates, a.type()));
      }
    }
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
        || own(flow, lock)
        || lock.mode() == Mode.PERMIT && !makings.onePermit(lock.place());
  }

  /** A monitor that only its own thread can see: an object under construction, or one made here. */
  private static boolean own(MethodFlow flow, Lock lock) {
    boolean making =
        flow.method().ref().isConstructor() && lock.place().root() instanceof Root.This;
    return making || lock.place().root() instanceof Root.Fresh && lock.place().path().isEmpty();
  }
}
