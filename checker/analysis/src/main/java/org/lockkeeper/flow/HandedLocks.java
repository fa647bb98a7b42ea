package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Locks that parts are handed by their owner: where everybody who makes a {@code Part} gives it
 * their own {@code lock}, the part's {@code lock} is another name of it.
 */
final class HandedLocks {
  private final Flows flows;
  private final Map<FieldRef, Optional<FieldRef>> sources = new HashMap<>();
  private Map<MethodRef, Set<Made>> made;

  /** What a constructor is given: the field that each argument was read from, or nothing. */
  private record Made(List<Optional<FieldRef>> given) {}

  HandedLocks(Flows flows) {
    this.flows = flows;
  }

  /** Whether the lock of a part is its owner's, as far as one method names both. */
  boolean same(Place part, Place owner) {
    Optional<FieldRef> of = part.field();
    Optional<FieldRef> held = owner.field();
    return of.isPresent()
        && held.isPresent()
        && !of.equals(held)
        && part.root().equals(owner.root())
        && sources.computeIfAbsent(of.get(), this::source).equals(held);
  }

  private Optional<FieldRef> source(FieldRef field) {
    ClassInfo owner = flows.hierarchy().find(field.owner()).orElse(null);
    boolean fixed =
        owner != null
            && owner.field(field.name()).filter((FieldInfo f) -> f.has(Modifier.FINAL)).isPresent();
    Set<Optional<FieldRef>> all = new LinkedHashSet<>();
    for (MethodInfo m : fixed ? owner.methods() : List.<MethodInfo>of()) {
      if (m.ref().isConstructor()) {
        int param = input(flows, m, field);
        for (Made each : makers().getOrDefault(m.ref(), Set.of())) {
          all.add(param < 0 ? Optional.empty() : each.given().get(param));
        }
      }
    }
    return all.size() == 1 ? all.iterator().next() : Optional.empty();
  }

  /** The parameter that a constructor keeps in a field; -1 for none. */
  static int input(Flows flows, MethodInfo constructor, FieldRef field) {
    int[] found = {-1};
    flows
        .flow(constructor.ref())
        .ifPresent(
            f ->
                f.replay(
                    (op, n, at) -> {
                      if (op instanceof Op.Write w && w.slot().field().equals(field)) {
                        int param = Sym.parameter(at.sym(w.value()));
                        found[0] = param < 0 ? found[0] : param;
                      }
                    }));
    return found[0];
  }

  private Map<MethodRef, Set<Made>> makers() {
    if (made == null) {
      made = new HashMap<>();
      flows.all().forEach(flow -> flow.calls((call, n) -> collect(call, flow.args(n))));
    }
    return made;
  }

  private void collect(Op.Call call, Sym[] args) {
    if (call.method().isConstructor()) {
      made.computeIfAbsent(call.method(), k -> new LinkedHashSet<>()).add(given(args));
    }
  }

  private static Made given(Sym[] args) {
    return new Made(Arrays.stream(args).skip(1).map(HandedLocks::field).toList());
  }

  private static Optional<FieldRef> field(Sym arg) {
    return arg instanceof Sym.At at ? at.place().field() : Optional.empty();
  }
}
