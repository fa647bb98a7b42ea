package cases.fixes;

import java.util.List;
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
    return List.of(
        firsts.get(),
        starts.get(),
        owned.get(),
        sold.get(),
        missed.get(),
        leaders.size(),
        OptionalLong.of(done.get()));
  }
}
