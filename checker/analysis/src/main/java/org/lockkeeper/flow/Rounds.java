package org.lockkeeper.flow;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** What differs from one round of a loop to the next. */
final class Rounds {
  private final MethodFlow flow;

  Rounds(MethodFlow flow) {
    this.flow = flow;
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
      boolean counter = Phi.isNumber(place) && !changed.contains(Phi.variable(place));
      boolean phi = u.op() < 0;
      return !counter && (phi || loop.blocks().get(flow.blockOf(u.op()))) || element(place, loop);
    }
    boolean made = place.root() instanceof Root.Fresh f && loop.blocks().get(flow.blockOf(f.op()));
    return made || element(place, loop);
  }

  /** {@code parts[i].all}, where the loop moves {@code i} on; rows of a table are all alike. */
  private boolean element(Place place, Loops.Loop loop) {
    Set<String> indexes = null;
    List<Step> path = place.path();
    for (Step step : path.subList(0, Math.max(0, path.size() - 1))) {
      if (step instanceof Step.Part p && p.text().startsWith("[")) {
        indexes = indexes == null ? indexes(loop.blocks()) : indexes;
        if (indexes.contains(p.text())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Variables that the blocks step, as an index is shown. */
  private Set<String> indexes(BitSet blocks) {
    Set<String> texts = new HashSet<>();
    for (int b = blocks.nextSetBit(0); b >= 0; b = blocks.nextSetBit(b + 1)) {
      for (Op op : flow.body().blocks().get(b).ops()) {
        if (op instanceof Op.Copy c) {
          texts.add("[" + c.to() + "]");
        }
      }
    }
    return texts;
  }
}
