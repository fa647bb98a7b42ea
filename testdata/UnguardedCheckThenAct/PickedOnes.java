package cases.unguardedcheckthenact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What is picked first and taken out by name then may be picked by others, too. */
public class PickedOnes {
  private final Queue<Runnable> jobs = new ConcurrentLinkedQueue<>();
  private final Deque<Runnable> late = new ConcurrentLinkedDeque<>();
  private final ConcurrentSkipListMap<Long, Runnable> timers = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListSet<String> names = new ConcurrentSkipListSet<>();
  private final Set<Runnable> hooks = ConcurrentHashMap.newKeySet();
  private final Queue<Runnable> guarded = new ArrayDeque<>();

  void add(long when, Runnable job) {
    jobs.add(job);
    late.add(job);
    hooks.add(job);
    timers.put(when, job);
    names.add("job of " + when);
    synchronized (guarded) {
      guarded.add(job);
    }
  }

  void runFirst() {
    Runnable job = jobs.peek();
    if (job != null) {
      jobs.remove(job); // want UnguardedCheckThenAct "`jobs` may change between peek"
      job.run();
    }
  }

  void runFirstTaken() {
    Runnable job = jobs.peek();
    if (job != null && jobs.remove(job)) {
      job.run();
    }
  }

  /** Taken out twice is taken out once. */
  void forgetFirst() {
    Runnable job = jobs.peek();
    if (job != null) {
      System.out.println(job);
      jobs.remove(job);
    }
  }

  void runLast() {
    Runnable job = late.peekLast();
    if (job == null) {
      return;
    }
    late.removeLastOccurrence(job); // want UnguardedCheckThenAct "late"
    run(job);
  }

  private static void run(Runnable job) {
    job.run();
  }

  void runNext() {
    Map.Entry<Long, Runnable> next = timers.firstEntry();
    if (next != null) {
      timers.remove(next.getKey()); // want UnguardedCheckThenAct "timers"
      next.getValue().run();
    }
  }

  void runDue(long now) {
    Long due = timers.floorKey(now);
    if (due != null) {
      timers.remove(due).run(); // want UnguardedCheckThenAct "timers"
    }
  }

  void runDueIfAny(long now) {
    Long due = timers.floorKey(now);
    Runnable job = due == null ? null : timers.remove(due);
    if (job != null) {
      job.run();
    }
  }

  String takeName() {
    String name = names.first();
    names.remove(name); // want UnguardedCheckThenAct "names"
    System.out.println(name);
    return name;
  }

  String takeNameAtomically() {
    return names.pollFirst();
  }

  void runHooks() {
    for (Runnable hook : hooks) {
      hooks.remove(hook); // want UnguardedCheckThenAct "hooks"
      hook.run();
    }
  }

  void runHooksOnce() {
    for (Runnable hook : hooks) {
      if (hooks.remove(hook)) {
        hook.run();
      }
    }
  }

  void dropHooks() {
    for (Runnable hook : hooks) {
      hook.run();
      hooks.remove(hook);
    }
  }

  void runGuarded() {
    Runnable job;
    synchronized (guarded) {
      job = guarded.peek();
      guarded.remove(job);
    }
    job.run();
  }
}
