package org.lockkeeper.check;

import java.util.List;
import org.lockkeeper.order.LockGraph;

/**
 * One kind of defect: a small value and one function. Has no state and never knows which door or
 * driver it runs under.
 */
public sealed interface Check {

  /** What it is. */
  About about();

  /** Looks at one class at a time. */
  non-sealed interface OfClass extends Check {
    /** Findings whose primary place is in this class, in any order. */
    List<Finding> check(ClassView view);
  }

  /** Looks at locks that can be waited for in a circle, of one compilation or of several. */
  non-sealed interface OfLocks extends Check {
    /** All findings, in any order, from cycles of nestings that begin where they are reported. */
    List<Finding> check(List<List<LockGraph.Edge>> cycles);
  }

  /** Looks at the whole compilation at once. */
  non-sealed interface OfModule extends Check {
    /** All findings, in any order. */
    List<Finding> check(ModuleView view);
  }
}
