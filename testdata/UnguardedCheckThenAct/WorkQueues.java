package cases.uncheckedcheckthenact;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Several workers share the queues: what was there at the test is gone at the take. */
public class WorkQueues {
  private final Queue<Job> ready = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedDeque<Job> retries = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<Job> bounded = new ArrayBlockingQueue<>(64);
  private final CopyOnWriteArrayList<Job> finished = new CopyOnWriteArrayList<>();

  public void runOne() {
    if (!ready.isEmpty()) {
      ready.remove().run(); // want UnguardedCheckThenAct "ready"
    }
  }

  public void drain() {
    while (!ready.isEmpty()) {
      ready.poll().run(); // want UnguardedCheckThenAct "ready"
    }
  }

  public void runIfDue(long now) {
    Job head = ready.peek();
    if (head != null && head.due <= now) {
      ready.poll().run(); // want UnguardedCheckThenAct "ready"
    }
  }

  public Job oldestRetry() {
    if (retries.size() == 0) {
      throw new IllegalStateException("no retries");
    }
    return retries.getFirst(); // want UnguardedCheckThenAct "retries"
  }

  public void giveUp() {
    if (retries.peekLast() != null) {
      retries.removeLast().fail(); // want UnguardedCheckThenAct "retries"
    }
  }

  public void offerOrFail(Job job) {
    if (bounded.remainingCapacity() == 0) {
      throw new IllegalStateException("queue full");
    }
    bounded.add(job); // want UnguardedCheckThenAct "bounded"
  }

  public void record(Job job) {
    if (!finished.contains(job)) {
      finished.add(job); // want UnguardedCheckThenAct "finished"
    }
  }

  public Job first() {
    return finished.isEmpty() ? Job.NONE : finished.get(0); // want UnguardedCheckThenAct "finished"
  }

  public void forget() {
    finished.clear();
  }

  /** One unit of work. */
  public static class Job implements Runnable {
    static final Job NONE = new Job(0);
    final long due;

    Job(long due) {
      this.due = due;
    }

    @Override
    public void run() {}

    void fail() {}
  }
}
