package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Loaded outside of the lock, which is well; stored without a second look, which is not. */
public class SessionCache {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Session> sessions = new HashMap<>();

  public Session get(String id) {
    Session session;
    lock.lock();
    try {
      session = sessions.get(id);
    } finally {
      lock.unlock();
    }
    if (session == null) {
      session = load(id);
      lock.lock();
      try {
        sessions.put(id, session); // want SplitCriticalSection "sessions"
      } finally {
        lock.unlock();
      }
    }
    return session;
  }

  public Session getEarlyReturn(String id) {
    lock.lock();
    try {
      Session known = sessions.get(id);
      if (known != null) {
        return known;
      }
    } finally {
      lock.unlock();
    }
    Session fresh = load(id);
    lock.lock();
    try {
      sessions.put(id, fresh); // want SplitCriticalSection "sessions"
      return fresh;
    } finally {
      lock.unlock();
    }
  }

  /** Looks again. */
  public Session getRight(String id) {
    lock.lock();
    try {
      Session known = sessions.get(id);
      if (known != null) {
        return known;
      }
    } finally {
      lock.unlock();
    }
    Session fresh = load(id);
    lock.lock();
    try {
      Session winner = sessions.get(id);
      if (winner != null) {
        return winner;
      }
      sessions.put(id, fresh);
      return fresh;
    } finally {
      lock.unlock();
    }
  }

  /** The map looks again. */
  public Session getPutIfAbsent(String id) {
    lock.lock();
    try {
      Session known = sessions.get(id);
      if (known != null) {
        return known;
      }
    } finally {
      lock.unlock();
    }
    Session fresh = load(id);
    lock.lock();
    try {
      Session winner = sessions.putIfAbsent(id, fresh);
      return winner != null ? winner : fresh;
    } finally {
      lock.unlock();
    }
  }

  private static Session load(String id) {
    return new Session(id);
  }

  /** Mutable: two of one id diverge. */
  public static final class Session {
    final String id;

    Session(String id) {
      this.id = id;
    }
  }
}
