package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Who calls a method, as far as the compilation shows. */
final class Callers {
  private final Flows flows;
  private Map<MethodRef, List<Caller>> index;

  /**
   * A call.
   *
   * @param in the method that it stands in
   * @param op its number there
   * @param on what it is called on; {@code null} if that is not known
   */
  record Caller(MethodFlow in, int op, Place on) {
    /** Whether the method is called on the caller's own object. */
    boolean self() {
      return on != null && on.root() instanceof Root.This && on.path().isEmpty();
    }
  }

  Callers(Flows flows) {
    this.flows = flows;
  }

  /** In the order of the program. */
  List<Caller> of(MethodRef method) {
    if (index == null) {
      index = new HashMap<>();
      flows.all().forEach(this::collect);
    }
    return index.getOrDefault(method, List.of());
  }

  private void collect(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          Sym receiver = Knowledge.receiver(call, n, flow);
          Place on = receiver instanceof Sym.At at ? at.place() : null;
          for (MethodInfo target : flows.targets(call, receiver)) {
            index
                .computeIfAbsent(target.ref(), k -> new ArrayList<>())
                .add(new Caller(flow, n, on));
          }
        });
  }
}
