package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code put} of what {@code get} said. */
public class HitMap {
  private final ConcurrentMap<String, Integer> hits = new ConcurrentHashMap<>();
  private final Map<String, Long> totals = Collections.synchronizedMap(new HashMap<>());
  private final ConcurrentHashMap<String, List<String>> trails = new ConcurrentHashMap<>();

  public void oneLine(String page) {
    hits.put(page, hits.get(page) + 1); // want NonAtomicUpdate "hits"
  }

  public void withDefault(String page) {
    hits.put(page, hits.getOrDefault(page, 0) + 1); // want NonAtomicUpdate "hits"
  }

  public void viaLocals(String page, long bytes) {
    long old = totals.getOrDefault(page, 0L);
    long sum = old + bytes;
    totals.put(page, sum); // want NonAtomicUpdate "totals"
  }

  public void ternary(String page) {
    Integer n = hits.get(page);
    hits.put(page, n == null ? 1 : n + 1); // want NonAtomicUpdate "hits"
  }

  public void replaceBlindly(String page) {
    Integer n = hits.get(page);
    hits.replace(page, n + 1); // want NonAtomicUpdate "hits"
  }

  public void copyAndAppend(String user, String page) {
    List<String> trail = new ArrayList<>(trails.getOrDefault(user, List.of()));
    trail.add(page);
    trails.put(user, trail); // want NonAtomicUpdate "trails"
  }

  public void all(List<String> pages) {
    pages.forEach(page -> hits.put(page, hits.getOrDefault(page, 0) + 1)); // want NonAtomicUpdate "hits"
  }

  public void merged(String page) {
    hits.merge(page, 1, Integer::sum);
  }

  public void computed(String page, long bytes) {
    totals.compute(page, (p, n) -> n == null ? bytes : n + bytes);
  }

  /** What is there, or zero: replaced only if nobody else was faster. */
  public boolean comparedOrNone(String page, int max) {
    while (true) {
      Integer old = hits.putIfAbsent(page, 0);
      int n = old == null ? 0 : old;
      if (n >= max) {
        return false;
      }
      if (hits.replace(page, n, n + 1)) {
        return true;
      }
    }
  }

  /** Two arguments compare nothing. */
  public void replacedOrNone(String page) {
    Integer old = hits.putIfAbsent(page, 0);
    int n = old == null ? 0 : old;
    hits.replace(page, n + 1); // want NonAtomicUpdate "hits"
  }

  public void compared(String page) {
    boolean done = false;
    while (!done) {
      Integer n = hits.get(page);
      done = n == null ? hits.putIfAbsent(page, 1) == null : hits.replace(page, n, n + 1);
    }
  }

  /** Another key: nothing is read and written back. */
  public void copy(String from, String to) {
    hits.put(to, hits.getOrDefault(from, 0));
  }

  public void locked(String page) {
    synchronized (totals) {
      totals.put(page, totals.getOrDefault(page, 0L) + 1);
    }
  }

  public Map<String, Integer> view() {
    return Collections.unmodifiableMap(hits);
  }
}
