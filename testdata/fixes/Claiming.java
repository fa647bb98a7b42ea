package cases.fixes;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What only one may do, and what only one may get. */
public class Claiming implements IntFunction<Object>, Supplier<Object> {
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<Integer, String> owners = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, String> stock = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Integer> jobs = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<Object> leader = new AtomicReference<>();
  private final ConcurrentMap<Integer, Object> locks = new ConcurrentHashMap<>();
  private final Set<Object> seenAgain = ConcurrentHashMap.newKeySet();
  private final Object desk = new Object();
  private int tickets;
  private final AtomicInteger firsts = new AtomicInteger();
  private final AtomicInteger owned = new AtomicInteger();
  private final AtomicInteger sold = new AtomicInteger();
  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();
  private final Set<Object> leaders = ConcurrentHashMap.newKeySet();

  public Claiming() {
    for (int i = 0; i < 100; i++) {
      jobs.add(i);
      stock.put(i, "piece");
    }
  }

  @Override
  public Object apply(int step) {
    if (!seen.contains(step)) {
      seen.add(step); // want UnguardedCheckThenAct "seen"
      firsts.incrementAndGet();
    }
    if (!started.get()) {
      started.set(true); // want UnguardedCheckThenAct "started"
      starts.incrementAndGet();
    }
    leaders.add(leader());
    sell(step);
    pass(step);
    draw();
    try {
      work();
    } catch (RuntimeException nobodyLeftOne) {
      missed.incrementAndGet();
    }
    return own(step, "me");
  }

  private boolean own(int thing, String name) {
    if (owners.containsKey(thing)) {
      return false;
    }
    owners.put(thing, name); // want UnguardedCheckThenAct "owners"
    owned.incrementAndGet();
    return true;
  }

  private Object leader() {
    Object now = leader.get();
    if (now == null) {
      now = new Object();
      leader.set(now); // want UnguardedCheckThenAct "leader"
    }
    return now;
  }

  private void sell(int thing) {
    if (stock.containsKey(thing)) {
      stock.remove(thing); // want UnguardedCheckThenAct "stock"
      sold.incrementAndGet();
    }
  }

  /** Who comes later takes over, and none removes what another has put. */
  private void pass(Integer thing) {
    Object mine = new Object();
    Object before = locks.put(thing, mine);
    if (before != null) {
      seenAgain.add(before);
    }
    if (locks.get(thing) == mine) {
      seenAgain.add(mine);
    }
    if (mine.equals(locks.get(thing))) {
      locks.remove(thing); // want UnguardedCheckThenAct "locks"
    }
  }

  private void draw() {
    int next;
    synchronized (desk) {
      next = tickets;
    }
    synchronized (desk) {
      tickets = next + 1; // want SplitCriticalSection "tickets"
    }
  }

  private void work() {
    if (!jobs.isEmpty()) {
      int job = jobs.remove().intValue(); // want UnguardedCheckThenAct "jobs"
      done.addAndGet(job + 1);
    }
    while (!jobs.isEmpty()) {
      Integer next = jobs.poll(); // want UnguardedCheckThenAct "jobs"
      done.addAndGet(next + 1);
    }
  }

  @Override
  public Object get() {
    return Map.of(
        "add", firsts.get(),
        "compareAndSet", starts.get(),
        "putIfAbsent", owned.get(),
        "remove", sold.get(),
        "remove of what was compared", seenAgain.size(),
        "one critical section", tickets,
        "poll", missed.get(),
        "compareAndSet of null", leaders.size(),
        "all", OptionalLong.of(done.get()));
  }
}
