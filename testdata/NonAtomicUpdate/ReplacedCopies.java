package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Immutable values in volatile fields: the next one is made of the last one, and put in its place. */
public class ReplacedCopies {
  private volatile String topic = "";
  private volatile String log = "";
  private volatile List<String> items = List.of();
  private volatile Set<String> names = Set.of();
  private volatile Map<String, Integer> counts = Map.of();
  private volatile String[] hooks = new String[0];
  private volatile Range range = new Range(0, 0);
  private volatile List<String> kept = List.of();
  private final AtomicReference<List<String>> safe = new AtomicReference<>(List.of());

  private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> outbox = new ArrayBlockingQueue<>(16);

  /** What does not change. */
  static final class Range {
    final int from;
    final int to;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  public void subtopic(String name) {
    topic = topic + "/" + name; // want NonAtomicUpdate "topic"
  }

  public void log(String line) {
    StringBuilder text = new StringBuilder();
    text.append(log).append('\n');
    text.append(line);
    log = text.toString(); // want NonAtomicUpdate "log"
  }

  public void logJoined(String line) {
    log = String.join("\n", log, line); // want NonAtomicUpdate "log"
  }

  public void add(String item) {
    List<String> next = new ArrayList<>(items.size() + 1);
    next.addAll(items);
    next.add(item);
    items = next; // want NonAtomicUpdate "items"
  }

  public void remove(String item) {
    List<String> next = new ArrayList<>();
    for (String each : items) {
      if (!each.equals(item)) {
        next.add(each);
      }
    }
    items = next; // want NonAtomicUpdate "items"
  }

  public void removeByStream(String item) {
    items = items.stream().filter(each -> !each.equals(item)).toList(); // want NonAtomicUpdate "items"
  }

  public void name(String name) {
    Set<String> next = new HashSet<>();
    names.forEach(each -> next.add(each.trim()));
    next.add(name);
    names = Set.copyOf(next); // want NonAtomicUpdate "names"
  }

  public void count(String word, int n) {
    Map<String, Integer> next = new HashMap<>();
    next.putAll(counts);
    next.put(word, n);
    counts = next; // want NonAtomicUpdate "counts"
  }

  public void hook(String hook) {
    String[] old = hooks;
    String[] grown = new String[old.length + 1];
    System.arraycopy(old, 0, grown, 0, old.length);
    grown[old.length] = hook;
    hooks = grown; // want NonAtomicUpdate "hooks"
  }

  public void extend(int by) {
    range = new Range(range.from, range.to + by); // want NonAtomicUpdate "range"
  }

  /** Error Prone has it: what is added stands right beside the field. */
  public void plainText(String text) {
    topic = topic + text;
  }

  /** One after the other. */
  public synchronized void keep(String item) {
    List<String> next = new ArrayList<>();
    for (String each : kept) {
      next.add(each);
    }
    next.add(item);
    kept = next;
  }

  public int keptSize() {
    return kept.size();
  }

  /** Made anew, whatever was there. */
  public List<String> replace(List<String> all) {
    List<String> old = items;
    List<String> next = new ArrayList<>(all.size());
    next.addAll(all);
    items = next;
    return old;
  }

  /** What was there goes elsewhere, after the new value is in place. */
  public String rename(String name) {
    StringBuilder both = new StringBuilder(name);
    String old = topic;
    topic = name;
    both.append(old);
    return both.toString();
  }

  /** The new value is only compared with the old. */
  public void reload(String text) {
    List<String> next = new ArrayList<>();
    for (String each : text.split(",")) {
      if (!items.contains(each)) {
        next.add(each);
      }
    }
    items = next;
  }

  /** What is added puts nothing else away, however many were fetched. */
  public void fetch() {
    List<String> some = new ArrayList<>();
    inbox.drainTo(some, outbox.remainingCapacity());
    outbox.addAll(some);
  }

  public void deliver() {
    for (String each = outbox.poll(); each != null; each = outbox.poll()) {
      System.out.println(each);
    }
  }

  public void swap(String item) {
    List<String> old;
    List<String> next;
    do {
      old = safe.get();
      next = new ArrayList<>(old);
      next.add(item);
    } while (!safe.compareAndSet(old, next));
  }
}
