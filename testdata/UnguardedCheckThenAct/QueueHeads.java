package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** What the head of a queue, an index or a field updater told. */
public class QueueHeads {
  private static final AtomicIntegerFieldUpdater<QueueHeads> USERS =
      AtomicIntegerFieldUpdater.newUpdater(QueueHeads.class, "users");
  private static final AtomicIntegerFieldUpdater<QueueHeads> GUESTS =
      AtomicIntegerFieldUpdater.newUpdater(QueueHeads.class, "guests");

  private final PriorityBlockingQueue<Long> deadlines = new PriorityBlockingQueue<>();
  private final BlockingDeque<String> recent = new LinkedBlockingDeque<>();
  private final List<String> names = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> tags = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Long> sizes = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, String> timeline = new ConcurrentSkipListMap<>();
  private volatile int users;
  private volatile int guests;

  Long due(long now) {
    Long head = deadlines.peek();
    if (head != null && head <= now) {
      return deadlines.poll(); // want UnguardedCheckThenAct "deadlines"
    }
    return null;
  }

  Long dueRight(long now) {
    Long head = deadlines.peek();
    return head != null && head <= now && deadlines.remove(head) ? head : null;
  }

  Long firstIfAny() {
    if (deadlines.peek() != null) {
      return deadlines.poll();
    }
    return null;
  }

  String latest() {
    return recent.peekLast() == null ? "none" : recent.peekLast().trim(); // want UnguardedCheckThenAct "recent"
  }

  void discardAll() {
    recent.clear();
  }

  String latestOrNull() {
    return recent.isEmpty() ? null : recent.peekLast();
  }

  String before(long time) {
    if (timeline.floorKey(time) == null) {
      return "nothing";
    }
    return timeline.floorEntry(time).getValue(); // want UnguardedCheckThenAct "timeline"
  }

  String beforeRight(long time) {
    Map.Entry<Long, String> entry = timeline.floorEntry(time);
    return entry == null ? "nothing" : entry.getValue();
  }

  void trimBefore(long time) {
    timeline.headMap(time).clear();
    timeline.remove(time);
  }

  void drop(String name) {
    int at = names.indexOf(name);
    if (at >= 0) {
      names.remove(at); // want UnguardedCheckThenAct "names"
    }
  }

  void replace(String name, String by) {
    if (names.contains(name)) {
      names.set(names.indexOf(name), by); // want UnguardedCheckThenAct "names"
    }
  }

  void dropRight(String name) {
    names.remove(name);
  }

  boolean tagFirst(String tag) {
    if (!tags.contains(tag)) {
      tags.add(tag); // want UnguardedCheckThenAct "tags"
      return true;
    }
    return false;
  }

  void forgetEmpty(String name) {
    if (sizes.get(name) == 0) {
      sizes.remove(name); // want UnguardedCheckThenAct "sizes"
    }
  }

  boolean join() {
    if (USERS.get(this) == 0) {
      return false;
    }
    USERS.incrementAndGet(this); // want UnguardedCheckThenAct "USERS"
    return true;
  }

  void welcome() {
    if (USERS.get(this) == 0) {
      GUESTS.set(this, 1);
    }
  }

  void entries() {
    for (Map.Entry<String, Long> e : sizes.entrySet()) {
      if (e.getValue() == 0) {
        sizes.remove(e.getKey()); // want UnguardedCheckThenAct "sizes"
      }
    }
  }

  void entriesRight() {
    for (Map.Entry<String, Long> e : sizes.entrySet()) {
      if (e.getValue() == 0) {
        sizes.remove(e.getKey(), e.getValue());
      }
    }
  }

  void ofAnyCase(String tag) {
    for (String known : names) {
      if (known.equalsIgnoreCase(tag)) {
        return;
      }
    }
    names.add(tag); // want UnguardedCheckThenAct "names"
  }

  /** Knows that the name may be gone by then. */
  String last() {
    try {
      return names.isEmpty() ? null : names.get(names.size() - 1);
    } catch (IndexOutOfBoundsException gone) {
      return null;
    }
  }

  /** Knows of another failure. */
  String lastParsed() {
    try {
      return names.isEmpty() ? null : names.get(names.size() - 1); // want UnguardedCheckThenAct "names"
    } catch (IllegalStateException closed) {
      return null;
    }
  }
}
