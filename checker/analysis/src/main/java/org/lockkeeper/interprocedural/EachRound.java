package org.lockkeeper.interprocedural;

import java.util.regex.Pattern;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * What is another thing in each round of a loop: {@code for (Seat seat : seats) if (seat.free())
 * seat.take()}.
 */
final class EachRound {
  private static final Pattern CERTAIN = Pattern.compile("\\[\\d+\\]");

  private EachRound() {}

  /** Whether a place is another one each time that a block runs. */
  static boolean has(Place place, int block, MethodFlow flow) {
    if (place.path().stream().anyMatch(EachRound::chosen)) {
      return true;
    }
    int found = place.root() instanceof Root.Unknown u && u.op() >= 0 ? flow.blockOf(u.op()) : -1;
    return found >= 0 && flow.reaches(found, block) && flow.reaches(block, found);
  }

  private static boolean chosen(Step step) {
    return Parts.isElement(step) && !CERTAIN.matcher(step.toString()).matches();
  }
}
