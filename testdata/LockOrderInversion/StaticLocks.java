package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;

/** Class monitors: static synchronized methods and class literals. */
public class StaticLocks {

  static class Registry {
    private static final Map<String, Session> SESSIONS = new HashMap<>();

    static synchronized void add(String id, Session session) {
      SESSIONS.put(id, session);
    }

    static synchronized void closeAll() {
      for (Session session : SESSIONS.values()) {
        session.close(); // want LockOrderInversion "session"
      }
      SESSIONS.clear();
    }

    static void remove(String id) {
      synchronized (Registry.class) {
        SESSIONS.remove(id);
      }
    }
  }

  static class Session {
    private final String id;
    private boolean open = true;

    Session(String id) {
      this.id = id;
    }

    synchronized void close() {
      open = false;
    }

    synchronized void expire() {
      if (open) {
        open = false;
        Registry.remove(id);
      }
    }
  }

  static class Clock {
    private static final Object ZONE = new Object();
    private static final Object FORMAT = new Object();
    private static String zone = "UTC";
    private static String format = "HH:mm";

    static String now() {
      synchronized (ZONE) {
        synchronized (FORMAT) { // want LockOrderInversion "FORMAT"
          return format + " " + zone;
        }
      }
    }

    static void reset() {
      synchronized (FORMAT) {
        format = "HH:mm";
        synchronized (ZONE) {
          zone = "UTC";
        }
      }
    }
  }
}
