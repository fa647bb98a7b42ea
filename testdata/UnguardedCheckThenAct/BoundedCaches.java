package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is thrown away unseen when there is too much of it. */
public class BoundedCaches {
  private static final int MAX = 1000;

  private final Map<String, String> dates = new ConcurrentHashMap<>();
  private final Map<String, String> old = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private int limit = MAX;

  /** What was thrown away is found out again. */
  String date(String key) {
    String known = dates.get(key);
    if (known == null) {
      known = new StringBuilder(key).reverse().toString();
      put(key, known); // want UnguardedCheckThenAct "dates"
    }
    return known;
  }

  private void put(String key, String value) {
    if (dates.size() > MAX) {
      dates.clear();
    }
    dates.put(key, value);
  }

  void limit(int next) {
    limit = next;
    if (next < dates.size()) {
      dates.clear();
    }
  }

  void rename(String key, String name) {
    names.put(key, name);
  }

  /** Nobody finds out again what is in there. */
  void forget() {
    if (names.size() > MAX) {
      names.clear(); // want UnguardedCheckThenAct "names"
    }
  }

  /** What is kept elsewhere is not all that goes. */
  void retire() {
    if (dates.size() > limit) {
      old.putAll(dates);
      dates.clear(); // want UnguardedCheckThenAct "dates"
    }
  }

  void flush(List<String> sink) {
    if (events.size() > limit) {
      sink.addAll(new ArrayList<>(events));
      events.clear(); // want UnguardedCheckThenAct "events"
    }
  }

  /** Looked for only to save the exception. */
  String firstIfAny() {
    if (!events.isEmpty()) {
      try {
        return events.remove();
      } catch (java.util.NoSuchElementException others) {
        return "";
      }
    }
    return "";
  }

  String first() {
    if (events.size() > limit) {
      return events.remove(); // want UnguardedCheckThenAct "events"
    }
    return "";
  }
}
