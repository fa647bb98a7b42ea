package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Element;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Loops that lock one element after the other of what a caller passes, in the caller's order, and
 * keep the locks.
 */
final class LockedInTurn {
  private final Flows flows;
  private final List<Edge> all = new ArrayList<>();
  private final List<Edge> listed = new ArrayList<>();
  private final OpposedLoops opposed = new OpposedLoops();

  LockedInTurn(Flows flows) {
    this.flows = flows;
    flows.all().stream().filter(MethodFlow::locks).forEach(this::collect);
  }

  /** From an element to the next. */
  List<Edge> all() {
    return all;
  }

  /** From each lock that the loop's own method lists by name to those after it. */
  List<Edge> listed() {
    return listed;
  }

  /** From an element to the next, and from that back to it. */
  List<List<Edge>> opposed() {
    return opposed.all();
  }

  private void collect(MethodFlow flow) {
    for (Loops.Loop loop : new Loops(flow).all()) {
      flow.ends(
          (block, point) -> {
            boolean inside = loop.blocks().get(block.index());
            for (Block.Edge next : inside ? block.next() : List.<Block.Edge>of()) {
              if (next.target() == loop.head()) {
                again(point, loop, flow);
              }
            }
          });
    }
  }

  /** What is held when the next round begins. */
  private void again(Point point, Loops.Loop loop, MethodFlow flow) {
    List<HeldLocks.Held> fresh = new ArrayList<>(point.held().all());
    fresh.removeIf(h -> h.origin() < 0 || !loop.blocks().get(flow.blockOf(h.origin())));
    boolean gated = fresh.size() < point.held().all().size();
    for (HeldLocks.Held h : gated ? List.<HeldLocks.Held>of() : fresh) {
      int param = param(h.lock().place(), flow);
      boolean waits = h.lock().exclusive() && waits(h.origin(), flow);
      if (waits && param >= 0 && !arranged(param, flow) && chosen(param, flow)) {
        all.add(edge(flow.method().ref(), each(h.lock()), h.site()));
      } else if (waits && param < 0) {
        Element.of(h.lock().place(), flow).ifPresent(e -> list(e, h, flow));
        Element.of(h.lock().place(), flow)
            .filter(e -> LockBindings.named(e.whole()) && !e.whole().path().isEmpty())
            .ifPresent(e -> opposed.see(e, h.lock(), round(flow, h), loop, flow));
      }
    }
  }

  /** {@code for (Lock each : List.of(first, second)) each.lock()}. */
  private void list(Element element, HeldLocks.Held h, MethodFlow flow) {
    List<Place> order = new ArrayList<>();
    for (Place each : made(element.whole()) ? own(element.whole(), flow) : List.<Place>of()) {
      Optional<Place> lock = LockBindings.named(each) ? Optional.of(each) : Optional.empty();
      for (Step step : element.way()) {
        lock = lock.flatMap(l -> l.then(step, h.lock().place().type()));
      }
      lock.filter(l -> !order.contains(l)).ifPresent(order::add);
    }
    for (int i = 0; i < order.size(); i++) {
      for (Place later : order.subList(i + 1, order.size())) {
        Lock first = new Lock(order.get(i), h.lock().mode());
        Lock then = new Lock(later, h.lock().mode());
        listed.add(edge(flow.method().ref(), first, h.site()).between(first, then));
      }
    }
  }

  private static boolean made(Place whole) {
    return whole.root() instanceof Root.Fresh && whole.path().isEmpty();
  }

  /** The elements of what the method makes itself and hands to nobody who may arrange them. */
  private List<Place> own(Place whole, MethodFlow flow) {
    boolean[] moved = new boolean[1];
    List<Place> added = new ArrayList<>();
    flow.calls(
        (call, n) -> {
          Sym[] args = flow.args(n);
          boolean acts = flows.book().says(Fact.Acts.class, call.method());
          for (int i = 0; i < args.length; i++) {
            boolean given = args[i] instanceof Sym.At at && at.place().equals(whole);
            boolean adds = given && acts && i == 0 && args.length == 2 && !rearranges(call);
            if (adds && call.dispatch() != Op.Dispatch.STATIC) {
              added.add(args[1] == null ? whole : args[1].where().orElse(whole));
            } else if (given && (acts || i > 0)) {
              moved[0] = true;
            }
          }
        });
    int maker = ((Root.Fresh) whole.root()).op();
    List<Place> all = elements(new Sym.At(whole, maker), flow);
    if (all.size() == 1 && made(all.get(0)) && !all.get(0).equals(whole)) {
      all = elements(new Sym.At(all.get(0), ((Root.Fresh) all.get(0).root()).op()), flow);
    }
    all.addAll(added);
    return moved[0] ? List.of() : all;
  }

  private boolean rearranges(Op.Call call) {
    return flows.book().says(Fact.Removes.class, call.method())
        || flows.handoffs().function(call.method().params().get(0)).isPresent();
  }

  /** Whether an operation that takes a lock waits for it, and does not only try. */
  private boolean waits(int op, MethodFlow flow) {
    if (!(flow.op(op) instanceof Op.Call call)) {
      return true;
    }
    Meaning meaning = flows.meaning(call.method());
    return meaning.acquires().stream().anyMatch(f -> f.when() == When.ALWAYS)
        || meaning.takes().stream().anyMatch(f -> f.when() == When.ALWAYS)
        || flows.targets(call, op, flow).stream()
            .anyMatch(m -> !flows.summary(m.ref()).acquires().isEmpty());
  }

  private static Edge edge(MethodRef in, Lock lock, Site at) {
    String type = lock.place().type();
    return new Edge(in, lock, at, lock, at, at, List.of(), List.of(), type);
  }

  private static Edge round(MethodFlow flow, HeldLocks.Held h) {
    return edge(flow.method().ref(), each(h.lock()), h.site());
  }

  /** The lock under a name without the index. */
  private static Lock each(Lock lock) {
    Optional<Place> at = Optional.of(Place.of(lock.place().root(), lock.place().rootType()));
    for (Step step : lock.place().path()) {
      Step any = Parts.isElement(step) ? new Step.Part("[]", 0) : step;
      at = at.flatMap(p -> p.then(any, lock.place().type()));
    }
    return new Lock(at.orElse(lock.place()), lock.mode());
  }

  /** The array or container that an element comes from, if a caller passes it; -1 for others. */
  private int param(Place lock, MethodFlow flow) {
    Place from = Element.of(lock, flow).map(Element::whole).orElse(null);
    boolean passed = from != null && from.path().isEmpty() && from.root() instanceof Root.Param;
    return passed && !sorted(from.type()) ? ((Root.Param) from.root()).index() : -1;
  }

  private boolean sorted(String type) {
    return flows.book().ofType(Fact.Is.class, type).stream()
        .anyMatch(f -> f.trait() == Fact.Trait.SORTED);
  }

  /** Whether the method may have put the elements in an order, or had it done. */
  private boolean arranged(int param, MethodFlow flow) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) -> {
          Sym[] args = flow.args(n);
          int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
          for (int i = 0; i < args.length; i++) {
            boolean acts = flows.book().says(Fact.Acts.class, call.method());
            found[0] |= Sym.parameter(args[i]) == param && (i >= first || acts);
          }
        });
    return found[0];
  }

  /** Whether callers choose the order, and not all of them the same. */
  private boolean chosen(int param, MethodFlow flow) {
    List<Callers.Caller> callers = flows.callers().of(flow.method().ref());
    int first = flow.method().isStatic() ? 0 : 1;
    List<List<Place>> orders = new ArrayList<>();
    boolean free = callers.isEmpty();
    for (Callers.Caller c : callers) {
      Sym[] args = c.in().args(c.op());
      Sym passed = param + first < args.length ? args[param + first] : null;
      if (passed instanceof Sym.At at && at.place().field().isEmpty()) {
        List<Place> order = elements(at, c.in());
        free |= order.isEmpty() || !order.stream().allMatch(LockBindings::named);
        orders.add(order);
      }
    }
    return free || orders.stream().anyMatch(a -> orders.stream().anyMatch(b -> turned(a, b)));
  }

  /** What a new array or list is filled with, in order. */
  private static List<Place> elements(Sym.At whole, MethodFlow flow) {
    List<Place> all = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w
              && w.slot().field().equals(FieldRef.ELEMENT)
              && at.place(w.slot().base().orElseThrow()).equals(whole.place())) {
            all.add(at.place(w.value()));
          }
        });
    if (all.isEmpty() && whole.origin() >= 0 && flow.op(whole.origin()) instanceof Op.Call) {
      for (Sym arg : flow.args(whole.origin())) {
        Optional<Place> each = arg == null ? Optional.empty() : arg.where();
        all.add(each.orElse(whole.place()));
      }
    }
    return all;
  }

  private static boolean turned(List<Place> a, List<Place> b) {
    return !a.stream().filter(b::contains).toList().equals(b.stream().filter(a::contains).toList());
  }
}
