package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Steps that are made for the sake of waiting, or of a look: they put back what is there. */
class SameAgain {
  private final ConcurrentMap<String, Integer> weights = new ConcurrentHashMap<>();

  // A removal that has begun is waited for, the entry stays what it is.
  int await(String key) {
    Integer weight = weights.get(key);
    if (weight != null && weight < 0) {
      weights.computeIfPresent(
          key,
          (k, w) -> {
            check(k, w);
            return w;
          });
    }
    return weight == null ? 0 : weight;
  }

  void halve(String key) {
    Integer weight = weights.get(key);
    if (weight != null && weight > 100) {
      weights.computeIfPresent(key, (k, w) -> w / 2); // want UnguardedCheckThenAct "weights"
    }
  }

  private void check(String key, Integer weight) {
    if (weight == Integer.MIN_VALUE) {
      throw new IllegalStateException(key);
    }
  }
}
