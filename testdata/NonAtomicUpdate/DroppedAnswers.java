package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an action itself would have told is asked for in a step of its own, and passed on. */
class DroppedAnswers {
  private static final Logger LOG = Logger.getLogger("routes");

  private final ConcurrentMap<String, String> routes = new ConcurrentHashMap<>();
  private final Map<String, Runnable> jobs = new ConcurrentHashMap<>();
  private final Set<String> members = ConcurrentHashMap.newKeySet();
  private final Map<String, String> names = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, Integer> limits = new ConcurrentHashMap<>();

  /** Two threads are both told that theirs replaced the same one. */
  String route(String name, String next) {
    String before = routes.get(name);
    routes.put(name, next); // want NonAtomicUpdate "asked on line 27 and changed on line 28"
    return before;
  }

  String routeRight(String name, String next) {
    return routes.put(name, next);
  }

  /** Both joined first. */
  boolean join(String member) {
    boolean known = members.contains(member);
    members.add(member); // want NonAtomicUpdate "another thread may get the same answer"
    return !known;
  }

  boolean joinRight(String member) {
    return members.add(member);
  }

  boolean leave(String member) {
    boolean known = members.contains(member);
    members.remove(member); // want NonAtomicUpdate "members"
    return known;
  }

  void submit(String name, Runnable job) {
    jobs.put(name, job);
  }

  /** Run twice. */
  void runOnce(String name) {
    Runnable job = jobs.get(name);
    jobs.remove(name); // want NonAtomicUpdate "jobs"
    job.run();
  }

  void runOnceRight(String name) {
    Runnable job = jobs.remove(name);
    job.run();
  }

  boolean rename(String id, String name) {
    boolean known = names.containsKey(id);
    names.put(id, name); // want NonAtomicUpdate "names"
    return known;
  }

  boolean renameLocked(String id, String name) {
    synchronized (names) {
      boolean known = names.containsKey(id);
      names.put(id, name);
      return known;
    }
  }

  /** Of another entry: nothing is told twice. */
  String link(String from, String to) {
    String before = routes.get(from);
    routes.put(to, from);
    return before;
  }

  /** Shown to a person, and nothing else. */
  void limit(String name, int most) {
    Integer before = limits.get(name);
    limits.put(name, most);
    LOG.log(Level.INFO, "limit was {0}", before);
  }

  /** Put back in the end. */
  void within(String name, String detour, Runnable work) {
    String before = routes.get(name);
    routes.put(name, detour);
    try {
      work.run();
    } finally {
      routes.put(name, before);
    }
  }

  /** Whoever comes second takes what the first has put there. */
  String routeOf(String name) {
    String found = routes.get(name);
    if (found == null) {
      routes.putIfAbsent(name, name + "/");
      found = routes.get(name);
    }
    return found;
  }

  /** Looked at again after the action. */
  boolean grew(String member) {
    int before = members.size();
    members.add(member);
    return members.size() > before;
  }

  static List<String> unique(List<String> all) {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (String one : all) {
      boolean known = seen.contains(one);
      seen.add(one);
      if (known) {
        twice.add(one);
      }
    }
    return twice;
  }
}
