package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who was judged to be gone may be back when the list of those is gone through. */
class CollectedKeys {
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  void touch(String id, long now) {
    seen.put(id, now);
  }

  void expire(long now) {
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, Long> each : seen.entrySet()) {
      if (now - each.getValue() > 1000) {
        dead.add(each.getKey());
      }
    }
    for (String id : dead) {
      seen.remove(id); // want UnguardedCheckThenAct "seen"
    }
  }

  void expireAtOnce(long now) {
    Set<String> dead = new HashSet<>();
    for (Map.Entry<String, Long> each : seen.entrySet()) {
      if (now - each.getValue() > 1000) {
        dead.add(each.getKey());
      }
    }
    seen.keySet().removeAll(dead); // want UnguardedCheckThenAct "seen"
  }

  void expireByKeys(long now) {
    List<String> dead = new ArrayList<>();
    for (String id : seen.keySet()) {
      if (now - seen.getOrDefault(id, now) > 1000) {
        dead.add(id);
      }
    }
    for (String id : dead) {
      seen.remove(id); // want UnguardedCheckThenAct "seen"
    }
  }

  void expireByFunction(long now) {
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, Long> each : seen.entrySet()) {
      if (now - each.getValue() > 1000) {
        dead.add(each.getKey());
      }
    }
    dead.forEach(seen::remove); // want UnguardedCheckThenAct "seen"
  }

  /** The entry is judged again in one step. */
  void expireAgain(long now) {
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, Long> each : seen.entrySet()) {
      if (now - each.getValue() > 1000) {
        dead.add(each.getKey());
      }
    }
    for (String id : dead) {
      seen.computeIfPresent(id, (key, last) -> now - last > 1000 ? null : last);
    }
  }

  /** A name stays what it is. */
  void dropGuests() {
    List<String> guests = new ArrayList<>();
    for (String id : seen.keySet()) {
      if (id.startsWith("guest")) {
        guests.add(id);
      }
    }
    for (String id : guests) {
      seen.remove(id);
    }
  }

  void dropOthers(Map<String, Long> others, long now) {
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, Long> each : others.entrySet()) {
      if (now - each.getValue() > 1000) {
        dead.add(each.getKey());
      }
    }
    for (String id : dead) {
      seen.remove(id);
    }
  }
}
