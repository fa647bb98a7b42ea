package cases.unguardedcheckthenact.published;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** No other package can name it, but they can extend {@link Table}. */
abstract class AbstractTable {
  protected final Map<String, String> rows = new ConcurrentHashMap<>();

  int length(String id) {
    return rows.containsKey(id) ? rows.get(id).length() : 0; // want UnguardedCheckThenAct "rows"
  }

  void insert(String id, String row) {
    rows.put(id, row);
  }
}
