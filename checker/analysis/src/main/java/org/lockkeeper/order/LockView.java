package org.lockkeeper.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.order.LockGraph.Edge;

/** What the search for cycles needs to know of locks, of one compilation or of several. */
interface LockView {

  /** From node to node, sorted; witnesses best first. */
  Map<String, Map<String, List<Edge>>> edges();

  /** The node itself and those that may name the same object. */
  Set<String> related(String node);

  /** Whether two nodes may name the same object. */
  default boolean same(String a, String b) {
    return related(a).contains(b);
  }

  /** The class of the object that is held, as narrow as it is known. */
  default String holder(Edge nesting) {
    return nesting.held().place().type();
  }

  /** Whether an object of each of two classes can be the same one. */
  boolean meet(String a, String b);

  /** Whether anybody acquires the lock other than for reading. */
  boolean written(String node);

  /** Nodes of all locks that may keep others out around the nesting. */
  Set<String> gates(Edge nesting);

  /** The one thread that the nesting runs on; empty when it may be any. */
  Optional<String> thread(Edge nesting);

  /** Whether the ways to the nestings of a cycle rule each other out. */
  default boolean apart(List<Edge> cycle) {
    return false;
  }

  /** The same nesting by calls that can all come about. */
  default Edge witness(Edge nesting) {
    return nesting;
  }

  /** Whether the nesting alone is no danger, or is somebody else's to tell. */
  boolean harmless(Edge nesting);
}
