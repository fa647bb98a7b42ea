package org.lockkeeper.sharing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Beginnings;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.HandedLocks;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
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
  /** Callers of callers that are asked for an index. */
  private static final int MAX_CALLERS = 2;

  private final MethodFlow flow;
  private final Flows flows;

  private CommonSlots(MethodFlow flow, Flows flows) {
    this.flow = flow;
    this.flows = flows;
  }

  /** The array, where the place is such an element; {@code flow} writes to it. */
  static Optional<Place> array(Place place, MethodFlow flow, Flows flows) {
    if (!Parts.isElement(place)) {
      return Optional.empty();
    }
    boolean certain = place.last().get().toString().matches("\\[\\d+\\]");
    CommonSlots slots = new CommonSlots(flow, flows);
    boolean common = certain || slots.used(place, slots::common) || slots.besideOne(place);
    Place around = place.parent();
    return !common
        ? Optional.empty()
        : Parts.isElement(around) ? array(around, flow, flows) : Optional.of(around);
  }

  /**
   * An element by a number that the method, or the object of the task, is given, or from there on:
   * its own; also what is inside such an element.
   */
  static boolean named(Place place, MethodFlow flow, Flows flows) {
    if (!Parts.isElement(place) || flow.method().isLambda()) {
      return false;
    }
    CommonSlots slots = new CommonSlots(flow, flows);
    boolean own = slots.used(place, (index, n, sym) -> own(slots.start(index, n, sym)));
    return own || named(place.parent(), flow, flows);
  }

  private static boolean own(Sym sym) {
    return Sym.parameter(sym) >= 0 || field(sym) != null;
  }

  /** Parameters of the method that tell from where on it goes through the elements. */
  static Set<Integer> starts(Place element, MethodFlow flow) {
    Set<Integer> all = new HashSet<>();
    CommonSlots slots = new CommonSlots(flow, null);
    slots.used(element, (index, n, sym) -> !all.add(Sym.parameter(slots.start(index, n, sym))));
    all.remove(-1);
    return all;
  }

  /** The index, or what it began with. */
  private Sym start(Value index, int op, Sym sym) {
    boolean counter = sym instanceof Sym.At at && Phi.isNumber(at.place());
    for (Loops.Loop loop : counter ? new Loops(flow).all() : List.<Loops.Loop>of()) {
      Sym from = loop.blocks().get(flow.blockOf(op)) ? new Beginnings(flow, loop).of(index) : null;
      if (from != null) {
        return from;
      }
    }
    return sym;
  }

  /** The field of the method's own object that it was read from; {@code null} for others. */
  private static FieldRef field(Sym sym) {
    boolean own =
        sym instanceof Sym.At at
            && at.place().root() instanceof Root.This
            && at.place().path().size() == 1;
    return own ? ((Sym.At) sym).place().field().orElse(null) : null;
  }

  /** {@code accounts[from] -= n; accounts[to] += n}: what any task may change is no task's own. */
  private boolean besideOne(Place place) {
    for (Access other : flows.accesses(flow.method().ref())) {
      Place at = other.target();
      boolean beside =
          other.kind() == Access.Kind.WRITE
              && other.via().isEmpty()
              && Parts.isElement(at)
              && at.parent().equals(place.parent())
              && !at.equals(place);
      if (beside && used(at, this::common)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last argument of the method tells which element is written. */
  static boolean given(Place place, MethodFlow flow) {
    int last = flow.method().params().size() - 1;
    return Parts.isElement(place)
        && new CommonSlots(flow, null).used(place, (index, n, sym) -> Sym.parameter(sym) == last);
  }

  /** Tells something of the index that an operation uses. */
  private interface Index {
    boolean is(Value index, int op, Sym sym);
  }

  private boolean used(Place place, Index which) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          Op.Slot slot =
              op instanceof Op.Write w ? w.slot() : op instanceof Op.Read r ? r.slot() : null;
          boolean here =
              slot != null
                  && slot.field().equals(FieldRef.ELEMENT)
                  && slot.index().isPresent()
                  && flow.cell(slot, at).filter(place::equals).isPresent();
          if (here) {
            Value index = slot.index().get();
            Sym sym = at.sym(index);
            found[0] |= sym != null && which.is(index, n, sym);
          }
        });
    return found[0];
  }

  private boolean common(Value index, int op, Sym sym) {
    return common(index, op, sym, MAX_CALLERS);
  }

  private boolean common(Value index, int op, Sym sym, int callers) {
    return data(sym) || counted(index, sym, op) || callers > 0 && passed(sym, callers);
  }

  /** Objects that a loop makes are numbered by it, each by its own number. */
  private boolean told(Value index, int op, Sym sym, MethodInfo to, int callers) {
    return to.ref().isConstructor()
        ? data(sym) || callers > 0 && passed(sym, callers)
        : common(index, op, sym, callers);
  }

  /**
   * Some caller passes a constant (constructors: the same twice), or what is such an index itself.
   */
  private boolean passed(Sym sym, int callers) {
    int param = flow.method().isLambda() ? -1 : Sym.parameter(sym);
    FieldRef field = field(sym);
    if (param >= 0) {
      return passed(flow.method(), param, callers);
    }
    for (MethodInfo m :
        flows.hierarchy().find(field == null ? "" : field.owner()).stream()
            .flatMap(c -> c.methods().stream())
            .filter(m -> m.ref().isConstructor())
            .toList()) {
      int kept = HandedLocks.input(flows, m, field);
      if (kept >= 0 && passed(m, kept, callers)) {
        return true;
      }
    }
    return false;
  }

  private boolean passed(MethodInfo to, int param, int callers) {
    int at = to.isStatic() ? param : param + 1;
    Set<Sym> before = new HashSet<>();
    for (Callers.Caller c : flows.callers().of(to.ref())) {
      Sym[] args = c.in().args(c.op());
      Sym given = at < args.length ? args[at] : null;
      Value index = given == null ? null : ((Op.Call) c.in().op(c.op())).args().get(at);
      boolean once = to.ref().isConstructor() && !repeated(c) && before.add(given);
      boolean there =
          given instanceof Sym.Lit && !once
              || given != null
                  && new CommonSlots(c.in(), flows).told(index, c.op(), given, to, callers - 1);
      if (there) {
        return true;
      }
    }
    return false;
  }

  /** Unlike {@code new Job(slots, 0); new Job(slots, 1)}, where each has a number of its own. */
  private static boolean repeated(Callers.Caller made) {
    int block = made.in().blockOf(made.op());
    return made.in().reaches(block, block);
  }

  /** Computed from data and constants alone, or from a fraction, which is no task's number. */
  private boolean data(Sym sym) {
    boolean found = false;
    if (sym.leaves().stream().anyMatch(this::fraction)) {
      return true;
    }
    for (Sym leaf : sym.leaves()) {
      boolean data = leaf instanceof Sym.At at && data(at);
      if (!data && !(leaf instanceof Sym.Lit) && !size(sym)) {
        return false;
      }
      found |= data;
    }
    return found;
  }

  private boolean fraction(Sym leaf) {
    return leaf instanceof Sym.At at
        && flow.callOf(at.place().root())
            .filter(c -> Set.of("double", "float").contains(c.method().returns()))
            .isPresent();
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
    for (Loops.Loop loop : counter ? new Loops(flow).all() : List.<Loops.Loop>of()) {
      boolean around = loop.blocks().get(flow.blockOf(op));
      if (around && new Beginnings(flow, loop).of(index) instanceof Sym.Lit) {
        return true;
      }
    }
    return false;
  }
}
