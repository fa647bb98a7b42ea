package cases.unguardedcheckthenact;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What decides is whether a step worked, not what is kept. */
public class WorkedSteps {

  /** Puts commands aside until it is started. */
  static class Transport {
    private volatile BlockingQueue<String> pending = new LinkedBlockingQueue<>(16);
    private volatile boolean started;

    void send(String command) {
      if (!started) {
        boolean accepted = false;
        BlockingQueue<String> queue = pending;
        if (queue != null) {
          accepted = queue.offer(command);
        }
        if (accepted) {
          return;
        }
      }
      forget();
    }

    void start() {
      started = true;
    }

    private void forget() {
      pending = null;
    }

    /** The queue itself decides. */
    void stop() {
      if (pending != null) {
        started = false;
        pending = null;
      }
    }

    void reopen() {
      if (pending == null) {
        pending = new LinkedBlockingQueue<>(16); // want UnguardedCheckThenAct "pending"
      }
    }
  }

  /** Waits for several answers to one request. */
  static class Fanout {
    private final ConcurrentMap<Integer, AtomicInteger> requests = new ConcurrentHashMap<>();

    void sent(Integer id, int peers) {
      requests.put(id, new AtomicInteger(peers));
    }

    void answered(Integer id) {
      AtomicInteger missing = requests.get(id);
      if (missing != null && missing.decrementAndGet() <= 0) {
        requests.remove(id);
      }
    }

    void swept(Integer id) {
      AtomicInteger missing = requests.get(id);
      if (missing != null && missing.get() <= 0) {
        requests.remove(id); // want UnguardedCheckThenAct "requests"
      }
    }
  }
}
