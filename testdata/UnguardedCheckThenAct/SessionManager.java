package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/** The test promises a session; {@link #logout} takes it away before it is used. */
public class SessionManager {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  public void login(Session session) {
    sessions.put(session.id, session);
  }

  public void logout(String id) {
    sessions.remove(id);
  }

  public String userOf(String id) {
    if (sessions.containsKey(id)) {
      return sessions.get(id).user; // want UnguardedCheckThenAct "sessions"
    }
    return "anonymous";
  }

  public Session require(String id) {
    if (!sessions.containsKey(id)) {
      throw new NoSuchElementException(id);
    }
    return sessions.get(id); // want UnguardedCheckThenAct "sessions"
  }

  public String label(String id) {
    return sessions.get(id) != null ? sessions.get(id).user : "nobody"; // want UnguardedCheckThenAct "sessions"
  }

  public void rename(String id, Session renamed) {
    if (sessions.containsKey(id)) {
      sessions.put(id, renamed); // want UnguardedCheckThenAct "sessions"
    }
  }

  public void kick(String id) {
    if (sessions.containsKey(id)) {
      sessions.remove(id).close(); // want UnguardedCheckThenAct "sessions"
    }
  }

  /** A logged-in user. */
  public static final class Session {
    final String id;
    final String user;

    Session(String id, String user) {
      this.id = id;
      this.user = user;
    }

    void close() {}
  }
}
