package org.lockkeeper.cooperation;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** Final fields whose object every constructor makes ready: waiting for it does not block. */
final class ReadyFields {
  private final Flows flows;
  private final Map<FieldRef, Boolean> known = new HashMap<>();

  ReadyFields(Flows flows) {
    this.flows = flows;
  }

  boolean has(Place place) {
    FieldRef field = place.field().orElse(null);
    if (field == null) {
      return false;
    }
    Boolean ready = known.get(field);
    if (ready == null) {
      ready = flows.hierarchy().find(field.owner()).filter(c -> made(c, field)).isPresent();
      known.put(field, ready);
    }
    return ready;
  }

  private boolean made(ClassInfo info, FieldRef field) {
    if (info.field(field.name()).filter(f -> f.has(Modifier.FINAL)).isEmpty()) {
      return false;
    }
    boolean any = false;
    for (MethodInfo m : info.methods()) {
      MethodFlow flow = m.ref().isConstructor() ? flows.flowAnywhere(m).orElse(null) : null;
      Set<Place> names = flow == null ? Set.of() : names(flow, field);
      if (!names.isEmpty() && !readies(flow, names)) {
        return false;
      }
      any |= !names.isEmpty();
    }
    return any;
  }

  /** What a constructor puts into the field, and the field itself; none where it does not. */
  private static Set<Place> names(MethodFlow flow, FieldRef field) {
    Set<Place> names = new HashSet<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().field().equals(field)) {
            flow.cell(w.slot(), at).ifPresent(names::add);
            if (at.sym(w.value()) instanceof Sym.At value) {
              names.add(value.place());
            }
          }
        });
    return names;
  }

  private static boolean readies(MethodFlow flow, Set<Place> names) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) -> {
          for (Fact.Ready fact : flow.meaning(call.method()).ready()) {
            found[0] |=
                fact.when() == Fact.When.ALWAYS
                    && fact.what().position() == Target.THIS
                    && flow.args(n)[0] instanceof Sym.At on
                    && names.contains(on.place());
          }
        });
    return found[0];
  }
}
