package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/**
 * A loop that may keep its thread.
 *
 * @param unbounded without bound, or else of the given degree
 * @param degree power of the input's size that its cost grows with
 * @param site the loop statement
 * @param via the calls that lead there, outermost first
 * @param why what makes it long
 * @param source what a linear loop goes through; {@code null} when callers cannot name it
 * @param sure whether no input can be what ends it
 * @param inner the loop that each round goes through, or the call that does; {@code null} for none
 */
public record Hog(
    boolean unbounded,
    int degree,
    Site site,
    List<Summary.Via> via,
    String why,
    Sym source,
    boolean sure,
    Site inner) {

  /** Without an end. */
  public static Hog endless(Site site, List<Summary.Via> via, String why, boolean sure) {
    return new Hog(true, 9, site, via, why, null, sure, null);
  }

  /** The same, a call further out. */
  public Hog through(Summary.Via call) {
    List<Summary.Via> longer = new ArrayList<>(List.of(call));
    longer.addAll(via);
    return new Hog(unbounded, degree, site, List.copyOf(longer), why, null, sure, inner);
  }

  /** Whether a function goes through the same in each run; what is used up has no source. */
  public boolean again(Handoffs.Handoff h) {
    return source == null ? !via.isEmpty() : !ofElement(h);
  }

  /** {@code groups.forEach(g -> g.members.forEach(…))}: each round goes through something else. */
  private boolean ofElement(Handoffs.Handoff h) {
    int own = h.args().length - (h.receiver() ? 1 : 0);
    return source instanceof Sym.At at
        && at.place().root() instanceof Place.Root.Param p
        && p.index() >= own
        && !Primitives.is(at.place().type());
  }
}
