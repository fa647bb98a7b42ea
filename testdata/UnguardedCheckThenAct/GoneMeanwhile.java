package cases.unguardedcheckthenact;

import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;

/** What one thread has found, another takes out. */
class GoneMeanwhile {
  private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();
  private final Deque<String> log = new ConcurrentLinkedDeque<>();

  int length(String key) {
    if (names.containsKey(key)) {
      return names.get(key).length(); // want UnguardedCheckThenAct "names"
    }
    return 0;
  }

  void forget(String key) {
    names.remove(key);
  }

  String last() {
    return log.isEmpty() ? "" : log.getLast(); // want UnguardedCheckThenAct "log"
  }

  String take() {
    return log.pollFirst();
  }
}
