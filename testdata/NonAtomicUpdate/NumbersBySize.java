package cases.nonatomicupdate;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** New entries of a map get their number by how many it has: two names may get the same. */
class NumbersBySize {
  private final ConcurrentMap<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<String, Integer> locked = Collections.synchronizedMap(new HashMap<>());
  private final ConcurrentMap<String, Integer> sizes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  int made(String name) {
    return ids.computeIfAbsent(name, key -> ids.size()); // want NonAtomicUpdate "ids"
  }

  int fromOne(String name) {
    return ids.computeIfAbsent(name, key -> ids.size() + 1); // want NonAtomicUpdate "ids"
  }

  int put(String name) {
    int id = ids.size();
    Integer known = ids.putIfAbsent(name, id); // want NonAtomicUpdate "ids"
    return known == null ? id : known;
  }

  int putAtOnce(String name) {
    Integer known = locked.putIfAbsent(name, locked.size() + 1); // want NonAtomicUpdate "locked"
    return known == null ? locked.size() : known;
  }

  /** A synchronized map keeps its lock while it runs the function. */
  int madeLocked(String name) {
    return locked.computeIfAbsent(name, key -> locked.size());
  }

  int putLocked(String name) {
    synchronized (locked) {
      Integer known = locked.putIfAbsent(name, locked.size());
      return known == null ? locked.size() : known;
    }
  }

  int drawn(String name) {
    return ids.computeIfAbsent(name, key -> next.getAndIncrement());
  }

  /** How many others there are is what is kept. */
  int otherMap(String name) {
    return sizes.computeIfAbsent(name, key -> names.size());
  }

  int logged(String name) {
    return sizes.computeIfAbsent(
        name,
        key -> {
          System.out.println("one more than " + sizes.size());
          return key.length();
        });
  }
}
