package org.lockkeeper.interprocedural;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * Orders methods callee first, those that call each other in one group (Tarjan 1972, without
 * recursion).
 */
public final class CallOrder {
  /** How many calls deep libraries are followed. */
  private static final int MAX_DEPTH = 5;

  /** How many library methods are looked at. */
  private static final int MAX_LIBRARIES = 30_000;

  private final Set<String> analysed;
  private final Hierarchy hierarchy;
  private final Knowledge knowledge;
  private final Predicate<MethodRef> wanted;
  private final Map<MethodRef, Node> nodes = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Deque<Node> path = new ArrayDeque<>();
  private final List<List<MethodInfo>> groups = new ArrayList<>();
  private int clock;
  private int libraries;

  private static final class Node {
    final MethodInfo method;
    final List<MethodInfo> callees;
    final int depth;
    int next;
    int entered;
    int low;
    boolean waiting = true;

    Node(MethodInfo method, int depth, List<MethodInfo> callees) {
      this.method = method;
      this.depth = depth;
      this.callees = callees;
    }
  }

  /**
   * Of these classes.
   *
   * @param wanted methods of these classes that count; calls of others lead nowhere
   */
  CallOrder(
      Hierarchy hierarchy,
      Knowledge knowledge,
      List<ClassInfo> classes,
      Predicate<MethodRef> wanted) {
    this.wanted = wanted;
    this.analysed = new HashSet<>();
    classes.forEach(c -> analysed.add(c.name()));
    this.hierarchy = hierarchy;
    this.knowledge = knowledge;
  }

  /**
   * Groups in which every callee stands before its callers, for these methods and all bodies they
   * reach.
   */
  List<List<MethodInfo>> of(List<MethodInfo> methods) {
    for (MethodInfo m : methods) {
      if (!nodes.containsKey(m.ref())) {
        enter(m);
        run();
      }
    }
    return groups;
  }

  private void enter(MethodInfo m) {
    boolean own = analysed.contains(m.ref().owner());
    int depth = own ? 0 : path.isEmpty() ? 1 : path.peek().depth + 1;
    libraries += own ? 0 : 1;
    Node node = new Node(m, depth, depth >= MAX_DEPTH ? List.of() : callees(m));
    node.entered = node.low = clock++;
    nodes.put(m.ref(), node);
    open.push(node);
    path.push(node);
  }

  private void run() {
    while (!path.isEmpty()) {
      Node node = path.peek();
      if (node.next < node.callees.size()) {
        MethodInfo callee = node.callees.get(node.next++);
        Node known = nodes.get(callee.ref());
        if (known == null) {
          if (analysed.contains(callee.ref().owner())
              ? wanted.test(callee.ref())
              : libraries < MAX_LIBRARIES) {
            enter(callee);
          }
        } else if (known.waiting) {
          node.low = Math.min(node.low, known.entered);
        }
      } else {
        path.pop();
        if (!path.isEmpty()) {
          path.peek().low = Math.min(path.peek().low, node.low);
        }
        if (node.low == node.entered) {
          close(node);
        }
      }
    }
  }

  private void close(Node root) {
    List<MethodInfo> group = new ArrayList<>();
    Node node;
    do {
      node = open.pop();
      node.waiting = false;
      group.add(0, node.method);
    } while (node != root);
    groups.add(List.copyOf(group));
  }

  private List<MethodInfo> callees(MethodInfo method) {
    Set<MethodInfo> all = new LinkedHashSet<>();
    Set<String> made = new LinkedHashSet<>();
    method
        .body()
        .ifPresent(
            body -> {
              all.addAll(knowledge.stored(body));
              for (Block block : body.blocks()) {
                for (Op op : block.ops()) {
                  if (op instanceof Op.Call call) {
                    List<MethodInfo> targets = knowledge.targets(call, null);
                    all.addAll(targets.isEmpty() ? exactly(call, made) : targets);
                  } else if (op instanceof Op.Read r) {
                    all.addAll(knowledge.held(r.slot().field()));
                  } else if (op instanceof Op.New n && n.function().isPresent()) {
                    body(n.function().get().target()).ifPresent(all::add);
                  } else if (op instanceof Op.New n && analysed.contains(n.type())) {
                    made.add(n.type());
                  }
                }
              }
            });
    return List.copyOf(all);
  }

  /** Bodies that objects made before the call have for it. */
  private List<MethodInfo> exactly(Op.Call call, Set<String> made) {
    return made.stream()
        .filter(t -> hierarchy.isSubtype(t, call.method().owner()))
        .flatMap(t -> body(call.method().in(t)).stream())
        .toList();
  }

  private Optional<MethodInfo> body(MethodRef method) {
    return hierarchy.resolve(method).filter(MethodInfo::hasBody);
  }

  /** Whether the methods of a group call each other or themselves. */
  public boolean recursive(List<MethodInfo> group) {
    Node first = nodes.get(group.get(0).ref());
    return group.size() > 1 || first != null && first.callees.contains(group.get(0));
  }

  /** The groups, as far as they can be reached from some methods. */
  public List<List<MethodInfo>> reachable(List<MethodRef> roots) {
    Deque<MethodRef> work = new ArrayDeque<>(roots);
    Set<MethodRef> seen = new LinkedHashSet<>();
    while (!work.isEmpty()) {
      MethodRef at = work.poll();
      Node node = nodes.get(at);
      if (node != null && seen.add(at)) {
        node.callees.forEach(c -> work.add(c.ref()));
      }
    }
    List<List<MethodInfo>> kept = new ArrayList<>();
    for (List<MethodInfo> group : groups) {
      if (group.stream().anyMatch(m -> seen.contains(m.ref()))) {
        kept.add(group);
      }
    }
    return kept;
  }
}
