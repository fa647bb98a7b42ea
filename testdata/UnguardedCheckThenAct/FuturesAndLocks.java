package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Supertypes that are for many threads, and what they tell of a class. */
public class FuturesAndLocks {
  /** Who asks works it out. */
  public static class Unwrapping implements Future<String> {
    private final Future<byte[]> raw;
    private StringBuilder text;

    Unwrapping(Future<byte[]> raw) {
      this.raw = raw;
    }

    @Override
    public String get() throws InterruptedException, java.util.concurrent.ExecutionException {
      if (text == null) {
        text = new StringBuilder(new String(raw.get()));
      }
      return text.toString();
    }

    @Override
    public String get(long time, TimeUnit unit)
        throws InterruptedException, java.util.concurrent.ExecutionException {
      return get();
    }

    @Override
    public boolean cancel(boolean interrupt) {
      return raw.cancel(interrupt);
    }

    @Override
    public boolean isCancelled() {
      return raw.isCancelled();
    }

    @Override
    public boolean isDone() {
      return raw.isDone();
    }
  }

  /** Another thread completes it. */
  public static class Completed implements Future<String> {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile String value;
    private List<Runnable> listeners;

    void complete(String with) {
      value = with;
      done.countDown();
    }

    void listen(Runnable listener) {
      if (listeners == null) {
        listeners = new ArrayList<>(); // want UnguardedCheckThenAct "listeners"
      }
      listeners.add(listener);
    }

    @Override
    public String get() throws InterruptedException {
      done.await();
      return value;
    }

    @Override
    public String get(long time, TimeUnit unit) throws InterruptedException {
      return get();
    }

    @Override
    public boolean cancel(boolean interrupt) {
      return false;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public boolean isDone() {
      return value != null;
    }
  }

  /** Its users lock it before they do anything with it. */
  public static class Writer implements Lock {
    private final ReentrantLock lock = new ReentrantLock();
    private int documents;
    private int[] deleted = new int[8];
    private StringBuilder aborted;

    void add() {
      documents = documents + 1;
    }

    void delete(int document) {
      if (deleted.length <= documents) {
        deleted = java.util.Arrays.copyOf(deleted, documents + 1);
      }
      deleted[documents - 1] = document;
    }

    void abort() {
      if (aborted == null) {
        aborted = new StringBuilder("aborted");
      }
    }

    @Override
    public void lock() {
      lock.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      lock.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
      return lock.tryLock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      return lock.tryLock(time, unit);
    }

    @Override
    public void unlock() {
      lock.unlock();
    }

    @Override
    public Condition newCondition() {
      return lock.newCondition();
    }
  }

  /** Whoever likes to gives it tasks. */
  public static class Queueing implements Executor {
    private List<Runnable> later;

    @Override
    public void execute(Runnable task) {
      if (later == null) {
        later = new ArrayList<>(); // want UnguardedCheckThenAct "later"
      }
      later.add(task);
    }
  }
}
