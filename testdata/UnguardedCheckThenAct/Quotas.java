package cases.unguardedcheckthenact;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** No more than so many: whether an element was new does not tell whether there was room. */
class Quotas {
  private static final int MAX = 10;
  private final Set<String> active = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> seats = new ConcurrentHashMap<>();

  boolean enter(String name) {
    return active.size() < MAX && active.add(name); // want UnguardedCheckThenAct "active"
  }

  boolean enterEarly(String name) {
    if (active.size() >= MAX || !active.add(name)) { // want UnguardedCheckThenAct "active"
      return false;
    }
    return !name.isEmpty();
  }

  boolean seat(String name, int number) {
    return seats.size() < MAX && seats.putIfAbsent(name, number) == null; // want UnguardedCheckThenAct "seats"
  }

  boolean leave(String name) {
    return active.size() > 0 && active.remove(name);
  }

  boolean evict(String name) {
    return active.size() > MAX && active.remove(name);
  }

  boolean known(String name) {
    return !active.contains(name) && active.add(name);
  }
}
