package org.lockkeeper.flow;

import java.util.BitSet;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;

/**
 * Blocks that only turn a condition into a boolean value: {@code t = true} behind a test, {@code t
 * = false} behind its opposite. The value tells what the condition looked at.
 */
final class Verdicts {
  private Verdicts() {}

  static BitSet of(MethodBody body) {
    BitSet found = new BitSet();
    for (Block b : body.blocks()) {
      if (Shortcuts.turned(b) || Shortcuts.turns(b) && meets(b, body)) {
        found.set(b.index());
      }
    }
    for (Block b : body.blocks()) {
      for (Block.Edge e : b.next()) {
        if (e.test().isEmpty()) {
          found.clear(e.target());
        }
      }
    }
    return found;
  }

  /** Whether the other ways come in next: else the test has nothing to do with the value. */
  private static boolean meets(Block b, MethodBody body) {
    int next = b.next().get(0).target();
    BitSet later = Ways.from(body, new int[] {next}, at -> true, Ways::all);
    boolean others = false;
    for (Block from : body.blocks()) {
      boolean leads = from != b && from.next().stream().anyMatch(e -> e.target() == next);
      if (leads && later.get(from.index()) && !later.get(b.index())) {
        return false; // only a loop's next round
      }
      others |= leads;
    }
    return others;
  }
}
