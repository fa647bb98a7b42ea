package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicReference;

/** The second of two compare-and-sets is help that any thread may give. */
class LinkedSwaps<T> {
  private static final class Node<T> {
    final T item;
    final AtomicReference<Node<T>> next = new AtomicReference<>();

    Node(T item) {
      this.item = item;
    }
  }

  private final Node<T> first = new Node<>(null);
  private final AtomicReference<Node<T>> tail = new AtomicReference<>(first);
  private final AtomicReference<Node<T>> spare = new AtomicReference<>();

  boolean put(T item) {
    Node<T> added = new Node<>(item);
    while (true) {
      Node<T> last = tail.get();
      Node<T> next = last.next.get();
      if (last == tail.get()) {
        if (next != null) {
          tail.compareAndSet(last, next);
        } else if (last.next.compareAndSet(null, added)) {
          tail.compareAndSet(last, added);
          return true;
        }
      }
    }
  }

  /** Nobody has won anything. */
  Node<T> spare() {
    Node<T> known = spare.get();
    if (known == null) {
      known = new Node<>(null);
      spare.compareAndSet(null, known); // want UnguardedCheckThenAct "spare"
    }
    return known;
  }
}
