package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who gives the last use back removes the entry that others take up again. */
class OpenFiles {
  private final ConcurrentMap<String, AtomicInteger> users = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> safe = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> parts = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Handle> handles = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> locked = new ConcurrentHashMap<>();

  static final class Handle {
    final AtomicInteger readers = new AtomicInteger();
  }

  void open(String file) {
    users.computeIfAbsent(file, f -> new AtomicInteger()).incrementAndGet();
  }

  void close(String file) {
    AtomicInteger count = users.get(file);
    if (count != null && count.decrementAndGet() == 0) {
      users.remove(file); // want UnguardedCheckThenAct "users"
    }
  }

  Handle read(String file) {
    Handle handle = handles.computeIfAbsent(file, f -> new Handle());
    handle.readers.addAndGet(1);
    return handle;
  }

  void readNoMore(String file) {
    Handle handle = handles.get(file);
    if (handle.readers.addAndGet(-1) == 0) {
      handles.remove(file); // want UnguardedCheckThenAct "handles"
    }
  }

  void enter(String room) {
    safe.compute(
        room,
        (r, count) -> {
          AtomicInteger made = count == null ? new AtomicInteger() : count;
          made.incrementAndGet();
          return made;
        });
  }

  void leave(String room) {
    safe.computeIfPresent(room, (r, count) -> count.decrementAndGet() == 0 ? null : count);
  }

  /** A job has so many parts, and no more: the last one done clears up. */
  void begin(String job, int n) {
    parts.put(job, new AtomicInteger(n));
  }

  void done(String job) {
    if (parts.get(job).decrementAndGet() == 0) {
      parts.remove(job);
    }
  }

  synchronized void lock(String file) {
    locked.computeIfAbsent(file, f -> new AtomicInteger()).incrementAndGet();
  }

  synchronized void unlock(String file) {
    AtomicInteger count = locked.get(file);
    if (count != null && count.decrementAndGet() == 0) {
      locked.remove(file);
    }
  }
}
