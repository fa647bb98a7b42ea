package cases.uncheckedcheckthenact;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;

/** "Once per id" that happens twice: the set has one element, the effect happened two times. */
public class DuplicateFilter {
  private final Set<String> processed = ConcurrentHashMap.newKeySet();
  private final ConcurrentSkipListSet<Long> offsets = new ConcurrentSkipListSet<>();
  private final CopyOnWriteArraySet<String> warned = new CopyOnWriteArraySet<>();

  public void onMessage(String id, Runnable handler) {
    if (!processed.contains(id)) {
      processed.add(id); // want UnguardedCheckThenAct "processed"
      handler.run();
    }
  }

  public boolean claim(long offset) {
    if (offsets.contains(offset)) {
      return false;
    }
    offsets.add(offset); // want UnguardedCheckThenAct "offsets"
    return true;
  }

  public void inLambda(List<String> ids, Runnable handler) {
    ids.forEach(
        id -> {
          if (!processed.contains(id)) {
            processed.add(id); // want UnguardedCheckThenAct "processed"
            handler.run();
          }
        });
  }

  public void warnOnce(String key, StringBuilder out) {
    boolean first = !warned.contains(key);
    if (first) {
      warned.add(key); // want UnguardedCheckThenAct "warned"
      out.append(key);
    }
  }

  /** {@code add} answers the question and acts in one step. */
  public void onMessageOnce(String id, Runnable handler) {
    if (processed.add(id)) {
      handler.run();
    }
  }

  /** A test before the atomic act only saves work. */
  public void warnOnceCheaply(String key, StringBuilder out) {
    if (!warned.contains(key) && warned.add(key)) {
      out.append(key);
    }
  }
}
