package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** Truth values that are computed from others without a branch: {@code got & ready}. */
final class Compounds {
  private static final String BOX = "java.lang.Boolean";

  private final MethodFlow flow;

  Compounds(MethodFlow flow) {
    this.flow = flow;
  }

  /** A truth value that must be so if the whole is. */
  record Part(Sym value, boolean wanted) {}

  /** What follows for the parts; empty for other values. */
  List<Part> of(Sym value, boolean wanted) {
    List<Part> all = new ArrayList<>();
    if (value instanceof Sym.Calc calc && calc.parts().size() == 2) {
      Sym left = calc.parts().get(0);
      Sym right = calc.parts().get(1);
      switch (calc.operator()) {
        case "&" -> both(left, right, wanted, true, all);
        case "|" -> both(left, right, wanted, false, all);
        case "^" -> equal(left, right, !wanted, all);
        default -> {}
      }
    } else if (value instanceof Sym.At at
        && at.origin() >= 0
        && flow.op(at.origin()) instanceof Op.Call call
        && call.method().signature().equals("equals(Object)")) {
      equal(flow.args(at.origin())[0], flow.args(at.origin())[1], wanted, all);
    }
    return all;
  }

  /** Of {@code a & b} both are true if it is, of {@code a | b} both false. */
  private static void both(Sym a, Sym b, boolean wanted, boolean all, List<Part> into) {
    if (wanted == all || truth(b) != null && truth(b) == all) {
      into.add(new Part(a, wanted));
    }
    if (wanted == all || truth(a) != null && truth(a) == all) {
      into.add(new Part(b, wanted));
    }
    into.removeIf(p -> p.value() == null || truth(p.value()) != null);
  }

  private static void equal(Sym a, Sym b, boolean equal, List<Part> into) {
    if (truth(b) != null && a != null) {
      into.add(new Part(a, truth(b) == equal));
    } else if (truth(a) != null && b != null) {
      into.add(new Part(b, truth(a) == equal));
    }
  }

  /** The constant, plain or in its box; {@code null} for other values. */
  static Boolean truth(Sym value) {
    if (value instanceof Sym.Lit l) {
      return l.value() instanceof Boolean b ? b : null;
    }
    Place place = value == null ? null : value.where().orElse(null);
    boolean box =
        place != null
            && place.root() instanceof Root.Static
            && place.last().orElse(null) instanceof Step.Field f
            && f.ref().owner().equals(BOX)
            && f.ref().type().equals(BOX);
    return box ? Boolean.valueOf(place.field().get().name()) : null;
  }
}
