package org.lockkeeper.flow;

import java.util.List;
import java.util.Map;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/**
 * What callers need to know of a method, in its own terms: places start at its receiver, its
 * parameters, or are global.
 *
 * @param gains locks held at every normal exit that were not held at entry
 * @param gainsIf the same, for exits with certain results only
 * @param proves locks that an answer {@code true} shows to be held
 * @param readies what need not be waited for where the answer is that one
 * @param drops locks held at entry (by the caller) that are released
 * @param returns what it returns; {@code null} when unknown
 * @param makes the type of what it returns where that is new, and nobody else has seen it; or empty
 * @param acquires every lock acquired on the way, by itself or by what it calls, tried ones left
 *     out
 * @param accesses shared state that it touches, by itself or through what it calls
 * @param answers checks whose outcome the result tells
 * @param refusals questions that it throws for, unless the answer is the right one
 * @param runsNow function objects among the parameters that it runs before it returns
 * @param puts what it has put into fields of its receiver, and of what it makes and returns
 */
public record Summary(
    List<Lock> gains,
    Map<When, List<Lock>> gainsIf,
    List<Lock> proves,
    Map<Boolean, List<Place>> readies,
    List<Lock> drops,
    Sym returns,
    String makes,
    List<Acquisition> acquires,
    List<Access> accesses,
    List<Access> answers,
    List<Access> refusals,
    List<Run> runsNow,
    FieldValues puts) {

  /** Nothing known: optimistic. */
  public static final Summary NOTHING =
      new Summary(
          List.of(),
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          null,
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          FieldValues.NONE);

  /** Longest list kept; the rest is forgotten. */
  public static final int MAX = 24;

  /** Longest chain of calls kept. */
  public static final int MAX_CHAIN = 6;

  /**
   * One call on the way to something.
   *
   * @param site where the call stands
   * @param callee what it calls
   */
  public record Via(Site site, MethodRef callee) {}

  /**
   * A function object is run.
   *
   * @param param position of the parameter, 0-based
   * @param held locks of the method that are held meanwhile
   */
  public record Run(int param, List<Lock> held) {

    /** The same locks as a caller names them, as far as it can. */
    public List<Lock> held(Terms terms) {
      return held.stream().flatMap(l -> terms.lock(l).stream()).toList();
    }
  }

  /**
   * A lock is acquired.
   *
   * @param site where the acquisition itself stands
   * @param via the calls that lead there, outermost first
   * @param type the class of the lock object, as narrow as the method that acquires it knows
   * @param callback the parameter or receiver on which a method as the place's type defines it was
   *     called to get there; {@code null} when it was not
   */
  public record Acquisition(Lock lock, Site site, List<Via> via, String type, Place callback) {}
}
