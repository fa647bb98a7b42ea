package org.lockkeeper.interprocedural;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;

/**
 * {@code found = next.get(); if (found != null) next.set(null); return found}: the caller gets what
 * was taken away, and two callers the same.
 */
final class HandedOn {
  private HandedOn() {}

  /** Whether a method returns what the decision found in an atomic that the action then changes. */
  static boolean by(Access act, Decisions.Decision d, MethodFlow flow) {
    boolean there = d.test().relation() == Op.Relation.NE && new Sym.Lit(null).equals(d.right());
    boolean flag = d.right() instanceof Sym.Lit l && l.value() instanceof Boolean;
    int read = TripCounts.origin(d.left());
    return act.call() != null
        && (there || flag)
        && read >= 0
        && flow.returns(v -> v instanceof Sym.At && TripCounts.origin(v) == read);
  }
}
