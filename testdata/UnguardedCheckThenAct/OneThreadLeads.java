package cases.uncheckedcheckthenact;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** State that only one thread changes, several classes away from where the thread starts. */
class OneThreadLeads {

  /** Votes in rounds; the peer's thread alone asks for a leader. */
  interface Election {
    long elect(long seen);
  }

  static final class Peer extends Thread {
    private final Election election = new Ballot();
    private final Follower follower = new Follower();
    private volatile boolean stopped;

    @Override
    public void run() {
      long round = 0;
      while (!stopped) {
        round = election.elect(round + 1);
        follower.commit(round);
      }
    }

    long round() {
      return ((Ballot) election).clock.get();
    }

    void accept(long transaction) {
      follower.log(transaction);
    }

    void halt() {
      stopped = true;
      follower.forget();
    }
  }

  static final class Ballot implements Election {
    final AtomicLong clock = new AtomicLong();

    @Override
    public long elect(long seen) {
      if (seen > clock.get()) {
        clock.set(seen);
      }
      return clock.get();
    }
  }

  static final class Follower {
    private final LinkedBlockingQueue<Long> pending = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Long> dropped = new LinkedBlockingQueue<>();
    private final Map<Long, String> states = new ConcurrentHashMap<>();

    /** Any thread. */
    void log(long transaction) {
      pending.add(transaction);
      dropped.add(transaction);
      if (!states.containsKey(transaction)) {
        states.put(transaction, "logged"); // want UnguardedCheckThenAct "states"
      }
    }

    /** The peer's thread alone. */
    void commit(long round) {
      if (!pending.isEmpty() && pending.element() <= round) {
        pending.remove();
      }
      if (!dropped.isEmpty()) {
        dropped.remove(); // want UnguardedCheckThenAct "dropped"
      }
      if (states.containsKey(round)) {
        states.put(round, "committed"); // want UnguardedCheckThenAct "states"
      }
    }

    /** Any thread. */
    void forget() {
      dropped.clear();
    }
  }

  /** A thread for each customer, and one desk for all of them. */
  static final class Desk {
    private final Map<String, Integer> served = new ConcurrentHashMap<>();

    void serve(String name) {
      if (!served.containsKey(name)) {
        served.put(name, 1); // want UnguardedCheckThenAct "served"
      }
    }
  }

  static final class Customer {
    private final Desk desk;
    private final String name;
    private final Thread thread;

    Customer(Desk desk, String name) {
      this.desk = desk;
      this.name = name;
      this.thread = new Thread(this::come);
    }

    void enter() {
      thread.start();
    }

    private void come() {
      desk.serve(name);
    }
  }

  /** A new thread with each call. */
  static final class Mail {
    private final Map<String, Integer> sent = Collections.synchronizedMap(new LinkedHashMap<>());

    void send(String to) {
      new Thread(() -> note(to)).start();
    }

    private void note(String to) {
      if (!sent.containsKey(to)) {
        sent.put(to, 1); // want UnguardedCheckThenAct "sent"
      }
    }
  }

  /** One round of a scheduler comes after the other. */
  static final class Sweeper {
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4);
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, Long> marked = new ConcurrentHashMap<>();

    void start() {
      scheduler.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    private void sweep() {
      note("a", System.nanoTime());
      mark("a");
    }

    private void note(String name, long now) {
      Long last = seen.get(name);
      if (last == null || now > last) {
        seen.put(name, now);
      }
    }

    void mark(String name) {
      if (!marked.containsKey(name)) {
        marked.put(name, 1L); // want UnguardedCheckThenAct "marked"
      }
    }

    void markNow() {
      mark("now");
    }

    Long last(String name) {
      return seen.get(name);
    }
  }

  /** Kept in a field of the object around it, which the thread steps on. */
  static final class Pump {
    private final Queue<String> lines = new LinkedBlockingQueue<>();
    private final Thread thread;

    Pump() {
      thread =
          new Thread() {
            @Override
            public void run() {
              while (!isInterrupted()) {
                if (!lines.isEmpty()) {
                  System.out.println(lines.remove());
                }
              }
            }
          };
    }

    void open() {
      thread.start();
    }

    void add(String line) {
      lines.add(line);
    }
  }

  static Queue<String> unshared() {
    Queue<String> all = new ArrayDeque<>();
    all.add("a");
    return all;
  }
}
