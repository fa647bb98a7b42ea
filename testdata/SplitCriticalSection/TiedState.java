package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What one section finds out decides what a later one does to another field of the object. */
public class TiedState {
  static class Executor {
    private final Object lock = new Object();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean shutdown;

    void submit(Runnable task) {
      synchronized (lock) {
        if (shutdown) {
          throw new IllegalStateException();
        }
      }
      synchronized (lock) {
        tasks.add(task); // want SplitCriticalSection "shutdown"
        lock.notifyAll();
      }
    }

    void submitRight(Runnable task) {
      synchronized (lock) {
        if (shutdown) {
          return;
        }
      }
      Runnable traced = () -> System.out.println(task);
      synchronized (lock) {
        if (!shutdown) {
          tasks.add(traced);
        }
      }
    }

    void stop() {
      synchronized (lock) {
        shutdown = true;
        tasks.clear();
      }
    }
  }

  static class Connection {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<byte[]> buffered = new ArrayList<>();
    private boolean open = true;

    boolean isOpen() {
      lock.lock();
      try {
        return open;
      } finally {
        lock.unlock();
      }
    }

    private void append(byte[] bytes) {
      lock.lock();
      try {
        buffered.add(bytes);
      } finally {
        lock.unlock();
      }
    }

    void write(byte[] bytes) {
      if (isOpen()) {
        append(bytes); // want SplitCriticalSection "open"
      }
    }

    void writeRight(byte[] bytes) {
      lock.lock();
      try {
        if (isOpen()) {
          append(bytes);
        }
      } finally {
        lock.unlock();
      }
    }

    /** What is taken away is not missed by who closes. */
    byte[] read() {
      if (!isOpen()) {
        return new byte[0];
      }
      lock.lock();
      try {
        return buffered.isEmpty() ? new byte[0] : buffered.remove(0);
      } finally {
        lock.unlock();
      }
    }

    void close() {
      lock.lock();
      try {
        open = false;
        buffered.clear();
      } finally {
        lock.unlock();
      }
    }
  }

  static class Game {
    private final Set<String> players = new HashSet<>();
    private boolean started;

    synchronized boolean isStarted() {
      return started;
    }

    synchronized void addPlayer(String player) {
      players.add(player);
    }

    void join(String player) {
      if (!isStarted()) {
        addPlayer(player); // want SplitCriticalSection "started"
      }
    }

    synchronized void start() {
      if (players.size() < 2) {
        throw new IllegalStateException();
      }
      started = true;
    }
  }

  static class Range {
    private int low;
    private int high = 10;

    synchronized int low() {
      return low;
    }

    synchronized int high() {
      return high;
    }

    private synchronized void low(int value) {
      low = value;
    }

    private synchronized void high(int value) {
      high = value;
    }

    void raise(int value) {
      if (value > high()) {
        throw new IllegalArgumentException();
      }
      low(value); // want SplitCriticalSection "high"
    }

    void lower(int value) {
      if (value < low()) {
        throw new IllegalArgumentException();
      }
      high(value); // want SplitCriticalSection "low"
    }

    synchronized void raiseRight(int value) {
      if (value > high()) {
        throw new IllegalArgumentException();
      }
      low(value);
    }
  }

  /** Nobody who changes the level looks at the lines. */
  static class Trace {
    private final List<String> lines = new ArrayList<>();
    private boolean verbose;

    synchronized boolean isVerbose() {
      return verbose;
    }

    synchronized void setVerbose(boolean on) {
      verbose = on;
    }

    synchronized void log(String line) {
      lines.add(line);
    }

    void detail(String line) {
      if (isVerbose()) {
        log(line);
      }
    }
  }

  /** Who resets makes true what the test asks for. */
  static class Recorder {
    private final List<String> events = new ArrayList<>();
    private boolean recording;

    synchronized void begin() {
      recording = true;
      events.clear();
    }

    void record(String event) {
      synchronized (this) {
        if (!recording) {
          return;
        }
      }
      synchronized (this) {
        events.add(event);
      }
    }
  }

  /** The worker looks again before each round. */
  static class Worker {
    private final List<Integer> results = new ArrayList<>();
    private boolean running = true;

    private synchronized boolean isRunning() {
      return running;
    }

    void work() {
      int round = 0;
      while (isRunning()) {
        round++;
        synchronized (this) {
          results.add(round);
        }
      }
    }

    synchronized List<Integer> stop() {
      running = false;
      return new ArrayList<>(results);
    }
  }

  /** Who fails empties the queue, too, which the later section looks at. */
  static class Source {
    private final Deque<String> parts = new ArrayDeque<>();
    private Throwable failure;
    private String part;

    String read() {
      synchronized (this) {
        if (failure != null) {
          return failure.getMessage();
        }
      }
      synchronized (this) {
        if (!parts.isEmpty()) {
          part = parts.poll();
        }
        return part;
      }
    }

    synchronized void add(String added) {
      if (failure == null) {
        parts.add(added);
      }
    }

    synchronized void fail(Throwable cause) {
      failure = cause;
      parts.clear();
      part = null;
    }
  }
}
