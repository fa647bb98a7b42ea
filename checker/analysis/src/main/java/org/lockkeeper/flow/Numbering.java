package org.lockkeeper.flow;

import java.util.Arrays;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;

/** Numbers the operations of a body through its blocks in order. */
final class Numbering {
  private final int[] first;

  Numbering(MethodBody body) {
    first = new int[body.blocks().size() + 1];
    for (Block block : body.blocks()) {
      first[block.index() + 1] = first[block.index()] + block.ops().size();
    }
  }

  /** Number of the first operation of a block. */
  int first(int block) {
    return first[block];
  }

  /** How many operations there are. */
  int ops() {
    return first[first.length - 1];
  }

  /** The block that an operation stands in. */
  int blockOf(int op) {
    int at = Arrays.binarySearch(first, op);
    if (at < 0) {
      return -at - 2;
    }
    while (at + 1 < first.length && first[at + 1] == op) {
      at++;
    }
    return at;
  }
}
