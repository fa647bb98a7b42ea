package org.lockkeeper.sharing;

import java.util.Optional;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Beginnings;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * Elements of an array that any task may change: a certain one, one that data choose ({@code
 * bins[word.charAt(0) - 'a']}), or each in turn from a certain one on. Others may be a slot for
 * each task.
 */
final class CommonSlots {
  private final MethodFlow flow;

  private CommonSlots(MethodFlow flow) {
    this.flow = flow;
  }

  /** The array, where the place is such an element; {@code flow} writes to it. */
  static Optional<Place> array(Place place, MethodFlow flow) {
    if (!Parts.isElement(place)) {
      return Optional.empty();
    }
    boolean certain = place.last().get().toString().matches("\\[\\d+\\]");
    CommonSlots slots = new CommonSlots(flow);
    return certain || slots.written(place, slots::common)
        ? Optional.of(place.parent())
        : Optional.empty();
  }

  /** Whether the last argument of the method tells which element is written. */
  static boolean given(Place place, MethodFlow flow) {
    int last = flow.method().params().size() - 1;
    return Parts.isElement(place)
        && new CommonSlots(flow).written(place, (index, n, sym) -> Sym.parameter(sym) == last);
  }

  /** Tells something of the index that an operation uses. */
  private interface Index {
    boolean is(Value index, int op, Sym sym);
  }

  private boolean written(Place place, Index which) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          boolean here =
              op instanceof Op.Write w
                  && w.slot().field().equals(FieldRef.ELEMENT)
                  && w.slot().index().isPresent()
                  && flow.cell(w.slot(), at).filter(place::equals).isPresent();
          if (here) {
            Value index = ((Op.Write) op).slot().index().get();
            Sym sym = at.sym(index);
            found[0] |= sym != null && which.is(index, n, sym);
          }
        });
    return found[0];
  }

  private boolean common(Value index, int op, Sym sym) {
    return data(sym) || counted(index, sym, op);
  }

  /** Computed from data and constants alone. */
  private boolean data(Sym sym) {
    boolean found = false;
    for (Sym leaf : sym.leaves()) {
      boolean data = leaf instanceof Sym.At at && data(at);
      if (!data && !(leaf instanceof Sym.Lit) && !size(sym)) {
        return false;
      }
      found |= data;
    }
    return found;
  }

  /** {@code … % bins.length}. */
  private static boolean size(Sym sym) {
    return sym instanceof Sym.Calc c && c.operator().equals("length");
  }

  /** An element of an array, or what a call with arguments tells of an object. */
  private boolean data(Sym.At at) {
    if (!at.place().path().isEmpty()) {
      return Parts.isElement(at.place());
    }
    Op.Call call = flow.callOf(at.place().root()).orElse(null);
    Sym[] args = call == null ? new Sym[0] : flow.args(((Root.Unknown) at.place().root()).op());
    return call != null
        && (call.dispatch() != Op.Dispatch.STATIC
            ? args.length > 1
            : args.length > 0 && args[0] != null && data(args[0]));
  }

  /** A counter that starts at a constant. */
  private boolean counted(Value index, Sym sym, int op) {
    boolean counter =
        sym.options().stream().anyMatch(o -> o instanceof Sym.At at && Phi.isNumber(at.place()));
    for (Loops.Loop loop : counter ? new Loops(flow).all() : java.util.List.<Loops.Loop>of()) {
      boolean around = loop.blocks().get(flow.blockOf(op));
      if (around && new Beginnings(flow, loop).of(index) instanceof Sym.Lit) {
        return true;
      }
    }
    return false;
  }
}
