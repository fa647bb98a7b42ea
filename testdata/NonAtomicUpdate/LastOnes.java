package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Who is the last one is told by the step itself; asked afterwards, two threads may be it. */
public class LastOnes {
  private final AtomicInteger arrived = new AtomicInteger();
  private int parties = 3;
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger users = new AtomicInteger();
  private final AtomicLong pending = new AtomicLong();
  private volatile boolean done;

  public void leave() {
    users.decrementAndGet(); // want NonAtomicUpdate "users"
    if (users.get() == 0) {
      close();
    }
  }

  public void enter() {
    users.incrementAndGet(); // want NonAtomicUpdate "users"
    if (users.get() == 1) {
      open();
    }
  }

  public void finish() {
    pending.addAndGet(-1); // want NonAtomicUpdate "pending"
    if (pending.get() != 0) {
      return;
    }
    close();
  }

  public void leaveIfDone() {
    users.decrementAndGet(); // want NonAtomicUpdate "users"
    if (done && users.get() == 0) {
      close();
    }
  }

  public void leaveByFlag() {
    users.decrementAndGet(); // want NonAtomicUpdate "users"
    boolean last = users.get() == 0;
    if (last) {
      close();
    }
  }

  /** Others may come between two steps of one's own, too: it is no answer to either. */
  public void leaveTwice(boolean both) {
    if (both) {
      users.decrementAndGet();
    }
    if (users.get() == 0) {
      close();
    }
  }

  public void warnByFlag() {
    users.incrementAndGet();
    boolean many = users.get() > 100;
    if (many) {
      System.out.println("many users");
    }
  }

  public void leaveRight() {
    if (users.decrementAndGet() == 0) {
      close();
    }
  }

  /** Whoever says so, and how often. */
  public void finishFlag() {
    pending.decrementAndGet();
    if (pending.get() == 0) {
      done = true;
    }
  }

  public void arrive() {
    arrived.incrementAndGet(); // want NonAtomicUpdate "arrived"
    if (arrived.get() == parties) {
      open();
    }
  }

  public void arriveInBatches() {
    arrived.incrementAndGet(); // want NonAtomicUpdate "arrived"
    if (arrived.get() % 100 == 0) {
      open();
    }
  }

  public void arriveInBatchesRight() {
    if (arrived.incrementAndGet() % 100 == 0) {
      open();
    }
  }

  public void arriveRight() {
    if (arrived.incrementAndGet() == parties) {
      open();
    }
  }

  public void warn() {
    users.incrementAndGet();
    if (users.get() > 100) {
      System.out.println("many users");
    }
  }

  public int ofOwn(int n) {
    AtomicInteger own = new AtomicInteger(n);
    own.decrementAndGet();
    if (own.get() == 0) {
      close();
    }
    return own.get();
  }

  /** What is left goes one by one, and each removal tells whether it worked. */
  public List<String> drain() {
    List<String> all = new ArrayList<>();
    queue.drainTo(all);
    if (!queue.isEmpty()) {
      for (String each : queue.toArray(new String[0])) {
        if (queue.remove(each)) {
          all.add(each);
        }
      }
    }
    return all;
  }

  private void open() {
    System.out.println(done);
  }

  private void close() {
    System.out.println("closed");
  }
}
