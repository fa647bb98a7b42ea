package cases.unguardedcheckthenact.published;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who extends it elsewhere may remove what is registered. */
public class Registry {
  protected final Map<String, String> entries = new ConcurrentHashMap<>();
  private final Map<String, String> own = new ConcurrentHashMap<>();

  int length(String id) {
    if (own.containsKey(id)) {
      return own.get(id).length();
    }
    return entries.containsKey(id) ? entries.get(id).length() : 0; // want UnguardedCheckThenAct "entries"
  }

  void register(String id, String entry) {
    entries.put(id, entry);
    own.put(id, entry);
  }
}
