package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Values of shared maps that loops and functions change one after the other. */
public class ValuesOneByOne {

  /** Counts for one client; nobody locks it. */
  static class Usage {
    private int requests;
    private int peak;
    private boolean idle;

    void add(int more) {
      requests += more;
    }

    void rest() {
      idle = true;
    }

    int requests() {
      return idle ? 0 : requests + peak;
    }
  }

  private final ConcurrentMap<String, Usage> usages = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> paths = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, int[]> hours = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> bytes = new ConcurrentHashMap<>();

  void open(String client) {
    usages.put(client, new Usage());
    paths.put(client, new ArrayList<>());
    hours.put(client, new int[24]);
    bytes.put(client, new LongAdder());
  }

  void countInLoop() {
    for (Map.Entry<String, Usage> e : usages.entrySet()) {
      e.getValue().requests++; // want NonAtomicUpdate "usages"
    }
    for (Usage usage : usages.values()) {
      usage.peak = Math.max(usage.peak, usage.requests); // want NonAtomicUpdate "usages"
    }
  }

  void countInFunction() {
    usages.forEach((client, usage) -> usage.requests++); // want NonAtomicUpdate "usages"
    usages.values().forEach(usage -> usage.requests++); // want NonAtomicUpdate "usages"
    usages.entrySet().forEach(e -> e.getValue().requests++); // want NonAtomicUpdate "usages"
  }

  void countByHelper(int more) {
    usages.values().forEach(usage -> usage.add(more)); // want NonAtomicUpdate "usages"
    for (Usage usage : usages.values()) {
      usage.add(more); // want NonAtomicUpdate "usages"
    }
  }

  void countOne(String client) {
    usages.get(client).add(1); // want NonAtomicUpdate "usages"
  }

  void visit(String path) {
    paths.forEach((client, all) -> all.add(path)); // want NonAtomicUpdate "`add` on a value of `paths`"
    for (Map.Entry<String, List<String>> e : paths.entrySet()) {
      e.getValue().remove(path); // want NonAtomicUpdate "`remove` on a value of `paths`"
    }
  }

  void hour(int hour) {
    hours.values().forEach(all -> all[hour]++); // want NonAtomicUpdate "hours"
  }

  /** A step of its own, or no step at all. */
  void right(String path) {
    usages.forEach((client, usage) -> usage.rest());
    usages.values().forEach(usage -> usage.peak = 0);
    bytes.values().forEach(LongAdder::increment);
    for (LongAdder each : bytes.values()) {
      each.add(1);
    }
    paths.forEach(
        (client, all) -> {
          synchronized (all) {
            all.add(path);
          }
        });
    for (Map.Entry<String, Usage> e : usages.entrySet()) {
      usages.computeIfPresent(
          e.getKey(),
          (client, usage) -> {
            usage.add(1);
            return usage;
          });
    }
  }

  int total() {
    int[] sum = new int[1];
    usages.forEach((client, usage) -> sum[0] += usage.requests());
    return sum[0];
  }

  /** Nobody else has the map. */
  static int own(List<String> clients) {
    Map<String, Usage> own = new HashMap<>();
    clients.forEach(c -> own.put(c, new Usage()));
    own.forEach((client, usage) -> usage.add(1));
    for (Usage usage : own.values()) {
      usage.add(1);
    }
    return own.size();
  }

  /** Copies are nobody else's. */
  List<String> visited(String more) {
    List<String> result = new ArrayList<>();
    paths.forEach(
        (client, all) -> {
          List<String> copy = new ArrayList<>(all);
          copy.add(more);
          result.addAll(copy);
        });
    return result;
  }
}
