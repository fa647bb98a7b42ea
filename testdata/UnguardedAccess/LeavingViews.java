package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockkeeper.annotations.GuardedBy;
import org.lockkeeper.annotations.Holding;

/** What is returned is made under the lock, and read when the lock is gone. */
public class LeavingViews {
  private final Object lock = new Object();
  private final Lock times = new ReentrantLock();

  @GuardedBy("lock")
  private final Map<String, String> users = new HashMap<>();

  @GuardedBy("lock")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("times")
  private final TreeMap<Long, String> timeline = new TreeMap<>();

  @GuardedBy("lock")
  private List<String> replaced = List.of();

  public void add(String name) {
    synchronized (lock) {
      users.put(name, name);
      names.add(name);
      List<String> next = new ArrayList<>(replaced);
      next.add(name);
      replaced = next;
    }
  }

  public void at(long time, String what) {
    times.lock();
    try {
      timeline.put(time, what);
    } finally {
      times.unlock();
    }
  }

  public Collection<String> values() {
    synchronized (lock) {
      return users.values(); // want UnguardedAccess "`values` of `users` is returned and outlives `lock`"
    }
  }

  public Set<String> keys() {
    Set<String> keys;
    synchronized (lock) {
      keys = users.keySet(); // want UnguardedAccess "users"
    }
    return keys;
  }

  public Iterator<String> iterator() {
    synchronized (lock) {
      return names.iterator(); // want UnguardedAccess "names"
    }
  }

  public Stream<String> longOnes() {
    synchronized (lock) {
      return names.stream().filter(n -> n.length() > 9); // want UnguardedAccess "names"
    }
  }

  public List<String> firstTwo() {
    synchronized (lock) {
      return names.subList(0, 2); // want UnguardedAccess "names"
    }
  }

  public List<String> readOnly() {
    synchronized (lock) {
      return Collections.unmodifiableList(names); // want UnguardedAccess "names"
    }
  }

  public SortedMap<Long, String> before(long time) {
    times.lock();
    try {
      return timeline.headMap(time); // want UnguardedAccess "timeline"
    } finally {
      times.unlock();
    }
  }

  public List<String> copy() {
    synchronized (lock) {
      return new ArrayList<>(names);
    }
  }

  public Set<String> copyOfKeys() {
    synchronized (lock) {
      return new HashSet<>(users.keySet());
    }
  }

  public Stream<String> streamOfCopy() {
    synchronized (lock) {
      return new ArrayList<>(names).stream();
    }
  }

  public Iterator<String> iteratorOfCopy() {
    synchronized (lock) {
      return List.copyOf(users.values()).iterator();
    }
  }

  public List<String> collected() {
    synchronized (lock) {
      return names.stream().filter(n -> n.length() > 9).collect(Collectors.toList());
    }
  }

  public String first() {
    synchronized (lock) {
      return names.iterator().next();
    }
  }

  public int together() {
    synchronized (lock) {
      int length = 0;
      for (String each : own()) {
        length += each.length();
      }
      return length;
    }
  }

  private Collection<String> own() {
    synchronized (lock) {
      return users.values();
    }
  }

  @Holding("lock")
  Collection<String> whileLocked() {
    return users.values();
  }

  /** Nobody changes a list in place. */
  public Stream<String> snapshot() {
    synchronized (lock) {
      return replaced.stream();
    }
  }
}
