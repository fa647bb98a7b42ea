package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Fields that lead back to where others come from: some method sets {@code a.next = b} and {@code
 * b.prev = a}, itself or by setters and constructors.
 */
final class MutualLinks {
  private final Flows flows;
  private final Map<MethodRef, Map<FieldRef, Integer>> setters = new HashMap<>();
  private Set<List<FieldRef>> links;

  MutualLinks(Flows flows) {
    this.flows = flows;
  }

  /** One object gets another into a field. */
  private record Link(Place from, FieldRef field, Place to) {}

  /** Whether who follows the one field may get back by the other. */
  boolean between(FieldRef one, FieldRef other) {
    return links().contains(List.of(one, other));
  }

  private Set<List<FieldRef>> links() {
    if (links == null) {
      links = new HashSet<>();
      flows.all().forEach(this::collect);
    }
    return links;
  }

  private void collect(MethodFlow flow) {
    List<Link> all = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().base().isPresent()) {
            link(at.sym(w.slot().base().get()), w.slot().field(), at.sym(w.value()), all);
          } else if (op instanceof Op.Call call && call.dispatch() != Op.Dispatch.STATIC) {
            Sym[] args = flow.args(n);
            for (MethodInfo target : flows.targets(call, n, flow)) {
              set(target.ref()).forEach((field, i) -> link(args[0], field, args[i + 1], all));
            }
          }
        });
    for (Link a : all) {
      for (Link b : all) {
        if (a.from().equals(b.to()) && a.to().equals(b.from())) {
          links.add(List.of(a.field(), b.field()));
        }
      }
    }
  }

  private static void link(Sym from, FieldRef field, Sym to, List<Link> into) {
    if (from instanceof Sym.At a && to instanceof Sym.At b && !a.place().equals(b.place())) {
      into.add(new Link(a.place(), field, b.place()));
    }
  }

  /** Which fields of its object a method sets, and to which parameter. */
  private Map<FieldRef, Integer> set(MethodRef method) {
    Map<FieldRef, Integer> known = setters.get(method);
    if (known == null) {
      known = new HashMap<>();
      MethodFlow flow = flows.flow(method).orElse(null);
      if (flow != null) {
        Map<FieldRef, Integer> into = known;
        flow.replay(
            (op, n, at) -> {
              int param = op instanceof Op.Write w ? Sym.parameter(at.sym(w.value())) : -1;
              if (param >= 0 && own(((Op.Write) op).slot(), at)) {
                into.put(((Op.Write) op).slot().field(), param);
              }
            });
      }
      setters.put(method, known);
    }
    return known;
  }

  private static boolean own(Op.Slot slot, Point at) {
    return slot.base().isPresent()
        && at.sym(slot.base().get()) instanceof Sym.At base
        && base.place().path().isEmpty()
        && base.place().root() instanceof Place.Root.This;
  }
}
