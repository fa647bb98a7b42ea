package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Plain lists as values, changed inside the map's atomic operation or under their own lock. */
public class SubscribersRight {
  private final ConcurrentMap<String, List<String>> byTopic = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> byUser = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> wrapped = new ConcurrentHashMap<>();

  public void subscribe(String topic, String user) {
    byTopic.compute(
        topic,
        (t, users) -> {
          List<String> all = users == null ? new ArrayList<>() : users;
          all.add(user);
          return all;
        });
  }

  public void locked(String user, String topic) {
    List<String> topics = byUser.computeIfAbsent(user, u -> new ArrayList<>());
    synchronized (topics) {
      topics.add(topic);
    }
  }

  public void synchronizedValue(String user, String topic) {
    wrapped
        .computeIfAbsent(user, u -> Collections.synchronizedList(new ArrayList<>()))
        .add(topic);
  }

  /** Reads a value only. */
  public int size(String user) {
    List<String> topics = wrapped.get(user);
    return topics == null ? 0 : topics.size();
  }

  /** Filled before it is put. */
  public void prepare(String user, String topic) {
    List<String> fresh = new ArrayList<>();
    fresh.add(topic);
    byUser.put(user, fresh);
  }

  /** Taken out first: then it is ours. */
  public List<String> take(String user) {
    List<String> mine = wrapped.remove(user);
    if (mine == null) {
      return new ArrayList<>();
    }
    mine.add("done");
    return mine;
  }
}
