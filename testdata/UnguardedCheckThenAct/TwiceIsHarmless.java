package cases.unguardedcheckthenact;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

// source door only: because class files have no comments
/** Comments that say why nobody comes in between, or that it does not matter. */
public class TwiceIsHarmless {

  static class Session {
    private volatile String id;

    String id() {
      return id;
    }

    void id(String to) {
      id = to;
    }
  }

  static class Sessions {
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

    Session find(String id) {
      Session found = sessions.get(id);
      if (found != null && found.id() == null) {
        // it is being made right now by a different thread: do not hand it out without an id,
        // just set it again, setting the same id twice is harmless
        found.id(id);
      }
      return found;
    }

    Session first(String id) {
      Session found = sessions.get(id);
      if (found != null && found.id() == null) {
        // setting it twice is harmless unless somebody renames the session
        found.id(id); // want UnguardedCheckThenAct "id"
      }
      return found;
    }
  }

  static class Completion {
    private final Queue<Runnable> listeners = new ArrayDeque<>();
    private Runnable first;
    private boolean done;

    synchronized void add(Runnable listener) {
      if (first == null && !done) {
        first = listener;
      } else {
        listeners.add(listener);
      }
    }

    void complete() {
      synchronized (this) {
        done = true;
      }
      // There won't be any visibility problem or concurrent modification
      // because 'done' is checked by everybody who adds.
      if (first != null) {
        first.run();
        first = null;
      }
    }

    void cancel() {
      // Listeners see any concurrent modification.
      if (first != null) {
        first.run();
        first = null; // want UnguardedCheckThenAct "first"
      }
    }
  }

  static class Ring {
    private volatile int read;
    private volatile int written;

    int drain(int max) {
      // only the consumer moves it, and since there's only 1 consumer, there's no need to
      // synchronize on it
      read = Math.min(written, read + max);
      return read;
    }

    int skip(int max) {
      read = Math.min(written, read + max); // want NonAtomicUpdate "read"
      return read;
    }

    void write(int to) {
      written = to;
    }
  }
}
