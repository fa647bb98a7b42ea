package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Plain collections that the winner of {@code putIfAbsent} and all others change. */
public class KeptValues {
  private final ConcurrentMap<String, List<String>> listeners = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Integer>> tables =
      Collections.synchronizedMap(new HashMap<>());
  private final ConcurrentMap<String, Set<String>> tags = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> ids = new ConcurrentHashMap<>();

  public void listen(String topic, String listener) {
    List<String> fresh = new ArrayList<>();
    List<String> all = listeners.putIfAbsent(topic, fresh);
    if (all == null) {
      all = fresh;
    }
    all.add(listener); // want NonAtomicUpdate "`add` on a value of `listeners`"
  }

  public void set(String table, String column, int value) {
    Map<String, Integer> fresh = new HashMap<>();
    Map<String, Integer> old = tables.putIfAbsent(table, fresh);
    (old == null ? fresh : old).put(column, value); // want NonAtomicUpdate "tables"
  }

  public void tag(String item, String tag) {
    Set<String> fresh = ConcurrentHashMap.newKeySet();
    Set<String> all = tags.putIfAbsent(item, fresh);
    if (all == null) {
      all = fresh;
    }
    all.add(tag);
  }

  public void listenLocked(String topic, String listener) {
    List<String> fresh = new ArrayList<>();
    List<String> all = listeners.putIfAbsent(topic, fresh);
    if (all == null) {
      all = fresh;
    }
    synchronized (all) {
      all.add(listener);
    }
  }

  /** Nobody finds what was taken out. */
  public List<String> drain(String topic, String last) {
    List<String> all = listeners.remove(topic);
    if (all == null) {
      all = new ArrayList<>();
    }
    all.add(last);
    return all;
  }

  public List<String> copy(String topic, String more) {
    List<String> known = listeners.get(topic);
    List<String> copy = known == null ? new ArrayList<>() : new ArrayList<>(known);
    copy.add(more);
    return copy;
  }

  /** Two threads give two names one number. */
  public void number(String name) {
    ids.put(name, ids.size()); // want NonAtomicUpdate "ids"
  }
}
