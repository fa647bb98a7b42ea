package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Sections that are functions, copies that are emptied later, and waits without a loop. */
public class FunctionSections {
  private final Lock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private int left;

  private <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  private void run(Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      lock.unlock();
    }
  }

  public Integer count(String name) {
    return locked(() -> counts.get(name));
  }

  public void setCount(String name, int n) {
    run(() -> counts.put(name, n));
  }

  public void increment(String name) {
    Integer n = count(name);
    setCount(name, n == null ? 1 : n + 1); // want SplitCriticalSection "counts"
  }

  public void incrementRight(String name) {
    run(() -> counts.merge(name, 1, Integer::sum));
  }

  public void begin(String name) {
    if (locked(() -> counts.containsKey(name))) {
      return;
    }
    run(() -> counts.put(name, 0)); // want SplitCriticalSection "counts"
  }

  public void beginOther(String name, String other) {
    if (locked(() -> counts.containsKey(name))) {
      return;
    }
    run(() -> counts.put(other, 0));
  }

  public synchronized void write(String line) {
    lines.add(line);
  }

  /** What was written in between is lost. */
  public void flush(List<String> sink) {
    List<String> copy;
    synchronized (this) {
      copy = new ArrayList<>(lines);
    }
    sink.addAll(copy);
    synchronized (this) {
      lines.clear(); // want SplitCriticalSection "lines"
    }
  }

  public void flushRight(List<String> sink) {
    List<String> copy;
    synchronized (this) {
      copy = new ArrayList<>(lines);
      lines.clear();
    }
    sink.addAll(copy);
  }

  public void flushCopied(List<String> sink) {
    List<String> copy;
    synchronized (this) {
      copy = new ArrayList<>(lines);
    }
    sink.addAll(copy);
    synchronized (this) {
      lines.removeAll(copy);
    }
  }

  public void fill() {
    lock.lock();
    try {
      left++;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Two may be woken by one signal. */
  public void take() throws InterruptedException {
    lock.lock();
    try {
      if (left == 0) {
        filled.await();
      }
      left--; // want SplitCriticalSection "left"
    } finally {
      lock.unlock();
    }
  }

  public void takeRight() throws InterruptedException {
    lock.lock();
    try {
      while (left == 0) {
        filled.await();
      }
      left--;
    } finally {
      lock.unlock();
    }
  }

  public boolean takeLooking() throws InterruptedException {
    lock.lock();
    try {
      if (left == 0) {
        filled.await();
      }
      if (left == 0) {
        return false;
      }
      left--;
      return true;
    } finally {
      lock.unlock();
    }
  }
}
