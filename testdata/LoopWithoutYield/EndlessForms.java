// source door only: class files have no line for a loop header without a condition
package cases.loopwithoutyield;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lockkeeper.annotations.Cooperative;

/** The forms of loops that are left from inside, or tested at the end. */
public class EndlessForms {
  private volatile long target;

  @Cooperative
  long endlessFor() {
    long x = 1;
    for (; ; ) { // want LoopWithoutYield "loop"
      x = x * 6364136223846793005L + 1442695040888963407L;
      if (x == target) {
        return x;
      }
    }
  }

  @Cooperative
  long endlessWhile() {
    long x = target;
    while (true) { // want LoopWithoutYield "loop"
      if (x == 1) {
        break;
      }
      x = x % 2 == 0 ? x / 2 : 3 * x + 1;
    }
    return x;
  }

  @Cooperative
  long doWhile() {
    long nonce = 0;
    do { // want LoopWithoutYield "loop"
      nonce++;
    } while (Long.hashCode(nonce * 31) != target);
    return nonce;
  }

  static class Reader {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Deque<Integer> jobs = new ArrayDeque<>();
    private String last = "";

    @Cooperative
    void drainLines() {
      for (; ; ) { // want LoopWithoutYield "loop"
        String line = lines.poll();
        if (line == null) {
          return;
        }
        handle(line);
      }
    }

    /** Each turn under the lock, the loop without an end. */
    @Cooperative
    void drainJobs() {
      while (true) { // want LoopWithoutYield "loop"
        int job;
        synchronized (jobs) {
          if (jobs.isEmpty()) {
            return;
          }
          job = jobs.removeFirst();
        }
        handle("job " + job);
      }
    }

    private void handle(String what) {
      last = what;
    }
  }

  /** A server that never sleeps. */
  @Cooperative
  static class Server {
    private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    void serve() {
      while (true) { // want LoopWithoutYield "loop"
        String mail = inbox.poll();
        if (mail != null) {
          seen.merge(mail, 1, Integer::sum);
        }
      }
    }

    void serveAndCatch() {
      for (; ; ) { // want LoopWithoutYield "loop"
        try {
          String mail = inbox.remove();
          seen.put(mail, 1);
        } catch (RuntimeException e) {
          if (stopped.get()) {
            break;
          }
        }
      }
    }
  }
}
