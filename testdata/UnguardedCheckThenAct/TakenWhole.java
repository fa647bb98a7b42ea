import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Steps that go on with whatever is there by then. */
class TakenWhole {
  private final ConcurrentMap<String, AtomicLong> bytes = new ConcurrentHashMap<>();
  private final BlockingQueue<String> pending = new LinkedBlockingQueue<>();
  private final AtomicReference<String> last = new AtomicReference<>();

  Map<String, Long> report() {
    Map<String, Long> all = new HashMap<>();
    for (Map.Entry<String, AtomicLong> entry : bytes.entrySet()) {
      AtomicLong sent = entry.getValue();
      if (sent.get() > 0) {
        all.put(entry.getKey(), sent.getAndSet(0));
      }
    }
    return all;
  }

  List<String> flush() {
    List<String> batch = new ArrayList<>();
    if (!pending.isEmpty()) {
      pending.drainTo(batch);
    }
    return batch;
  }

  String first() throws InterruptedException {
    if (!pending.isEmpty()) {
      return pending.take(); // want UnguardedCheckThenAct "`pending` may change between isEmpty"
    }
    return "";
  }

  int length() {
    if (last.get() != null) {
      return last.getAndSet(null).length(); // want UnguardedCheckThenAct "`last` may change"
    }
    return 0;
  }

  void enough(AtomicLong count) {
    bytes.put("all", count);
  }

  void reset(String key) {
    AtomicLong sent = bytes.get(key);
    if (sent.get() > 1000) {
      sent.set(0); // want UnguardedCheckThenAct "may change between get"
    }
  }
}
