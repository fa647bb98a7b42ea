package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** A flag, set among other steps where a test decided so, decides later what that test decided. */
public class FlagsOfTests {
  private static final Logger LOG = Logger.getLogger("jobs");

  static class Job {
    final String key;
    String detail = "";

    Job(String key) {
      this.key = key;
    }
  }

  /** All but one of the users of a plain map hold the lock. */
  static class Store {
    private final Object lock = new Object();
    private final Map<String, Job> jobs = new HashMap<>();

    void remove(String key) {
      synchronized (lock) {
        jobs.remove(key);
      }
    }

    String detail(String key) {
      synchronized (lock) {
        return jobs.containsKey(key) ? jobs.get(key).detail : "";
      }
    }

    void store(Job job, boolean replace) {
      boolean known = false;
      if (jobs.get(job.key) != null) {
        if (!replace) {
          throw new IllegalStateException(job.key);
        }
        known = true;
      }
      if (!known) {
        jobs.put(job.key, job); // want UnguardedCheckThenAct "`jobs` may change between get"
      }
    }
  }

  /** The same of a concurrent map. */
  static class Names {
    private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();
    private int seen;

    void logsFirst(String id, String name) {
      boolean known = false;
      if (names.containsKey(id)) {
        LOG.fine(id);
        known = true;
      }
      if (!known) {
        names.put(id, name); // want UnguardedCheckThenAct "between containsKey"
      }
    }

    void logsAfter(String id, String name) {
      boolean add = true;
      if (names.containsKey(id)) {
        add = false;
        LOG.fine(id);
      }
      LOG.fine(name);
      if (add) {
        names.put(id, name); // want UnguardedCheckThenAct "between containsKey"
      }
    }

    void byNumber(String id, String name) {
      int state = 0;
      if (names.containsKey(id)) {
        LOG.fine(id);
        state = 2;
      }
      if (state == 0) {
        names.put(id, name); // want UnguardedCheckThenAct "between containsKey"
      }
    }

    void eitherWay(String id, String name) {
      boolean add;
      if (names.get(id) == null) {
        LOG.fine("new");
        add = true;
      } else {
        LOG.fine("old");
        add = false;
      }
      if (add) {
        names.put(id, name); // want UnguardedCheckThenAct "between get"
      }
    }

    /** The flag tells something else. */
    void other(String id, String name, boolean quiet) {
      boolean loud = false;
      if (!quiet) {
        LOG.fine(id);
        loud = true;
      }
      if (names.containsKey(id)) {
        LOG.fine("known");
      }
      if (loud) {
        names.put(id, name);
      }
    }

    /** The flag is set whatever the test told. */
    void anyway(String id, String name) {
      boolean add = false;
      if (names.containsKey(id)) {
        LOG.fine("known");
        add = true;
      } else {
        LOG.fine("new");
        add = true;
      }
      if (add) {
        names.put(id, name);
      }
    }

    /** Only the first who puts it goes on. */
    void atomically(String id, String name) {
      boolean known = false;
      if (names.putIfAbsent(id, name) != null) {
        LOG.fine(id);
        known = true;
      }
      if (!known) {
        LOG.fine(name);
      }
    }

    synchronized int seen() {
      return seen;
    }
  }
}
