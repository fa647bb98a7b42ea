package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keys that a loop makes of its counter. */
public class NumberedKeys {
  private final ConcurrentMap<String, Integer> slots = new ConcurrentHashMap<>();
  private static final Map<String, Integer> ROUNDS = new HashMap<>();

  void fill(int last) {
    for (int i = 0; i < last; i++) {
      String key = "slot" + i;
      if (!slots.containsKey(key)) {
        slots.put(key, i); // want UnguardedCheckThenAct "slots"
      }
    }
  }

  void fillOther(int last) {
    for (int i = 0; i < last; i++) {
      String key = "slot" + i;
      if (!slots.containsKey(key)) {
        slots.put("spare" + i, i);
      }
    }
  }

  /** The key of one round, tested, is not that of the next. */
  void fillNext(int last) {
    String key = "slot";
    for (int i = 0; i < last; i++) {
      boolean there = slots.containsKey(key);
      key = "slot" + i;
      if (!there) {
        slots.put(key, i);
      }
    }
  }

  void count(int last) {
    for (int i = 0; i < last; i++) {
      String key = "slot" + i;
      int old = slots.getOrDefault(key, 0);
      if (old < 9) {
        slots.put(key, old + 1); // want NonAtomicUpdate "slots"
      }
    }
  }

  void fillRight(int last) {
    for (int i = 0; i < last; i++) {
      String key = "slot" + i;
      slots.putIfAbsent(key, i);
    }
  }

  public static void main(String[] args) {
    Runnable task =
        () -> {
          for (int i = 0; i < 100; i++) {
            String key = "round" + i;
            if (!ROUNDS.containsKey(key)) {
              ROUNDS.put(key, i); // want UnguardedCheckThenAct "ROUNDS"
            }
          }
        };
    new Thread(task).start();
    new Thread(task).start();
  }
}
