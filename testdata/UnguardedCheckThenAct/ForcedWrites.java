package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/** Helpers that are told by a constant whether to compare before they write. */
class ForcedWrites {
  private final AtomicReference<String> page = new AtomicReference<>("");
  private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();

  private void set(String old, String fresh, boolean force) {
    if (force) {
      page.set(fresh);
    } else {
      page.compareAndSet(old, fresh);
    }
  }

  void pack() {
    String old = page.get();
    if (old.length() > 100) {
      set(old, old.trim(), false);
    }
  }

  void packAnyway() {
    String old = page.get();
    if (old.length() > 100) {
      set(old, "", true); // want UnguardedCheckThenAct "`page` may change between get"
    }
  }

  private void name(String key, String value, int mode) {
    switch (mode) {
      case 0:
        names.putIfAbsent(key, value);
        break;
      case 1:
        names.put(key, value);
        break;
      default:
        names.remove(key, value);
    }
  }

  void addName(String key) {
    if (!names.containsKey(key)) {
      name(key, "", 0);
    }
  }

  void overwriteName(String key) {
    if (!names.containsKey(key)) {
      name(key, "", 1); // want UnguardedCheckThenAct "`names` may change between containsKey"
    }
  }

  void anyName(String key, int mode) {
    if (!names.containsKey(key)) {
      name(key, "", mode); // want UnguardedCheckThenAct "`names` may change between containsKey"
    }
  }

  /** The helper decides anew. */
  private void reset(String value, boolean force) {
    force |= value.isEmpty();
    if (force) {
      page.set(value);
    }
  }

  void empty() {
    if (page.get().length() > 100) {
      reset("", false); // want UnguardedCheckThenAct "`page` may change between get"
    }
  }
}
