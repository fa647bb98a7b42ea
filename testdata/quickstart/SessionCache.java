package quickstart;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Two requests of one user may both miss, and the user gets two sessions. */
public class SessionCache {
  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

  public Session of(String user) {
    Session session = sessions.get(user);
    if (session == null) {
      session = new Session(user);
      sessions.put(user, session); // want UnguardedCheckThenAct "sessions"
    }
    return session;
  }

  /** What a user has open. */
  public static class Session {
    private final String user;

    Session(String user) {
      this.user = user;
    }

    /** Who it belongs to. */
    public String user() {
      return user;
    }
  }
}
