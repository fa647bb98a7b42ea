package org.lockkeeper.ir;

import java.util.List;
import java.util.Optional;

/**
 * Operations that run one after another.
 *
 * @param index position in {@link MethodBody#blocks()}
 * @param ops ends with a {@link Op.Return} when {@code next} is empty
 * @param next normal successors, in source order
 * @param handlers where an exception thrown by any operation goes, innermost first; one that none
 *     of them catches leaves the method
 * @param loop where the loop statement stands whose head this block is; known in source only
 */
public record Block(
    int index, List<Op> ops, List<Edge> next, List<Handler> handlers, Optional<Site> loop) {

  /** A block that is not known to be a loop's head. */
  public Block(int index, List<Op> ops, List<Edge> next, List<Handler> handlers) {
    this(index, ops, next, handlers, Optional.empty());
  }

  /** Freezes the lists. */
  public Block {
    ops = List.copyOf(ops);
    next = List.copyOf(next);
    handlers = List.copyOf(handlers);
  }

  /** A way on, with what is known when it is taken. */
  public record Edge(int target, Optional<Op.Test> test) {}

  /**
   * A catch clause or the exceptional copy of a {@code finally} or monitor release.
   *
   * @param type binary name of the exception; {@code java.lang.Throwable} catches all
   */
  public record Handler(String type, int target) {}
}
