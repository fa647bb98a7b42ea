package org.lockkeeper.order;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/** Whether each object has a lock of its own in a field, or one that several share. */
final class LockFields {
  private final Flows flows;

  LockFields(Flows flows) {
    this.flows = flows;
  }

  /** Each object makes its own. */
  boolean own(Step step) {
    boolean[] own = {step instanceof Step.Field};
    writes(step, (flow, value) -> own[0] &= Dispatch.made(value) || handed(flow, value));
    return own[0];
  }

  /** All who make objects hand them a lock that they make for each. */
  private boolean handed(MethodFlow flow, Sym value) {
    int param = flow.method().ref().isConstructor() ? Sym.parameter(value) : -1;
    List<Callers.Caller> makers = flows.callers().of(flow.method().ref());
    return param >= 0
        && !makers.isEmpty()
        && makers.stream().allMatch(m -> Dispatch.made(m.in().args(m.op())[param + 1]));
  }

  /** All who make objects hand them a lock that they keep themselves. */
  boolean shared(Step step) {
    boolean[] found = {false, true};
    writes(
        step,
        (flow, value) -> {
          int param = flow.method().ref().isConstructor() ? Sym.parameter(value) : -1;
          List<Callers.Caller> makers = flows.callers().of(flow.method().ref());
          found[0] |= param >= 0;
          found[1] &= param >= 0 && !makers.isEmpty();
          makers.forEach(m -> found[1] &= kept(m.in().args(m.op()), param + 1));
        });
    return found[0] && found[1];
  }

  private static boolean kept(Sym[] args, int index) {
    return index < args.length
        && args[index] instanceof Sym.At at
        && at.place().field().isPresent();
  }

  private void writes(Step step, BiConsumer<MethodFlow, Sym> visitor) {
    FieldRef field = step instanceof Step.Field f ? f.ref() : null;
    Optional<ClassInfo> owner =
        field == null ? Optional.empty() : flows.hierarchy().find(field.owner());
    for (MethodInfo m : owner.map(ClassInfo::methods).orElse(List.of())) {
      flows.flow(m.ref()).ifPresent(flow -> writes(field, flow, visitor));
    }
  }

  private static void writes(FieldRef field, MethodFlow flow, BiConsumer<MethodFlow, Sym> visitor) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().field().equals(field)) {
            visitor.accept(flow, at.sym(w.value()));
          }
        });
  }

  /** The class of the object that a lock belongs to. */
  static String owner(Place lock) {
    return lock.path().size() == 1 ? lock.rootType() : lock.parent().type();
  }
}
