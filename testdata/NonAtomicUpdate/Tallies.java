package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Entries that are read, changed and put back, in several statements or entry by entry. */
public class Tallies {
  private final ConcurrentMap<String, Integer> points = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> notes = new ConcurrentHashMap<>();
  private final Map<String, Integer> drafts = new HashMap<>();

  public void add(String name, int more) {
    Integer old = points.get(name);
    if (more < 0) {
      throw new IllegalArgumentException("less than nothing");
    }
    Integer next = sum(old, more);
    points.put(name, next); // want NonAtomicUpdate "points"
  }

  private static Integer sum(Integer old, int more) {
    return old == null ? more : old + more;
  }

  public void addOrZero(String name, int more) {
    int sum = Objects.requireNonNullElse(points.get(name), 0);
    sum += more;
    points.put(name, sum); // want NonAtomicUpdate "points"
  }

  public void addOptional(String name, int more) {
    int old = Optional.ofNullable(points.get(name)).orElse(0);
    points.put(name, old + more); // want NonAtomicUpdate "points"
  }

  public void raiseAll() {
    for (Map.Entry<String, Integer> each : points.entrySet()) {
      each.setValue(each.getValue() + 1); // want NonAtomicUpdate "points"
    }
  }

  public void raiseEach() {
    points.forEach((name, n) -> points.put(name, n + 1)); // want NonAtomicUpdate "points"
  }

  public void raiseEntries(int by) {
    points.entrySet().forEach(each -> each.setValue(each.getValue() + by)); // want NonAtomicUpdate "points"
  }

  public void note(String name, String text) {
    List<String> all = new ArrayList<>();
    all.addAll(notes.getOrDefault(name, List.of()));
    all.add(text);
    notes.put(name, all); // want NonAtomicUpdate "notes"
  }

  /** The first two each put a list of their own. */
  public void noteInPlace(String name, String text) {
    List<String> all = notes.get(name);
    if (all == null) {
      all = new ArrayList<>();
    }
    all.add(text); // want NonAtomicUpdate "`add` on a value of `notes`"
    notes.put(name, all); // want NonAtomicUpdate "notes"
  }

  public void addRight(String name, int more) {
    points.merge(name, more, Integer::sum);
  }

  public void raiseRight() {
    points.replaceAll((name, n) -> n + 1);
  }

  /** The same for all, whatever it was. */
  public void resetAll() {
    points.forEach((name, n) -> points.put(name, 0));
    points.entrySet().forEach(each -> each.setValue(0));
  }

  /** From the name alone. */
  public void rateAll() {
    for (Map.Entry<String, Integer> each : points.entrySet()) {
      each.setValue(each.getKey().length());
    }
    points.forEach((name, n) -> points.put(name, name.length()));
  }

  /** Only if nobody else was there in between. */
  public void raiseIfSame() {
    points.forEach((name, n) -> points.replace(name, n, n + 1));
  }

  /** A map of one's own. */
  public Map<String, Integer> doubled() {
    Map<String, Integer> copy = new HashMap<>(points);
    for (Map.Entry<String, Integer> each : copy.entrySet()) {
      each.setValue(each.getValue() * 2);
    }
    copy.forEach((name, n) -> copy.put(name, n + 1));
    return copy;
  }

  public synchronized void draft(String name, int more) {
    drafts.put(name, drafts.getOrDefault(name, 0) + more);
    drafts.forEach((each, n) -> drafts.put(each, n + 1));
  }
}
