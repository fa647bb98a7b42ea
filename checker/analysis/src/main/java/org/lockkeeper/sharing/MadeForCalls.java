package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Objects that all callers of a method have made for the call and nobody else has yet, and those
 * that nobody has any more.
 */
final class MadeForCalls {
  private final Flows flows;
  private final ConstructorInputs inputs;

  /** Methods that function objects run. */
  private Set<MethodRef> named;

  MadeForCalls(Flows flows) {
    this.flows = flows;
    this.inputs = new ConstructorInputs(flows);
  }

  /** {@code copyTo(new Info())}, or a helper that is called on new objects only. */
  boolean forCall(Place target, MethodFlow flow) {
    if (target.root() instanceof Root.Param given) {
      return argument(given.index(), flow, new HashSet<>());
    }
    boolean hidden = !flow.method().has(Modifier.PUBLIC) && !flow.method().has(Modifier.PROTECTED);
    boolean own = target.root() instanceof Root.This && target.path().size() == 1;
    if (own && finalizer(flow.method())) {
      return target.field().filter(f -> !inputs.has(f)).isPresent();
    }
    return own && hidden && !flow.method().ref().isConstructor() && receiver(flow, new HashSet<>());
  }

  /** It runs when nobody else has the object (JLS 12.6). */
  private static boolean finalizer(MethodInfo method) {
    return method.ref().signature().equals("finalize()") && !method.isStatic();
  }

  private boolean receiver(MethodFlow flow, Set<MethodRef> seen) {
    List<Callers.Caller> all = flows.callers().of(flow.method().ref());
    seen.add(flow.method().ref());
    for (Callers.Caller caller : all) {
      Sym[] args = caller.in().args(caller.op());
      Sym object = args.length == 0 ? null : args[0];
      boolean here = made(object, caller.in()) && kept(object, caller);
      if (!here && !ofThread(object, caller.in()) && !helped(object, caller.in(), seen)) {
        return false;
      }
    }
    return !all.isEmpty() && !named().contains(flow.method().ref());
  }

  /** {@code workers.get().run(task)}, where each thread has a worker. */
  private static boolean ofThread(Sym object, MethodFlow in) {
    int maker = Dispatch.maker(object);
    return maker >= 0 && in.op(maker) instanceof Op.Call call && in.meaning(call.method()).own();
  }

  /** A helper of a method that itself is only called so. */
  private boolean helped(Sym object, MethodFlow in, Set<MethodRef> seen) {
    boolean self =
        object instanceof Sym.At at
            && at.place().path().isEmpty()
            && at.place().root() instanceof Root.This;
    MethodRef caller = in.method().ref();
    return self
        && !in.method().isLambda()
        && !in.method().has(Modifier.PUBLIC)
        && !in.method().has(Modifier.PROTECTED)
        && (seen.contains(caller) || receiver(in, seen));
  }

  /** Whether nobody else has the object when it is called. */
  private static boolean kept(Sym object, Callers.Caller caller) {
    Place place = ((Sym.At) object).place();
    boolean[] kept = new boolean[1];
    caller.in().replay((op, n, at) -> kept[0] |= n == caller.op() && at.owned(place));
    return kept[0];
  }

  private Set<MethodRef> named() {
    if (named == null) {
      named = new HashSet<>();
      for (MethodFlow flow : flows.all()) {
        flow.replay(
            (op, n, at) -> {
              if (op instanceof Op.New made) {
                made.function().map(Op.Function::target).ifPresent(named::add);
              }
            });
      }
    }
    return named;
  }

  /** Callers may also pass on what they were given so. */
  private boolean argument(int param, MethodFlow flow, Set<MethodRef> seen) {
    int index = flow.method().isStatic() ? param : param + 1;
    List<Callers.Caller> all = flows.callers().of(flow.method().ref());
    seen.add(flow.method().ref());
    for (Callers.Caller caller : all) {
      Sym[] args = caller.in().args(caller.op());
      Sym given = index < args.length ? args[index] : null;
      if (!made(given, caller.in()) && !passedOn(given, caller.in(), seen)) {
        return false;
      }
    }
    return !all.isEmpty();
  }

  private boolean passedOn(Sym given, MethodFlow in, Set<MethodRef> seen) {
    int param = Sym.parameter(given);
    return param >= 0
        && in.method().has(Modifier.PRIVATE)
        && (seen.contains(in.method().ref()) || argument(param, in, seen));
  }

  private static boolean made(Sym value, MethodFlow in) {
    return value instanceof Sym.At at
        && Dispatch.made(at)
        && in.op(((Root.Fresh) at.place().root()).op()) instanceof Op.New;
  }
}
