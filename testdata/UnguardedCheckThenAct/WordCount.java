package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** First occurrence and further ones: the first put is a check-then-act, the second a lost update. */
public class WordCount {
  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> adders = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> listeners = new ConcurrentHashMap<>();

  public void count(String word) {
    Integer n = counts.get(word);
    if (n == null) {
      counts.put(word, 1); // want UnguardedCheckThenAct "counts"
    } else {
      counts.put(word, n + 1); // want NonAtomicUpdate "counts"
    }
  }

  /** The counter that loses is thrown away with what was counted. */
  public void add(String word) {
    LongAdder adder = adders.get(word);
    if (adder == null) {
      adder = new LongAdder();
      adders.put(word, adder); // want UnguardedCheckThenAct "adders"
    }
    adder.increment();
  }

  public void listen(String topic, String listener) {
    if (!listeners.containsKey(topic)) {
      listeners.put(topic, new CopyOnWriteArrayList<>()); // want UnguardedCheckThenAct "listeners"
    }
    listeners.get(topic).add(listener);
  }

  public void countRight(String word) {
    counts.merge(word, 1, Integer::sum);
  }

  public void addRight(String word) {
    adders.computeIfAbsent(word, w -> new LongAdder()).increment();
  }

  public List<String> snapshot() {
    return new ArrayList<>(counts.keySet());
  }
}
