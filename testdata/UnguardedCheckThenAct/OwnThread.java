package cases.uncheckedcheckthenact;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Threads whose queues only they themselves empty. */
class OwnThread {

  static class Committer extends Thread {
    private final LinkedBlockingQueue<String> committed = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> retried = new LinkedBlockingQueue<>();
    private volatile boolean sending;
    private volatile boolean reporting;
    private volatile boolean stopped;
    private volatile int longest;
    private volatile int shortest;

    void commit(String request) {
      committed.add(request);
      retried.add(request);
    }

    void drop() {
      retried.clear();
    }

    @Override
    public void run() {
      while (!stopped) {
        String request = committed.peek();
        if (request != null && request.length() > 3) {
          startSending();
          longest = Math.max(longest, request.length());
          shortest = Math.min(shortest, request.length()); // want NonAtomicUpdate "shortest"
          committed.remove();
        }
        if (!retried.isEmpty()) {
          retried.remove(); // want UnguardedCheckThenAct "retried"
        }
        startReporting();
      }
    }

    protected void startSending() {
      if (!sending) {
        new Thread(() -> System.out.println("sends")).start();
        sending = true;
      }
    }

    /** Others may call it too. */
    public void startReporting() {
      if (!reporting) {
        new Thread(() -> System.out.println("reports")).start();
        reporting = true; // want UnguardedCheckThenAct "reporting"
      }
    }

    void halt() {
      stopped = true;
    }

    void reset() {
      shortest = Integer.MAX_VALUE;
    }
  }

  /** The map comes from outside: other counters have it too. */
  static class Counter extends Thread {
    private final ConcurrentMap<String, Integer> counts;
    private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();

    Counter(ConcurrentMap<String, Integer> counts) {
      this.counts = counts;
    }

    @Override
    public void run() {
      if (!counts.containsKey("runs")) {
        counts.put("runs", 1); // want UnguardedCheckThenAct "counts"
      }
      if (!seen.containsKey("runs")) {
        seen.put("runs", 1);
      }
    }
  }
}
