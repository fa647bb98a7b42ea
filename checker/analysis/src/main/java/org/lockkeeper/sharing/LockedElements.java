package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Element;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Locks of all elements of an array or container, which a loop before has taken and kept. */
final class LockedElements {
  private final Flows flows;

  LockedElements(Flows flows) {
    this.flows = flows;
  }

  /** Whether the lock of whichever element is held at an operation. */
  boolean held(Lock wanted, Mode need, int op, MethodFlow flow) {
    Element element = flow.locks() ? Element.of(wanted.place(), flow).orElse(null) : null;
    if (element == null || element.whole().root() instanceof Root.Unknown) {
      return false;
    }
    for (Loops.Loop loop : new Loops(flow).all()) {
      boolean before = !loop.blocks().get(flow.blockOf(op));
      if (before && takes(loop, element, need, flow) && lasts(loop, element, op, flow)) {
        return true;
      }
    }
    return false;
  }

  /** Whether each round ends with the lock of its element. */
  private boolean takes(Loops.Loop loop, Element element, Mode need, MethodFlow flow) {
    boolean[] all = {false, true};
    flow.ends(
        (block, point) -> {
          boolean back = block.next().stream().anyMatch(e -> e.target() == loop.head());
          if (loop.blocks().get(block.index()) && back) {
            all[0] = true;
            all[1] &= point.held().all().stream().anyMatch(h -> is(h, element, need, loop, flow));
          }
        });
    return all[0] && all[1];
  }

  private static boolean is(
      HeldLocks.Held held, Element element, Mode need, Loops.Loop loop, MethodFlow flow) {
    boolean strong = held.lock().exclusive() || need == Mode.SHARED;
    return strong
        && held.origin() >= 0
        && loop.blocks().get(flow.blockOf(held.origin()))
        && Element.of(held.lock().place(), flow).filter(element::equals).isPresent();
  }

  /** Every way to the operation leads through the loop, and none releases such a lock after it. */
  private boolean lasts(Loops.Loop loop, Element element, int op, MethodFlow flow) {
    int target = flow.blockOf(op);
    BitSet head = new BitSet();
    head.set(loop.head());
    if (reaches(new int[] {0}, target, head, flow)) {
      return false;
    }
    for (int n = 0; n < flow.ops(); n++) {
      boolean outside = !loop.blocks().get(flow.blockOf(n));
      if (outside && releases(n, element, flow) && after(n, op, rounds(n, op, loop, flow), flow)) {
        return false;
      }
    }
    return true;
  }

  /** Where other elements are found: in the next round of a loop, or when all are locked again. */
  private static BitSet rounds(int release, int op, Loops.Loop taking, MethodFlow flow) {
    BitSet heads = new BitSet();
    heads.set(taking.head());
    for (Loops.Loop each : new Loops(flow).all()) {
      BitSet blocks = each.blocks();
      if (blocks.get(flow.blockOf(release)) && blocks.get(flow.blockOf(op))) {
        heads.set(each.head());
      }
    }
    return heads;
  }

  /** Whether a call gives back the lock of an element, itself or by what it calls. */
  private boolean releases(int n, Element element, MethodFlow flow) {
    if (!(flow.op(n) instanceof Op.Call call)) {
      return false;
    }
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym[] args = flow.args(n);
    List<Lock> released = new ArrayList<>();
    for (Fact.Releases f : flows.meaning(call.method()).releases()) {
      Place place = Outcomes.target(f.lock(), args, receiver);
      if (place != null) {
        released.add(Lock.of(place, Mode.EXCLUSIVE));
      }
    }
    Terms terms = new Terms(args, receiver);
    for (MethodInfo target : flows.targets(call, n, flow)) {
      flows.summary(target.ref()).drops().forEach(l -> terms.lock(l).ifPresent(released::add));
    }
    return released.stream()
        .anyMatch(l -> Element.of(l.place(), flow).filter(element::equals).isPresent());
  }

  private static boolean after(int from, int op, BitSet without, MethodFlow flow) {
    int start = flow.blockOf(from);
    int target = flow.blockOf(op);
    if (start == target && from < op) {
      return true;
    }
    return reaches(Ways.normal(flow.body().blocks().get(start)), target, without, flow);
  }

  private static boolean reaches(int[] starts, int target, BitSet without, MethodFlow flow) {
    return Ways.from(flow.body(), starts, at -> !without.get(at), Ways::all).get(target);
  }
}
