package cases.unguardedcheckthenact;

import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cheap look first, then a step that tells its caller by itself: sets do, lists and queues don't. */
public class FastPaths {
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<String> known = Collections.synchronizedSet(new HashSet<>());
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Deque<String> turns = new ConcurrentLinkedDeque<>();
  private final Queue<String> jobs = new ConcurrentLinkedQueue<>();
  private final List<String> hooks = new CopyOnWriteArrayList<>();

  boolean see(String one) {
    if (seen.contains(one)) {
      return false;
    }
    return seen.add(one);
  }

  boolean forget(String one) {
    if (seen.contains(one)) {
      return seen.remove(one);
    }
    return false;
  }

  boolean know(String one) {
    return known.contains(one) ? false : known.add(one);
  }

  /** Says that it is new whether it is or not. */
  boolean tell(String one) {
    if (told.contains(one)) {
      return false;
    }
    told.add(one); // want UnguardedCheckThenAct "told"
    return true;
  }

  boolean turn(String who) {
    return turns.contains(who) || turns.add(who); // want UnguardedCheckThenAct "turns"
  }

  boolean queue(String job) {
    if (jobs.contains(job)) {
      return false;
    }
    return jobs.offer(job); // want UnguardedCheckThenAct "jobs"
  }

  boolean hook(String name) {
    return !hooks.contains(name) && hooks.add(name); // want UnguardedCheckThenAct "hooks"
  }

  /** Knows that it may be gone by then, and tidies up before it says so. */
  String lastHook() {
    try {
      try {
        return hooks.isEmpty() ? null : hooks.get(hooks.size() - 1);
      } finally {
        seen.clear();
      }
    } catch (IndexOutOfBoundsException gone) {
      return null;
    }
  }

  void unhook(String name) {
    hooks.remove(name);
  }
}
