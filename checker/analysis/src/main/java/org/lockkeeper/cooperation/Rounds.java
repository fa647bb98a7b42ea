package org.lockkeeper.cooperation;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Slots;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.TripCounts.Count;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** What differs from one round of a loop to the next. */
final class Rounds {
  private static final Set<String> TEXTS = Set.of("byte[]", "char[]", "java.lang.String");

  private final MethodFlow flow;
  private Slots slots;

  Rounds(MethodFlow flow) {
    this.flow = flow;
  }

  /** The variable whose different values a place stands for; asked for by few methods. */
  private int variable(Place place) {
    slots = slots == null ? new Slots(flow.body()) : slots;
    return Phi.variable(place, slots);
  }

  /**
   * Whether all rounds of an outer loop together make an inner one go once through: it uses up what
   * it goes through, or has a piece of its own in each round.
   *
   * @param changed variables that the inner loop changes
   * @param moved variables that the outer loop changes
   */
  boolean share(Count inner, Loops.Loop outer, Set<Integer> changed, Set<Integer> moved) {
    Sym from = inner.from();
    if (inner.source() == null || anew(inner.source(), outer, changed)) {
      return true;
    }
    if (from instanceof Sym.At at && at.origin() >= 0 && !Primitives.is(at.place().type())) {
      return !outer.blocks().get(flow.blockOf(at.origin()));
    }
    return from != null
        && counter(inner.source(), moved)
        && (counter(from, moved) || anew(from, outer, changed));
  }

  private boolean counter(Sym sym, Set<Integer> moved) {
    return !counters(sym, moved).isEmpty();
  }

  /**
   * Whether the counters of a loop go on by what was found inside of it.
   *
   * @param found variables that an inner loop changes, or that tell what a call has gone through
   */
  boolean goesOn(Loops.Loop loop, Set<Integer> found) {
    Set<Integer> derived = derived(found, loop);
    Set<Integer> counters = counters(loop);
    return !counters.isEmpty() && derived.containsAll(counters);
  }

  /** Variables that the loop steps, never starting again, and whose order with others ends it. */
  private Set<Integer> counters(Loops.Loop loop) {
    Set<Integer> moved = new HashSet<>();
    Set<Integer> restarted = new HashSet<>();
    copies(
        loop.blocks(),
        c -> {
          boolean again = c.from().size() == 1 && c.from().get(0) instanceof Value.Const;
          (again ? restarted : moved).add(Primitives.is(c.to().type()) ? c.to().index() : -1);
        });
    moved.removeAll(restarted);
    Set<Integer> all = new HashSet<>();
    Loops.exits(
        flow,
        loop,
        (test, point) -> {
          boolean order = test.relation() != Relation.EQ && test.relation() != Relation.NE;
          for (Value v : order ? List.of(test.left(), test.right()) : List.<Value>of()) {
            all.addAll(counters(point.sym(v), moved));
          }
        });
    all.removeIf(v -> !derived(Set.of(v), loop).contains(-v - 1));
    return all;
  }

  private Set<Integer> counters(Sym sym, Set<Integer> moved) {
    Set<Integer> all = new HashSet<>();
    for (Sym leaf : sym == null ? List.<Sym>of() : sym.leaves()) {
      if (leaf instanceof Sym.At at && Phi.is(at.place())) {
        all.add(variable(at.place()));
      }
    }
    all.retainAll(moved);
    return all;
  }

  /** What a loop computes from variables; {@code -v - 1} for those that get a new value so. */
  private Set<Integer> derived(Set<Integer> from, Loops.Loop loop) {
    Set<Integer> all = new HashSet<>(from);
    for (int before = -1; before != all.size(); ) {
      before = all.size();
      copies(
          loop.blocks(),
          c -> {
            if (c.from().stream().anyMatch(v -> v instanceof Var x && all.contains(x.index()))) {
              all.add(c.to().index());
              all.add(-c.to().index() - 1);
            }
          });
    }
    return all;
  }

  private void copies(BitSet blocks, Consumer<Op.Copy> each) {
    for (int b = blocks.nextSetBit(0); b >= 0; b = blocks.nextSetBit(b + 1)) {
      for (Op op : flow.body().blocks().get(b).ops()) {
        if (op instanceof Op.Copy c) {
          each.accept(c);
        }
      }
    }
  }

  /**
   * Whether a value is got anew in each round of a loop. Its own counter is not.
   *
   * @param changed variables that an inner loop changes
   */
  boolean anew(Sym source, Loops.Loop loop, Set<Integer> changed) {
    for (Sym leaf : source.leaves()) {
      if (leaf instanceof Sym.At at && anew(at.place(), loop, changed)) {
        return true;
      }
    }
    return source instanceof Sym.Calc c && !c.operator().equals("-") && !c.operator().equals("+");
  }

  private boolean anew(Place place, Loops.Loop loop, Set<Integer> changed) {
    if (place.root() instanceof Root.Unknown u) {
      boolean counter = Phi.isNumber(place) && !changed.contains(variable(place));
      boolean phi = u.op() < 0;
      return !counter && (phi || loop.blocks().get(flow.blockOf(u.op()))) || element(place, loop);
    }
    boolean made = place.root() instanceof Root.Fresh f && loop.blocks().get(flow.blockOf(f.op()));
    return made || element(place, loop) || place.field().filter(f -> sets(f, loop)).isPresent();
  }

  /** The loop itself counts the field up or down, or puts something else there. */
  private boolean sets(FieldRef field, Loops.Loop loop) {
    for (int b = loop.blocks().nextSetBit(0); b >= 0; b = loop.blocks().nextSetBit(b + 1)) {
      for (Op op : flow.body().blocks().get(b).ops()) {
        if (op instanceof Op.Write w && w.slot().field().equals(field)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * {@code parts[i].all}, where the loop moves {@code i} on; rows of a table are all alike, texts
   * are not.
   */
  private boolean element(Place place, Loops.Loop loop) {
    Set<String> indexes = null;
    List<Step> path = place.path();
    int rows = TEXTS.contains(place.type()) ? 0 : 1;
    for (Step step : path.subList(0, Math.max(0, path.size() - rows))) {
      if (Parts.isElement(step)) {
        indexes = indexes == null ? indexes(loop.blocks()) : indexes;
        if (indexes.contains(step.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Variables that the blocks step, as an index is shown. */
  private Set<String> indexes(BitSet blocks) {
    Set<String> texts = new HashSet<>();
    copies(blocks, c -> texts.add("[" + c.to() + "]"));
    return texts;
  }
}
