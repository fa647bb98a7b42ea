package org.lockkeeper.ir;

import java.util.List;
import java.util.SortedMap;

/**
 * A lowered method. Block 0 is the entry.
 *
 * @param ref the method
 * @param params variables of the parameters, {@code this} first for instance methods
 * @param blocks by index; unreachable ones are absent from no list, only from the flow
 * @param varCount one more than the largest variable index
 * @param annotated annotations of locals, and of values that are cast, by the variable's index
 */
public record MethodBody(
    MethodRef ref,
    List<Value.Var> params,
    List<Block> blocks,
    int varCount,
    SortedMap<Integer, List<Annotation>> annotated) {

  /** Freezes the lists. */
  public MethodBody {
    params = List.copyOf(params);
    blocks = List.copyOf(blocks);
  }
}
