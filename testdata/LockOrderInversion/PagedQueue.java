package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Three read/write locks of one class; the two orders meet far from each other. */
public class PagedQueue {
  private final ReentrantReadWriteLock messages = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock pagedIn = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock pending = new ReentrantReadWriteLock();
  private final Deque<String> paged = new ArrayDeque<>();
  private final Deque<String> dispatched = new ArrayDeque<>();
  private int stored;

  public void dispatch() {
    pagedIn.writeLock().lock();
    try {
      String next = paged.pollFirst();
      if (next != null) {
        enqueue(next); // want LockOrderInversion "pending"
      }
    } finally {
      pagedIn.writeLock().unlock();
    }
  }

  private void enqueue(String message) {
    pending.writeLock().lock();
    try {
      dispatched.addLast(message);
    } finally {
      pending.writeLock().unlock();
    }
  }

  public void browse() {
    pending.writeLock().lock();
    try {
      for (String message : dispatched) {
        if (message.isEmpty()) {
          expire(message);
        }
      }
    } finally {
      pending.writeLock().unlock();
    }
  }

  private void expire(String message) {
    remove(message);
  }

  private void remove(String message) {
    pagedIn.writeLock().lock();
    try {
      paged.remove(message);
    } finally {
      pagedIn.writeLock().unlock();
    }
    messages.writeLock().lock();
    try {
      stored--;
    } finally {
      messages.writeLock().unlock();
    }
  }

  public int size() {
    messages.readLock().lock();
    try {
      return stored;
    } finally {
      messages.readLock().unlock();
    }
  }
}
