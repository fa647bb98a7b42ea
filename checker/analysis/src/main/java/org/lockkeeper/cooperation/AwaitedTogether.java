package org.lockkeeper.cooperation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Pipelines;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * What a method has waited for in one go, such as the futures that {@code allOf} was given, one by
 * one or in a collection.
 */
final class AwaitedTogether {
  private static final int MAX_CALLS = 6;

  private final MethodFlow flow;
  private final Map<Integer, Set<Place>> members = new HashMap<>();

  /** By the number of the call that waits. */
  private final Map<Integer, Set<Place>> waited = new HashMap<>();

  AwaitedTogether(MethodFlow flow, FactBook book) {
    this.flow = flow;
    Map<Place.Root, List<Place>> elements = new HashMap<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().field().equals(FieldRef.ELEMENT)) {
            Place.Root array = at.place(w.slot().base().orElseThrow()).root();
            elements.computeIfAbsent(array, k -> new ArrayList<>()).add(at.place(w.value()));
          } else if (op instanceof Op.Call call && all(call, book)) {
            for (Sym arg : flow.args(n)) {
              Set<Place> given = members.computeIfAbsent(n, k -> new HashSet<>());
              given.addAll(leading(arg));
              arg.where()
                  .map(p -> elements.getOrDefault(p.root(), List.of()))
                  .ifPresent(given::addAll);
            }
          } else if (op instanceof Op.Call call && call.dispatch() != Op.Dispatch.STATIC) {
            int on = flow.args(n)[0].where().map(p -> flow.maker(p.root())).orElse(-1);
            if (members.containsKey(on) && book.says(Fact.Blocks.class, call.method())) {
              waited.putIfAbsent(n, members.get(on));
            }
          }
        });
  }

  private static boolean all(Op.Call call, FactBook book) {
    return book.all(Fact.Provides.class, call.method()).stream()
        .anyMatch(f -> f.context().equals(Pipelines.DONE));
  }

  /** Whether something, or the collection that it was got from, was waited for before a call. */
  boolean before(int n, Sym what) {
    for (Map.Entry<Integer, Set<Place>> each : waited.entrySet()) {
      if (each.getKey() < n && leading(what).stream().anyMatch(each.getValue()::contains)) {
        return true;
      }
    }
    return false;
  }

  /** The place itself, and those of the objects on which the calls were made that led to it. */
  private Set<Place> leading(Sym end) {
    Set<Place> all = new HashSet<>();
    Sym at = end;
    for (int calls = 0; calls < MAX_CALLS && at instanceof Sym.At here; calls++) {
      all.add(here.place());
      all.add(Parts.container(here.place()));
      int maker = flow.maker(here.place().root());
      boolean made =
          maker >= 0
              && flow.op(maker) instanceof Op.Call c
              && c.dispatch() != Op.Dispatch.STATIC
              && !c.method().isConstructor();
      at = made ? flow.args(maker)[0] : null;
    }
    return all;
  }
}
