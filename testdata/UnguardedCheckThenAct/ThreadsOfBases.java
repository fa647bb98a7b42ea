package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** A class starts one thread for each of its objects, and those that extend it say what it does. */
public class ThreadsOfBases {

  abstract static class Worker<M> implements Runnable {
    private final BlockingQueue<M> box = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this);
    private volatile boolean running = true;

    void start() {
      thread.start();
    }

    void tell(M message) {
      box.add(message);
    }

    @Override
    public void run() {
      try {
        while (running) {
          receive(box.take());
        }
      } catch (InterruptedException e) {
        running = false;
      }
    }

    protected abstract void receive(M message);
  }

  static class Stock extends Worker<String> {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile int level;

    @Override
    protected void receive(String message) {
      if (!counts.containsKey(message)) {
        counts.put(message, 0);
      }
      level = level > 10 ? 0 : level + 1;
    }

    Integer count(String name) {
      return level > 0 ? counts.get(name) : null;
    }
  }

  /** Others change it, too. */
  static class Orders extends Worker<String> {
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    @Override
    protected void receive(String message) {
      if (!open.containsKey(message)) {
        open.put(message, 0); // want UnguardedCheckThenAct "open"
      }
    }

    void add(String name) {
      open.putIfAbsent(name, 1);
    }
  }

  abstract static class Looper {
    private Thread thread;
    private volatile boolean running;

    void start() {
      running = true;
      thread = new Thread(this::loop);
      thread.start();
    }

    private void loop() {
      while (running) {
        step();
      }
    }

    protected abstract void step();
  }

  static class Clock extends Looper {
    private final Map<Integer, String> marks = new ConcurrentHashMap<>();
    private volatile int hour;

    @Override
    protected void step() {
      if (!marks.containsKey(hour)) {
        marks.put(hour, "struck");
      }
      hour = hour > 10 ? 0 : hour + 1;
    }

    int hour() {
      return marks.size() + hour;
    }
  }

  /** Every caller runs it. */
  abstract static class Caller {
    void call(String name) {
      step(name);
    }

    protected abstract void step(String name);
  }

  static class Ledger extends Caller {
    private final Map<String, String> lines = new ConcurrentHashMap<>();

    @Override
    protected void step(String name) {
      if (!lines.containsKey(name)) {
        lines.put(name, name); // want UnguardedCheckThenAct "lines"
      }
    }
  }
}
