package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A helper takes the write lock unless its thread reads already, and gives back what it took. */
public class TakenUnlessReading {

  static class PacketQueue {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Deque<byte[]> pending = new ArrayDeque<>();
    private boolean negotiating;

    <V> V update(Supplier<V> step) {
      boolean locked = false;
      if (lock.getReadHoldCount() == 0) {
        lock.writeLock().lock();
        locked = true;
      }
      try {
        return step.get();
      } finally {
        if (locked) {
          lock.writeLock().unlock();
        }
      }
    }

    int begin() {
      return update(
          () -> {
            negotiating = true;
            return pending.size();
          });
    }

    boolean offer(byte[] packet) {
      lock.readLock().lock();
      try {
        return !negotiating && packet.length > 0;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  static class Negotiation {
    private final PacketQueue queue = new PacketQueue();
    private final Object proposal = new Object();
    private byte[] seed;
    private int waiting;

    /** The queue's lock is free again when the proposal is made. */
    void start() {
      int left = queue.begin();
      synchronized (proposal) {
        waiting = left;
      }
    }

    void propose(byte[] with) {
      synchronized (proposal) {
        seed = with;
        if (!queue.offer(with)) {
          waiting++;
        }
      }
    }
  }

  static class EagerNegotiation {
    private final PacketQueue queue = new PacketQueue();
    private final Object proposal = new Object();
    private int waiting;

    /** The proposal is made while the queue is locked. */
    void start() {
      queue.update(
          () -> {
            synchronized (proposal) { // want LockOrderInversion "proposal"
              return ++waiting;
            }
          });
    }

    void propose(byte[] with) {
      synchronized (proposal) {
        if (!queue.offer(with)) {
          waiting++;
        }
      }
    }
  }
}
