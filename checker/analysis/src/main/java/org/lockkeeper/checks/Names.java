package org.lockkeeper.checks;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/** What findings call the state that threads share. */
final class Names {
  private Names() {}

  /** The container's place; the variable's name for what the method itself has made. */
  static String of(Access access, MethodFlow flow) {
    Place place = Parts.container(access.target());
    boolean made = place.root() instanceof Root.Fresh && place.path().isEmpty();
    boolean here = made && access.via().isEmpty() && flow.op(access.op()) instanceof Op.Call;
    if (here
        && ((Op.Call) flow.op(access.op())).args().stream().findFirst().orElse(null)
            instanceof Value.Var on
        && !on.name().isEmpty()) {
      return on.name();
    }
    return place.toString();
  }
}
