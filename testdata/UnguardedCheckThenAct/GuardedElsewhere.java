package cases.uncheckedcheckthenact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Plain collections; that they are shared shows in the methods that lock. */
public class GuardedElsewhere {
  private final Map<String, Node> nodes = new HashMap<>();
  private final Deque<Node> idle = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  public synchronized void add(Node node) {
    nodes.put(node.name, node);
  }

  public synchronized void remove(String name) {
    nodes.remove(name);
  }

  public void join(Node node) {
    if (!nodes.containsKey(node.name)) {
      nodes.put(node.name, node); // want UnguardedCheckThenAct "nodes"
    }
  }

  public void release(Node node) {
    lock.lock();
    try {
      idle.push(node);
    } finally {
      lock.unlock();
    }
  }

  public Node borrow() {
    if (idle.isEmpty()) {
      return new Node("fresh");
    }
    return idle.pop(); // want UnguardedCheckThenAct "idle"
  }

  /** A cluster member. */
  public static final class Node {
    final String name;

    Node(String name) {
      this.name = name;
    }
  }
}
