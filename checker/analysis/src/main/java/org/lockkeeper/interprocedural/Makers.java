package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/** Where tasks come from: a lambda, a referenced method or an object of an anonymous class. */
final class Makers {
  private final Flows flows;
  private Map<MethodRef, List<Made>> index;

  /**
   * A task comes into being, once each time that its maker gets there.
   *
   * @param own whether it works for the object that makes it
   */
  record Made(MethodFlow in, int op, boolean own) {
    /** Whether the maker may come by again. */
    boolean repeated() {
      int block = in.blockOf(op);
      return in.reaches(block, block);
    }
  }

  Makers(Flows flows) {
    this.flows = flows;
  }

  /** In the order of the program. */
  List<Made> of(MethodRef body) {
    if (index == null) {
      index = new HashMap<>();
      flows.all().forEach(this::collect);
    }
    return index.getOrDefault(body, List.of());
  }

  private void collect(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.New made && made.function().isPresent()) {
            Op.Function function = made.function().get();
            boolean bound = function.dispatch() != Op.Dispatch.STATIC;
            boolean other = bound && (function.captures().isEmpty() || !itself(flow.args(n)[0]));
            add(function.target(), new Made(flow, n, function.body() || !other));
          } else if (op instanceof Op.New made) {
            methods(made.type()).forEach(m -> add(m, new Made(flow, n, true)));
          }
        });
  }

  private void add(MethodRef body, Made made) {
    index.computeIfAbsent(body, k -> new ArrayList<>()).add(made);
  }

  private static boolean itself(Sym task) {
    return task instanceof Sym.At at
        && at.place().root() instanceof Root.This
        && at.place().path().isEmpty();
  }

  private List<MethodRef> methods(String type) {
    Optional<ClassInfo> anonymous =
        flows.hierarchy().find(type).filter(c -> LockNodes.anonymous(c.name()));
    return anonymous.map(ClassInfo::methods).orElse(List.of()).stream()
        .map(MethodInfo::ref)
        .toList();
  }
}
