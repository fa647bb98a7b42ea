package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntUnaryOperator;

/** Entries that are written back while others may write them, too. */
class AgedEntries {
  private final ConcurrentMap<String, Integer> ages = new ConcurrentHashMap<>();

  void age() {
    ages.forEach((name, age) -> ages.replace(name, age + 1)); // want NonAtomicUpdate "ages"
  }

  void age(IntUnaryOperator step) {
    ages.forEach((name, age) -> ages.put(name, step.applyAsInt(age))); // want NonAtomicUpdate "ages"
  }

  void ageUnlessChanged() {
    ages.forEach((name, age) -> ages.replace(name, age, age + 1));
  }

  void ageRight(IntUnaryOperator step) {
    ages.replaceAll((name, age) -> step.applyAsInt(age));
  }

  void born() {
    ages.forEach((name, age) -> ages.replace(name, 0));
  }

  Map<String, Integer> older(IntUnaryOperator step) {
    Map<String, Integer> all = new HashMap<>();
    ages.forEach((name, age) -> all.put(name, step.applyAsInt(age)));
    return all;
  }

  void takeOver(Map<String, Integer> others, IntUnaryOperator step) {
    others.forEach((name, age) -> ages.put(name, step.applyAsInt(age)));
  }
}
