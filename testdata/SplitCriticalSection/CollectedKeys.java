package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sessions that were idle in one section are closed in the next, whoever has used them since. */
class CollectedKeys {
  static class Session {
    volatile long last = System.currentTimeMillis();

    boolean idle(long now) {
      return now - last > 1000;
    }
  }

  private final Map<String, Session> sessions = new HashMap<>();

  Session open(String id) {
    synchronized (sessions) {
      return sessions.computeIfAbsent(id, k -> new Session());
    }
  }

  void expire(long now) {
    List<String> idle = new ArrayList<>();
    synchronized (sessions) {
      for (Map.Entry<String, Session> each : sessions.entrySet()) {
        if (now - each.getValue().last > 1000) {
          idle.add(each.getKey());
        }
      }
    }
    synchronized (sessions) {
      for (String id : idle) {
        sessions.remove(id); // want SplitCriticalSection "sessions"
      }
    }
  }

  void expireOneByOne(long now) {
    List<String> idle = new ArrayList<>();
    synchronized (sessions) {
      for (Map.Entry<String, Session> each : sessions.entrySet()) {
        if (each.getValue().idle(now)) {
          idle.add(each.getKey());
        }
      }
    }
    for (String id : idle) {
      synchronized (sessions) {
        sessions.remove(id); // want SplitCriticalSection "sessions"
      }
    }
  }

  void expireTogether(long now) {
    synchronized (sessions) {
      List<String> idle = new ArrayList<>();
      for (Map.Entry<String, Session> each : sessions.entrySet()) {
        if (each.getValue().idle(now)) {
          idle.add(each.getKey());
        }
      }
      for (String id : idle) {
        sessions.remove(id);
      }
    }
  }

  void expireLookingAgain(long now) {
    List<String> idle = new ArrayList<>();
    synchronized (sessions) {
      for (Map.Entry<String, Session> each : sessions.entrySet()) {
        if (each.getValue().idle(now)) {
          idle.add(each.getKey());
        }
      }
    }
    synchronized (sessions) {
      for (String id : idle) {
        Session session = sessions.get(id);
        if (session != null && session.idle(now)) {
          sessions.remove(id);
        }
      }
    }
  }
}
