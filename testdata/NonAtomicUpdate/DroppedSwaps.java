package cases.nonatomicupdate;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Compare-and-set may fail, and says so. */
class DroppedSwaps {
  static final class Node {
    final String name;
    final AtomicReference<Node> next = new AtomicReference<>();
    Node after;

    Node(String name) {
      this.name = name;
    }

    Node renamed(String to) {
      return new Node(name + to);
    }
  }

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<Node> head = new AtomicReference<>();
  private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());

  void add(int n) {
    int old = count.get();
    count.compareAndSet(old, old + n); // want NonAtomicUpdate "count"
  }

  void addInOneLine() {
    count.compareAndSet(count.get(), count.get() + 1); // want NonAtomicUpdate "count"
  }

  void rename(String to) {
    Node old = head.get();
    head.compareAndSet(old, old.renamed(to)); // want NonAtomicUpdate "head"
  }

  void addRight(int n) {
    int old;
    do {
      old = count.get();
    } while (!count.compareAndSet(old, old + n));
  }

  boolean tryAdd(int n) {
    int old = count.get();
    return count.compareAndSet(old, old + n);
  }

  void addOrReport(int n) {
    int old = count.get();
    boolean done = count.compareAndSet(old, old + n);
    if (!done) {
      throw new IllegalStateException("busy");
    }
  }

  /** The next round looks again. */
  void addUntilEnough(int n, int enough) {
    while (true) {
      int old = count.get();
      if (old >= enough) {
        return;
      }
      count.compareAndSet(old, old + n);
    }
  }

  /** Helps whoever has not got so far: what comes next is fixed. */
  void help() {
    Node first = head.get();
    head.compareAndSet(first, first.after);
  }

  /** From one fixed value to another: whoever was faster did the same. */
  void open() {
    count.compareAndSet(0, 1);
  }
}
