package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions that are swept out when they are stale, while others come back to life. */
public class SweptEntries {

  /** Replaced as a whole when it is renewed. */
  record Session(String id, long until) {
    boolean stale(long now) {
      return until < now;
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  void renew(String id, long until) {
    sessions.put(id, new Session(id, until));
    seen.put(id, until);
  }

  void sweep(long now) {
    sessions.forEach(
        (id, session) -> {
          if (session.stale(now)) {
            sessions.remove(id); // want UnguardedCheckThenAct "sessions"
          }
        });
  }

  void sweepNumbers(long now) {
    seen.forEach(
        (id, until) -> {
          if (until < now) {
            seen.remove(id); // want UnguardedCheckThenAct "seen"
          }
        });
  }

  void sweepEntries(long now) {
    sessions
        .entrySet()
        .forEach(
            e -> {
              if (e.getValue().stale(now)) {
                sessions.remove(e.getKey()); // want UnguardedCheckThenAct "sessions"
              }
            });
  }

  void sweepValues(long now) {
    sessions
        .values()
        .forEach(
            session -> {
              if (session.stale(now)) {
                sessions.remove(session.id()); // want UnguardedCheckThenAct "sessions"
              }
            });
  }

  void sweepInLoop(long now) {
    for (Session session : sessions.values()) {
      if (session.stale(now)) {
        sessions.remove(session.id()); // want UnguardedCheckThenAct "sessions"
      }
    }
  }

  void sweepFiltered(long now) {
    sessions.entrySet().stream()
        .filter(e -> e.getValue().stale(now))
        .forEach(e -> sessions.remove(e.getKey())); // want UnguardedCheckThenAct "sessions"
  }

  void sweepKeys(long now) {
    sessions.entrySet().stream()
        .filter(e -> e.getValue().stale(now))
        .map(Map.Entry::getKey)
        .forEach(sessions::remove); // want UnguardedCheckThenAct "sessions"
  }

  void sweepLookedUp(long now) {
    sessions.keySet().stream()
        .filter(id -> sessions.get(id).stale(now))
        .forEach(sessions::remove); // want UnguardedCheckThenAct "sessions"
  }

  void sweepCollected(long now) {
    List<String> gone =
        sessions.values().stream().filter(s -> s.stale(now)).map(Session::id).toList();
    gone.forEach(sessions::remove); // want UnguardedCheckThenAct "sessions"
  }

  void sweepExactly(long now) {
    sessions.forEach(
        (id, session) -> {
          if (session.stale(now)) {
            sessions.remove(id, session);
          }
        });
    sessions.values().removeIf(session -> session.stale(now));
    sessions.entrySet().removeIf(e -> e.getValue().stale(now));
  }

  /** A name stays what it is. */
  void sweepByName() {
    sessions.forEach(
        (id, session) -> {
          if (id.startsWith("test-")) {
            sessions.remove(id);
          }
        });
    sessions.keySet().stream().filter(id -> id.startsWith("test-")).forEach(sessions::remove);
    sessions.values().stream()
        .filter(s -> s.id().startsWith("test-"))
        .forEach(s -> sessions.remove(s.id()));
    for (Session session : sessions.values()) {
      if (session.id().startsWith("test-")) {
        sessions.remove(session.id());
      }
    }
  }

  void sweepAll() {
    sessions.forEach((id, session) -> sessions.remove(id));
    sessions.keySet().forEach(sessions::remove);
  }

  /** Others are told by another container. */
  void sweepOther(long now) {
    sessions.forEach(
        (id, session) -> {
          if (session.stale(now)) {
            seen.remove(id);
          }
        });
  }

  /** Nobody else has it. */
  int alive(long now) {
    Map<String, Session> copy = new HashMap<>(sessions);
    List<String> gone =
        copy.values().stream().filter(s -> s.stale(now)).map(Session::id).toList();
    gone.forEach(copy::remove);
    return copy.size();
  }

  /** What is swept out is judged once more. */
  void sweepAgain(long now) {
    sessions.forEach(
        (id, session) -> {
          if (session.stale(now)) {
            sessions.computeIfPresent(id, (k, s) -> s.stale(now) ? null : s);
          }
        });
  }

  /** One lock for all who change the map. */
  static class Locked {
    private final Map<String, Session> sessions = new HashMap<>();

    synchronized void renew(String id, long until) {
      sessions.put(id, new Session(id, until));
    }

    synchronized void sweep(long now) {
      List<String> gone =
          sessions.values().stream().filter(s -> s.stale(now)).map(Session::id).toList();
      gone.forEach(sessions::remove);
      gone.forEach(id -> sessions.remove(id));
    }
  }

  /** The same where the lock is let go in between. */
  static class HalfLocked {
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    synchronized void renew(String id, long until) {
      sessions.put(id, new Session(id, until));
    }

    synchronized void sweep(long now) {
      sessions.forEach(
          (id, session) -> {
            if (session.stale(now)) {
              sessions.remove(id);
            }
          });
    }

    void sweepUnlocked(long now) {
      sessions.forEach(
          (id, session) -> {
            if (session.stale(now)) {
              sessions.remove(id); // want UnguardedCheckThenAct "sessions"
            }
          });
    }
  }
}
