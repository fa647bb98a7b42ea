package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Nodes of one class that lock their relatives. */
public class Trees {

  /** Upwards in one method, downwards in another. */
  static class Folder {
    private final Folder parent;
    private final List<Folder> children = new ArrayList<>();
    private long size;

    Folder(Folder parent) {
      this.parent = parent;
    }

    synchronized void grow(long by) {
      size += by;
      if (parent != null) {
        parent.grow(by); // want LockOrderInversion "parent"
      }
    }

    synchronized long recount() {
      for (Folder child : children) {
        size += child.recount();
      }
      return size;
    }
  }

  /** Always from the child to its parent. */
  static class Scope {
    private final Scope parent;
    private int names;

    Scope(Scope parent) {
      this.parent = parent;
    }

    synchronized void declare() {
      names++;
      if (parent != null) {
        parent.declare();
      }
    }

    synchronized int names() {
      return parent == null ? names : names + parent.names();
    }
  }

  /** A list walked hand over hand: always from the head to the tail. */
  static class Chain {
    private static final class Link {
      private final Lock lock = new ReentrantLock();
      private final int value;
      private Link next;

      Link(int value) {
        this.value = value;
      }
    }

    private final Link head = new Link(Integer.MIN_VALUE);

    void insert(int value) {
      Link before = head;
      before.lock.lock();
      try {
        Link link = before.next;
        while (link != null && link.value < value) {
          link.lock.lock();
          before.lock.unlock();
          before = link;
          link = link.next;
        }
        Link added = new Link(value);
        added.next = link;
        before.next = added;
      } finally {
        before.lock.unlock();
      }
    }
  }
}
