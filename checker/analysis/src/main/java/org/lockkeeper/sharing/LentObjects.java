package org.lockkeeper.sharing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Objects that a call leads to beside its receiver: its arguments, and what the receiver was given
 * where the caller has just made that: {@code new Transfer(shared).run()}.
 */
final class LentObjects {
  private LentObjects() {}

  /** Each as the callee names it, with what the caller calls it. */
  static Map<Place, Place> by(Op.Call call, Sym[] args, Point at, MethodFlow callee) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Map<Place, Place> lent = new LinkedHashMap<>();
    int first = receiver ? 1 : 0;
    for (int i = 0; i < callee.method().params().size(); i++) {
      MethodInfo.Param param = callee.method().params().get(i);
      boolean object = !Primitives.is(param.type()) && first + i < args.length;
      if (object && args[first + i] instanceof Sym.At arg) {
        lent.put(Place.of(new Root.Param(i, param.name()), param.type()), arg.place());
      }
    }
    if (receiver && !call.method().isConstructor() && args[0] instanceof Sym.At on) {
      lent.putAll(at.given(on.place()));
    }
    return lent;
  }
}
