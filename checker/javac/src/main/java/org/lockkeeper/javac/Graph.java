package org.lockkeeper.javac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/**
 * A method's blocks while they are being made, in the order of the source. What cannot be reached
 * is dropped.
 */
final class Graph {
  /** A block to be; its identity is all that others need. */
  static final class Node {
    private final List<Block.Handler> handlers;
    private final List<Op> ops = new ArrayList<>(8);
    private final List<Block.Edge> next = new ArrayList<>(2);
    private final int id;
    private boolean reached;
    private int started = Integer.MAX_VALUE;
    private Site loop;

    private Node(int id, List<Block.Handler> handlers) {
      this.id = id;
      this.handlers = handlers;
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private List<Block.Handler> handlers = List.of();
  private SortedMap<Integer, List<Annotation>> annotated = Collections.emptySortedMap();
  private Node current;
  private int variables;
  private int starts;

  Graph() {
    Node entry = node();
    entry.reached = true;
    start(entry);
  }

  /** A variable with the next index. */
  Value.Var variable(String name, String type) {
    return new Value.Var(variables++, name, type);
  }

  /** Notes how a variable is annotated. */
  void annotate(Value.Var variable, List<Annotation> with) {
    if (!with.isEmpty()) {
      annotated = new TreeMap<>(annotated);
      annotated.put(variable.index(), with);
    }
  }

  /** A new block under the handlers in force. */
  Node node() {
    Node node = new Node(nodes.size(), handlers);
    nodes.add(node);
    return node;
  }

  /** A new block at which each round of the loop statement begins. */
  Node loop(Site statement) {
    Node node = node();
    node.loop = statement;
    return node;
  }

  /** Sends exceptions of {@code type} to {@code target}. */
  Block.Handler handler(String type, Node target) {
    target.reached |= current != null;
    return new Block.Handler(type, target.id);
  }

  /** The handlers in force, innermost first. */
  List<Block.Handler> handlers() {
    return handlers;
  }

  /** From here on these handlers are in force. */
  void under(List<Block.Handler> other) {
    handlers = other;
    if (current != null && current.handlers != other) {
      Node node = node();
      go(node);
      start(node);
    }
  }

  /** Whether the next operation can be reached. */
  boolean reachable() {
    return current != null;
  }

  /** Goes on at the node, if anything leads there. */
  void start(Node node) {
    current = node.reached ? node : null;
    handlers = node.handlers;
    node.started = starts++;
  }

  /** Ends the block here with one way on. */
  void go(Node target) {
    edge(target, Optional.empty());
    current = null;
  }

  /** One more way on. */
  void edge(Node target, Optional<Op.Test> test) {
    if (current != null) {
      current.next.add(new Block.Edge(target.id, test));
      target.reached = true;
    }
  }

  /** Ends the block here with the edges it has. */
  void stop() {
    current = null;
  }

  /** Ends the block here with two ways on. */
  void branch(Value left, Op.Relation relation, Value right, Site site, Node yes, Node no) {
    edge(yes, Optional.of(new Op.Test(left, relation, right, site)));
    edge(no, Optional.of(new Op.Test(left, relation.negated(), right, site)));
    current = null;
  }

  /** The next operation. */
  void add(Op op) {
    if (current != null) {
      current.ops.add(op);
      if (op instanceof Op.Return) {
        current = null;
      }
    }
  }

  /** The finished body, without empty blocks between others; falling off the end returns. */
  MethodBody finish(MethodRef ref, List<Value.Var> params, Site end) {
    add(new Op.Return(Optional.empty(), false, end));
    int[] index = new int[nodes.size()];
    Arrays.fill(index, -1);
    List<Node> kept = new ArrayList<>();
    keep(nodes.get(0), index, kept);
    for (int i = 0; i < kept.size(); i++) {
      Node node = kept.get(i);
      for (int k = 0; k < node.next.size(); k++) {
        Block.Edge edge = node.next.get(k);
        Node target = skipEmpty(nodes.get(edge.target()));
        node.next.set(k, new Block.Edge(target.id, edge.test()));
        keep(target, index, kept);
      }
      for (Block.Handler each : node.handlers) {
        keep(nodes.get(each.target()), index, kept);
      }
    }
    return new MethodBody(ref, params, blocks(kept, index, end), variables, annotated);
  }

  private static void keep(Node node, int[] index, List<Node> kept) {
    if (index[node.id] < 0) {
      index[node.id] = 0;
      kept.add(node);
    }
  }

  private Node skipEmpty(Node node) {
    Node at = node;
    for (int hops = 0; hops < 100; hops++) {
      if (at.loop != null
          || !at.ops.isEmpty()
          || at.next.size() != 1
          || at.next.get(0).test().isPresent()) {
        return at;
      }
      at = nodes.get(at.next.get(0).target());
    }
    return node;
  }

  private static List<Block> blocks(List<Node> kept, int[] index, Site end) {
    kept.sort(Comparator.comparingInt(node -> node.started));
    for (int i = 0; i < kept.size(); i++) {
      index[kept.get(i).id] = i;
    }
    Map<List<Block.Handler>, List<Block.Handler>> moved = new IdentityHashMap<>();
    List<Block> blocks = new ArrayList<>(kept.size());
    for (Node each : kept) {
      if (each.next.isEmpty() && !endsWithReturn(each.ops)) {
        each.ops.add(new Op.Return(Optional.empty(), false, end));
      }
      each.next.replaceAll(edge -> new Block.Edge(index[edge.target()], edge.test()));
      List<Block.Handler> handlers = handlers(each.handlers, index, moved);
      blocks.add(
          new Block(blocks.size(), each.ops, each.next, handlers, Optional.ofNullable(each.loop)));
    }
    return blocks;
  }

  private static boolean endsWithReturn(List<Op> ops) {
    return !ops.isEmpty() && ops.get(ops.size() - 1) instanceof Op.Return;
  }

  private static List<Block.Handler> handlers(
      List<Block.Handler> old, int[] index, Map<List<Block.Handler>, List<Block.Handler>> moved) {
    List<Block.Handler> known = moved.get(old);
    if (known == null) {
      List<Block.Handler> all = new ArrayList<>(old.size());
      for (Block.Handler each : old) {
        all.add(new Block.Handler(each.type(), index[each.target()]));
      }
      known = List.copyOf(all);
      moved.put(old, known);
    }
    return known;
  }
}
