package org.lockkeeper.check;

import java.util.List;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.ir.Site;

/** A change of source text: a verb on anchors. Drivers that hold source carry it out. */
public sealed interface Edit {

  /** Where it is made. */
  Site anchor();

  /**
   * The test at {@code check} and the action at the anchor become one call.
   *
   * @param present which answer of the test promises that there is something
   * @param into name of the method that does both
   * @param obstacles what must not run inside a function that is given to it
   */
  record Fuse(Site anchor, Site check, When present, String into, List<Obstacle> obstacles)
      implements Edit {
    /** Freezes the list. */
    public Fuse {
      obstacles = List.copyOf(obstacles);
    }
  }

  /**
   * The read at {@code read} and the call at the anchor that writes back what was computed from it
   * become one call.
   *
   * @param into name of the method that does both
   * @param obstacles what must not run inside a function that is given to it
   */
  record Update(Site anchor, Site read, String into, List<Obstacle> obstacles) implements Edit {
    /** Freezes the list. */
    public Update {
      obstacles = List.copyOf(obstacles);
    }
  }

  /**
   * The statements from the anchor's to {@code last}'s run under a lock.
   *
   * @param guard the lock as a source expression
   * @param monitor {@code synchronized} when true, lock, try, finally, unlock when false
   * @param obstacles what must not run under the lock
   */
  record WrapInLock(Site anchor, Site last, String guard, boolean monitor, List<Obstacle> obstacles)
      implements Edit {
    /** Freezes the list. */
    public WrapInLock {
      obstacles = List.copyOf(obstacles);
    }
  }

  /**
   * The rounds of the loop at the anchor pass a statement.
   *
   * @param statement without semicolon
   * @param every in how many rounds once: 1 for each, else a power of two, so that a counter may
   *     overflow
   * @param inner whether the loops in it do so too, as long as their rounds are long
   */
  record YieldInLoop(Site anchor, String statement, int every, boolean inner) implements Edit {}

  /** The declaration at the anchor gets a modifier, such as {@code volatile}. */
  record AddModifier(Site anchor, String modifier) implements Edit {}

  /**
   * The declaration at the anchor gets an annotation.
   *
   * @param type fully qualified name
   * @param argument as in source; empty for none
   */
  record AddAnnotation(Site anchor, String type, String argument) implements Edit {}

  /** The lock taken at {@code inner} is taken before the one at the anchor. */
  record SwapLocks(Site anchor, Site inner) implements Edit {}

  /**
   * What follows the acquisition at the anchor up to the release runs in {@code try}, and the
   * release in {@code finally}.
   */
  record ReleaseInFinally(Site anchor, Site release) implements Edit {}
}
