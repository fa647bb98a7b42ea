package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The values of a concurrent map that a loop goes through are changed by others as well. */
public class ValuesInLoops {
  private final ConcurrentMap<String, List<String>> topics = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> tags = new ConcurrentHashMap<>();

  public void listen(String topic, String listener) {
    List<String> all = topics.computeIfAbsent(topic, t -> new ArrayList<>());
    all.add(listener); // want NonAtomicUpdate "`add` on a value of `topics`"
    all.sort(null);
  }

  public void forget(String listener) {
    for (List<String> each : topics.values()) {
      each.remove(listener); // want NonAtomicUpdate "`remove` on a value of `topics`"
    }
  }

  public void forgetLocked(String listener) {
    for (List<String> each : topics.values()) {
      synchronized (each) {
        each.remove(listener);
      }
    }
  }

  public void tag(String item, String tag) {
    tags.computeIfAbsent(item, i -> ConcurrentHashMap.newKeySet()).add(tag);
  }

  public void untag(String tag) {
    for (Set<String> each : tags.values()) {
      each.remove(tag);
    }
  }

  public List<String> without(String listener) {
    List<String> kept = new ArrayList<>();
    for (List<String> each : topics.values()) {
      List<String> copy = new ArrayList<>(each);
      copy.remove(listener);
      kept.addAll(copy);
    }
    return kept;
  }
}
