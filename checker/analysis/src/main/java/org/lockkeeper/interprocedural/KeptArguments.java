package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Which field an argument ends in, itself or as an element of the container there. */
final class KeptArguments {
  private static final int MAX_DEPTH = 3;

  private final Function<MethodRef, Meaning> meanings;
  private final Map<MethodRef, Map<Integer, List<Way>>> ways = new HashMap<>();

  /** Into a field, or on to a parameter of another method. */
  private record Way(FieldRef field, MethodRef callee, int position) {}

  KeptArguments(Function<MethodRef, Meaning> meanings) {
    this.meanings = meanings;
  }

  /** Reads a method; the receiver is no parameter. */
  void read(MethodInfo m, MethodBody body) {
    if (m.ref().params().isEmpty()) {
      return;
    }
    int first = m.isStatic() ? 0 : 1;
    Map<Integer, Integer> params = new HashMap<>();
    for (int i = first; i < body.params().size(); i++) {
      if (!Primitives.is(body.params().get(i).type())) {
        params.put(body.params().get(i).index(), i - first);
      }
    }
    Map<Integer, FieldRef> fields = new HashMap<>();
    for (Block block : params.isEmpty() ? List.<Block>of() : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Copy c && c.from().size() == 1) {
          same(c.to(), c.from().get(0), params, fields);
        } else if (op instanceof Op.Read r) {
          fields.put(r.to().index(), r.slot().field());
        } else if (op instanceof Op.Write w) {
          add(m.ref(), of(w.value(), params), new Way(w.slot().field(), null, -1));
        } else if (op instanceof Op.Call call) {
          call(m.ref(), call, params, fields);
        }
      }
    }
  }

  private void call(
      MethodRef in, Op.Call call, Map<Integer, Integer> params, Map<Integer, FieldRef> fields) {
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    FieldRef container = first == 0 ? null : of(call.args().get(0), fields);
    Meaning meaning = meanings.apply(call.method());
    if (container != null && meaning.touches()) {
      call.to().ifPresent(to -> fields.put(to.index(), container));
    }
    for (int i = first; i < call.args().size(); i++) {
      Integer param = of(call.args().get(i), params);
      if (param != null) {
        if (container != null && meaning.stores()) {
          add(in, param, new Way(container, null, -1));
        } else {
          add(in, param, new Way(null, call.method(), i - first));
        }
        call.to().filter(to -> unchanged(meaning)).ifPresent(to -> params.put(to.index(), param));
      }
    }
  }

  /** {@code requireNonNull(x)}. */
  private static boolean unchanged(Meaning meaning) {
    return meaning.returns().filter(r -> r.relation() == Fact.Relation.SAME).isPresent();
  }

  private static void same(
      Var to, Value from, Map<Integer, Integer> params, Map<Integer, FieldRef> fields) {
    Integer param = of(from, params);
    if (param != null) {
      params.put(to.index(), param);
    }
    FieldRef field = of(from, fields);
    if (field != null) {
      fields.put(to.index(), field);
    }
  }

  private static <T> T of(Value value, Map<Integer, T> known) {
    return value instanceof Var v ? known.get(v.index()) : null;
  }

  private void add(MethodRef in, Integer param, Way way) {
    if (param != null) {
      ways.computeIfAbsent(in, k -> new HashMap<>(2))
          .computeIfAbsent(param, k -> new ArrayList<>(1))
          .add(way);
    }
  }

  /** The fields that an argument of a method ends in. */
  Set<FieldRef> fields(MethodRef method, int position) {
    Set<FieldRef> all = new LinkedHashSet<>();
    collect(method, position, MAX_DEPTH, all);
    return all;
  }

  private void collect(MethodRef method, int position, int depth, Set<FieldRef> into) {
    for (Way way : ways.getOrDefault(method, Map.of()).getOrDefault(position, List.of())) {
      if (way.field() != null) {
        into.add(way.field());
      } else if (depth > 0) {
        collect(way.callee(), way.position(), depth - 1, into);
      }
    }
  }
}
