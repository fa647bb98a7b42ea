package cases.nonatomicupdate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Some values of the map are safe, others are not: what a step puts there is what it changes. */
public class MixedValues {
  private final Map<String, Set<String>> watchers = new ConcurrentHashMap<>();

  void watch(String topic, String who) {
    watchers.computeIfAbsent(topic, t -> new HashSet<>()).add(who); // want NonAtomicUpdate "watchers"
  }

  void watchRight(String topic, String who) {
    watchers.computeIfAbsent(topic, t -> ConcurrentHashMap.newKeySet()).add(who);
  }

  void watchInside(String topic, String who) {
    watchers.compute(
        topic,
        (t, known) -> {
          Set<String> all = known == null ? new HashSet<>() : known;
          all.add(who);
          return all;
        });
  }
}
