package cases.unguardedcheckthenact;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** To ask within what was taken does not look whether anything was. */
class TakenHeads {
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

  int length() {
    if (!waiting.isEmpty()) {
      String first = waiting.poll(); // want UnguardedCheckThenAct "waiting"
      if (first.isBlank()) {
        return 0;
      }
      return first.length();
    }
    return -1;
  }

  int lengthRight() {
    if (!waiting.isEmpty()) {
      String first = waiting.poll();
      if (first == null || first.isBlank()) {
        return 0;
      }
      return first.length();
    }
    return -1;
  }

  void offer(String tag) {
    waiting.add(tag);
  }
}
