package cases.unguardedaccess;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** A list whose nodes are locked hand over hand. */
class HandOverHand {
  static class Node {
    final Lock lock = new ReentrantLock();
    final int key;

    @GuardedBy("lock")
    Node next;

    @GuardedBy("lock")
    int count;

    Node(int key) {
      this.key = key;
    }
  }

  private final Node head = new Node(Integer.MIN_VALUE);

  HandOverHand() {
    head.next = new Node(Integer.MAX_VALUE);
  }

  boolean add(int key) {
    Node before = head;
    before.lock.lock();
    try {
      Node at = before.next;
      at.lock.lock();
      try {
        while (at.key < key) {
          before.lock.unlock();
          before = at;
          at = at.next;
          at.lock.lock();
        }
        if (at.key == key) {
          at.count++;
          return false;
        }
        Node node = new Node(key);
        node.next = at;
        before.next = node;
        return true;
      } finally {
        at.lock.unlock();
      }
    } finally {
      before.lock.unlock();
    }
  }

  int sum() {
    int sum = 0;
    Node at = head;
    at.lock.lock();
    while (at.next != null) {
      Node next = at.next;
      next.lock.lock();
      at.lock.unlock();
      at = next;
      sum += at.count;
    }
    at.lock.unlock();
    return sum;
  }

  int oneByOne() {
    int sum = 0;
    Node at = head;
    while (at != null) {
      at.lock.lock();
      sum += at.count;
      Node next = at.next;
      at.lock.unlock();
      at = next;
    }
    return sum;
  }

  int afterTheLast() {
    Node at = head;
    at.lock.lock();
    while (at.next != null) {
      Node next = at.next;
      next.lock.lock();
      at.lock.unlock();
      at = next;
    }
    at.lock.unlock();
    return at.count; // want UnguardedAccess "count"
  }

  int headOnly() {
    int sum = 0;
    Node at = head;
    at.lock.lock();
    while (at != null) {
      sum += at.count; // want UnguardedAccess "count"
      at = at.next; // want UnguardedAccess "next"
    }
    head.lock.unlock();
    return sum;
  }

  /** The head stays locked, and each node is locked in turn. */
  int underHead() {
    int sum = 0;
    head.lock.lock();
    try {
      Node at = head.next;
      while (at != null) {
        at.lock.lock();
        sum += at.count + head.count;
        Node next = at.next;
        at.lock.unlock();
        at = next;
      }
      head.count++;
    } finally {
      head.lock.unlock();
    }
    return sum;
  }

  Runnable counter() {
    head.lock.lock();
    try {
      return this::countHead; // want UnguardedAccess "countHead"
    } finally {
      head.lock.unlock();
    }
  }

  @GuardedBy("head.lock")
  void countHead() {
    head.count++;
  }
}
