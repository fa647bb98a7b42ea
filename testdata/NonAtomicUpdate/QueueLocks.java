package cases.nonatomicupdate;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lockkeeper.annotations.GuardedBy;

/** Lock classes of a program's own that wait in ways of their own. */
class QueueLocks {

  static final class Ticket {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger serving = new AtomicInteger();

    void lock() {
      int mine = next.getAndIncrement();
      while (serving.get() != mine) {
        Thread.onSpinWait();
      }
    }

    void unlock() {
      serving.incrementAndGet();
    }
  }

  /** For two threads, 0 and 1 (Peterson). */
  static final class Two {
    private final AtomicBoolean[] wants = {new AtomicBoolean(), new AtomicBoolean()};
    private volatile int victim;

    void lock(int me) {
      wants[me].set(true);
      victim = me;
      while (wants[1 - me].get() && victim == me) {
        Thread.onSpinWait();
      }
    }

    void unlock(int me) {
      wants[me].set(false);
    }
  }

  static final class Clh {
    private final AtomicReference<Node> tail = new AtomicReference<>(new Node());
    private final ThreadLocal<Node> mine = ThreadLocal.withInitial(Node::new);
    private final ThreadLocal<Node> before = new ThreadLocal<>();

    static final class Node {
      volatile boolean locked;
    }

    void lock() {
      Node node = mine.get();
      node.locked = true;
      Node pred = tail.getAndSet(node);
      before.set(pred);
      while (pred.locked) {
        Thread.onSpinWait();
      }
    }

    void unlock() {
      mine.get().locked = false;
      mine.set(before.get());
    }
  }

  /** Many readers or one writer. */
  static final class Shared {
    private int readers;
    private int writers;
    private int requests;

    synchronized void lockRead() throws InterruptedException {
      while (writers > 0 || requests > 0) {
        wait();
      }
      readers++;
    }

    synchronized void unlockRead() {
      readers--;
      notifyAll();
    }

    synchronized void lockWrite() throws InterruptedException {
      requests++;
      while (readers > 0 || writers > 0) {
        wait();
      }
      requests--;
      writers++;
    }

    synchronized void unlockWrite() {
      writers--;
      notifyAll();
    }
  }

  /** No lock at all: nobody waits. */
  static final class Door {
    private boolean closed;

    void lock() {
      closed = true;
    }

    void unlock() {
      closed = false;
    }

    boolean closed() {
      return closed;
    }
  }

  private final Ticket ticket = new Ticket();
  private final Two two = new Two();
  private final Clh clh = new Clh();
  private final Shared shared = new Shared();
  private final Door door = new Door();

  @GuardedBy("ticket")
  private int queued;

  private int paired;
  private int chained;
  private int written;
  private int readOnly;
  private int open;

  void step(int me) throws InterruptedException {
    ticket.lock();
    try {
      queued++;
    } finally {
      ticket.unlock();
    }
    two.lock(me);
    try {
      paired++;
    } finally {
      two.unlock(me);
    }
    clh.lock();
    chained++;
    clh.unlock();
    shared.lockWrite();
    try {
      written++;
    } finally {
      shared.unlockWrite();
    }
    shared.lockRead();
    try {
      readOnly++; // want NonAtomicUpdate "readOnly"
    } finally {
      shared.unlockRead();
    }
    door.lock();
    open++; // want NonAtomicUpdate "open"
    door.unlock();
  }

  int queued() {
    return queued; // want UnguardedAccess "queued"
  }

  public static void main(String[] args) throws InterruptedException {
    QueueLocks all = new QueueLocks();
    Thread first = new Thread(() -> steps(all, 0));
    Thread second = new Thread(() -> steps(all, 1));
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println(all.queued() + all.paired + all.chained + all.written);
    System.out.println(all.readOnly + all.open + " " + all.door.closed());
  }

  private static void steps(QueueLocks all, int me) {
    try {
      for (int i = 0; i < 1000; i++) {
        all.step(me);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
