package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * What is known to be complete when a callback runs, such as the future that it is told of; also in
 * functions and local classes that it makes, which capture that.
 */
final class CompletedValues {
  private final Flows flows;

  /** Parameters by their positions, captured ones first. */
  private final Map<MethodRef, Set<Integer>> params = new HashMap<>();

  /** Captured variables of local classes. */
  private final Set<FieldRef> fields = new HashSet<>();

  CompletedValues(Flows flows) {
    this.flows = flows;
  }

  /** How many are known. */
  int size() {
    return fields.size() + params.values().stream().mapToInt(Set::size).sum();
  }

  /** Whether a value is complete whenever the method runs. */
  boolean is(MethodRef method, Sym value) {
    int param = Sym.parameter(value);
    boolean own = value instanceof Sym.At at && at.place().root() instanceof Root.This;
    boolean self = own && ((Sym.At) value).place().path().isEmpty();
    return param >= 0 && params.getOrDefault(method, Set.of()).contains(param)
        || own && ((Sym.At) value).place().field().filter(fields::contains).isPresent()
        || (param >= 0 || self) && told(method).contains(self ? Target.THIS : param);
  }

  /** What a callback is told of, or belongs to, when that is complete. */
  private List<Integer> told(MethodRef callback) {
    return flows.book().says(Fact.Blocks.class, callback)
        ? List.of()
        : flows.book().all(Fact.Ready.class, callback).stream()
            .filter(f -> f.when() == Fact.When.ALWAYS)
            .map(f -> f.what().position())
            .toList();
  }

  /** A function is told of what is complete, behind the values that it captures. */
  void told(Op.Function f, MethodRef function) {
    for (int position : told(function)) {
      know(f.target(), f.captures().size() - first(f) + position);
    }
  }

  private static int first(Op.Function f) {
    return f.dispatch() != Op.Dispatch.STATIC && !f.captures().isEmpty() ? 1 : 0;
  }

  private void know(MethodRef method, int param) {
    params.computeIfAbsent(method, k -> new HashSet<>()).add(param);
  }

  /** A function that captures what it is attached to runs when that is complete. */
  void attached(Op.Call call, int n, MethodFlow flow, Handoffs.Handoff h) {
    Sym[] args = flow.args(n);
    boolean stage = call.dispatch() != Op.Dispatch.STATIC && h.later() && args[0] != null;
    for (int i = 0; stage && i < h.args().length; i++) {
      if (args[0] instanceof Sym.At on
          && h.args()[i] instanceof Sym.At captured
          && captured.place().equals(on.place())) {
        know(h.target().ref(), h.receiver() ? i - 1 : i);
      }
    }
  }

  /** What is complete stays so, for whatever the method makes. */
  void captured(MethodFlow flow) {
    boolean local = false;
    for (Block block : flow.body().blocks()) {
      int n = flow.first(block.index());
      for (Op op : block.ops()) {
        if (op instanceof Op.New made && made.function().isPresent()) {
          captured(made.function().get(), flow.args(n), flow.method().ref());
        }
        local |= op instanceof Op.Write w && isCaptured(w.slot().field());
        n++;
      }
    }
    if (local) {
      flow.replay(
          (op, n, at) -> {
            if (op instanceof Op.Write w
                && isCaptured(w.slot().field())
                && is(flow.method().ref(), at.sym(w.value()))) {
              fields.add(w.slot().field());
            }
          });
    }
  }

  private void captured(Op.Function f, Sym[] values, MethodRef in) {
    for (int i = first(f); i < values.length; i++) {
      if (values[i] != null && is(in, values[i])) {
        know(f.target(), i - first(f));
      }
    }
  }

  private static boolean isCaptured(FieldRef field) {
    return field.name().startsWith("val$");
  }
}
