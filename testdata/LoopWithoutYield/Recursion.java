package cases.loopwithoutyield;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.lockkeeper.annotations.Cooperative;

/** Loops in the shape of calls. */
@Cooperative
public class Recursion {
  private final Queue<String> inbox = new ConcurrentLinkedQueue<>();
  private final Executor executor;
  private volatile boolean running = true;
  private String last = "";

  Recursion(Executor executor) {
    this.executor = executor;
  }

  /** The drain of a queue, written as recursion. */
  void next() {
    String mail = inbox.poll();
    if (mail != null) {
      last = mail;
      next(); // want LoopWithoutYield "next"
    }
  }

  /** In two steps. */
  void ping() {
    last = "ping";
    if (running) {
      pong();
    }
  }

  private void pong() {
    ping(); // want LoopWithoutYield "ping"
  }

  /** Counts, but asks nobody. */
  void retry(int attempt) {
    if (!connected()) {
      last = "attempt " + attempt;
      retry(attempt + 1); // want LoopWithoutYield "retry"
    }
  }

  void retryLimited(int attempt) {
    if (!connected() && attempt < 5) {
      retryLimited(attempt + 1);
    }
  }

  void retryAsLongAsAllowed(int attempt) {
    if (!connected() && allowed(attempt)) {
      retryAsLongAsAllowed(attempt + 1);
    }
  }

  private boolean connected() {
    return !running;
  }

  private static boolean allowed(int attempt) {
    return attempt < 5;
  }

  /** There and back without an end. */
  void left(int steps) {
    last = "left";
    right(steps + 1);
  }

  void right(int steps) {
    left(steps); // want LoopWithoutYield "left"
  }

  /** Two that count down together. */
  boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  /** Doubles with every level. */
  long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); // want LoopWithoutYield "fibonacci"
  }

  /** Every round yields. */
  void politely() {
    String mail = inbox.poll();
    if (mail != null) {
      last = mail;
      Thread.yield();
      politely();
    }
  }

  /** Yields by returning: goes on in another turn. */
  void inTurns() {
    String mail = inbox.poll();
    if (mail != null) {
      last = mail;
      executor.execute(this::inTurns);
    }
  }

  /** Once through a tree is linear. */
  static final class Node {
    int value;
    List<Node> children = List.of();
  }

  int sum(Node node) {
    int sum = node.value;
    for (Node child : node.children) {
      sum += sum(child);
    }
    return sum;
  }

  /** The same in two steps: the way back is with another node. */
  void closeTree(Node node) {
    for (Node child : node.children) {
      closeLeaves(child);
    }
  }

  private void closeLeaves(Node node) {
    node.value = 0;
    for (Node child : node.children) {
      closeTree(child);
    }
  }

  /** A method of the parts that asks a method of the whole. */
  static final class Part {
    private final List<Part> parts = List.of();
    private boolean open = true;

    private void closeParts(String reason) {
      for (Part each : parts) {
        each.close(reason);
      }
    }

    @Cooperative
    void close(String reason) {
      if (open) {
        open = false;
        closeParts(reason);
      }
    }
  }

  /** An overload, not recursion. */
  int size(String text) {
    return size(text, 0);
  }

  private int size(String text, int more) {
    return text.length() + more;
  }
}
