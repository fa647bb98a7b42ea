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

  LockedInTurn(Flows flows) {
    this.flows = flows;
    flows.all().stream().filter(MethodFlow::locks).forEach(this::collect);
  }

  /** From an element to the next. */
  List<Edge> all() {
    return all;
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
      }
    }
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
